import {
  type CustomerLanguage,
  type FlatBlock,
  type Paper,
  type PaperBlock,
  type PaperLocale,
  rowBlock,
  textBlock,
} from './paper.ts';
import { paperAmount, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

interface SlipFacts extends CustomerLanguage {
  readonly store: PaperStore;
  readonly atMs: number;
  readonly zone: string;
  readonly registerName: string;
  /** Initials. */
  readonly by: string;
  /** The sale it happened in. */
  readonly saleNumber?: string;
  /** What happened; left out where the paper only tells the balance. */
  readonly entry?: SlipEntry;
  /** After the entry. */
  readonly balanceCents: number;
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface SlipEntry {
  readonly kind: 'sold' | 'issued' | 'redeemed' | 'refunded' | 'voided' | 'cashed_out' | 'granted';
  /** Positive is what came onto it. */
  readonly amountCents: number;
}

/** A gift card or a customer's store credit. Plain JSON, amounts in integer cents. */
export type CreditSlipFacts =
  | (SlipFacts & {
      readonly of: 'gift_card';
      /** As it is read out, `XXXX-XXXX-XXXXX`. */
      readonly code: string;
    })
  | (SlipFacts & { readonly of: 'store_credit'; readonly customerName: string });

/** The balance of a gift card, with its code to scan, or of a customer's store credit. */
export function creditSlipPaper(facts: CreditSlipFacts, printerLocale: PaperLocale): Paper {
  const locale = facts.language ?? printerLocale;
  const texts = paperTexts(locale);
  const title = facts.of === 'gift_card' ? texts.giftCardSlipTitle : texts.storeCreditSlipTitle;
  return {
    kind: 'creditSlip',
    locale,
    title,
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: title },
          { type: 'space', lines: 1 },
          ...whereBlocks(facts, texts, locale),
        ],
      },
      { type: 'rule', style: 'single' },
      ...entryBlocks(facts, texts),
      { type: 'total', left: texts.slipBalance, right: paperAmount(facts.balanceCents) },
      { type: 'space', lines: 1 },
      ...ownerBlocks(facts, texts),
      ...(facts.demo ? [textBlock(texts.demoNotice, { align: 'center' })] : []),
      { type: 'cut' },
    ],
  };
}

function whereBlocks(facts: CreditSlipFacts, texts: PaperTexts, locale: PaperLocale): FlatBlock[] {
  const { registerName, by, saleNumber } = facts;
  return [
    textBlock(paperInstant(facts.atMs, facts.zone, locale)),
    textBlock(fillText(texts.registerAndStaff, { register: registerName, staff: by })),
    ...(saleNumber === undefined
      ? []
      : [textBlock(fillText(texts.onDocument, { number: saleNumber }))]),
    ...(facts.of === 'store_credit'
      ? [textBlock(fillText(texts.customer, { name: facts.customerName }), { weight: 'bold' })]
      : []),
  ];
}

function entryBlocks({ entry, balanceCents }: CreditSlipFacts, texts: PaperTexts): PaperBlock[] {
  if (entry === undefined) return [];
  const { kind, amountCents } = entry;
  const beforeCents = balanceCents - amountCents;
  return [
    ...(beforeCents === 0 ? [] : [rowBlock(texts.slipBefore, paperAmount(beforeCents))]),
    rowBlock(entryWords(kind, texts), paperAmount(amountCents)),
  ];
}

function entryWords(kind: SlipEntry['kind'], texts: PaperTexts): string {
  switch (kind) {
    case 'sold':
      return texts.slipSold;
    case 'issued':
      return texts.slipIssued;
    case 'redeemed':
      return texts.slipUsed;
    case 'refunded':
      return texts.slipRefunded;
    case 'voided':
      return texts.slipVoided;
    case 'cashed_out':
      return texts.slipCashedOut;
    case 'granted':
      return texts.slipGranted;
  }
}

/** A gift card belongs to its code, store credit to a name. The bars leave the dashes out, to be wide enough. */
function ownerBlocks(facts: CreditSlipFacts, texts: PaperTexts): PaperBlock[] {
  const expiry = textBlock(texts.noExpiry, { align: 'center' });
  if (facts.of === 'store_credit')
    return [textBlock(texts.storeCreditKeep, { align: 'center' }), expiry];
  return [
    textBlock(facts.code, { align: 'center', weight: 'bold', size: 'tall' }),
    { type: 'barcode', symbology: 'code128', value: facts.code.replaceAll('-', '') },
    { type: 'space', lines: 1 },
    textBlock(texts.giftCardKeep, { align: 'center' }),
    expiry,
  ];
}
