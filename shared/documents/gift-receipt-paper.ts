import { formatExchangeCode } from './exchange-code.ts';
import { type Paper, type PaperBlock, type PaperLocale, textBlock } from './paper.ts';
import { paperDate, paperQuantity } from './paper-format.ts';
import { footerBlocks, markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What goes with a gift. Plain JSON. Holds no amount, so that none can be printed. */
export interface GiftReceiptFacts {
  readonly store: PaperStore;
  /** Of the sale. */
  readonly number: string;
  /** Of the sale, with its check character. */
  readonly printedCode: string;
  readonly businessDate: string;
  readonly registerName: string;
  readonly soldBy: string;
  /** The lines that are the gift. */
  readonly lines: readonly GiftLine[];
  /** The last day on which it may be exchanged, where the store has one. */
  readonly exchangeUntil?: string;
  readonly message?: string;
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface GiftLine {
  /** In the sale, from 1. */
  readonly position: number;
  readonly description: string;
  readonly stockNumber?: string;
  readonly serial?: string;
  readonly quantityThousandths: number;
}

/** The gift receipt: what it is and how to exchange it, without a price and without a total. */
export function giftReceiptPaper(facts: GiftReceiptFacts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  const positions = facts.lines.map((line) => line.position);
  const date = paperDate(facts.businessDate, locale);
  return {
    kind: 'giftReceipt',
    locale,
    title: fillText(texts.giftReceiptTitle, { number: facts.number }),
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: texts.giftReceiptHeading },
          { type: 'space', lines: 1 },
          textBlock(fillText(texts.bought, { date })),
          textBlock(
            fillText(texts.registerAndSeller, {
              register: facts.registerName,
              seller: facts.soldBy,
            }),
          ),
        ],
      },
      { type: 'rule', style: 'single' },
      ...facts.lines.map((line) => giftBlock(line, texts)),
      { type: 'rule', style: 'single' },
      ...noticeBlocks(facts, texts, locale),
      ...footerBlocks(facts.store),
      textBlock(texts.exchangeCode, { align: 'center' }),
      {
        type: 'barcode',
        symbology: 'code128',
        value: formatExchangeCode({ printedCode: facts.printedCode, positions }),
      },
      ...(facts.demo ? [textBlock(texts.demoNotice, { align: 'center' })] : []),
      { type: 'cut' },
    ],
  };
}

function giftBlock(line: GiftLine, texts: PaperTexts): PaperBlock {
  const notes: string[] = [];
  if (line.stockNumber !== undefined)
    notes.push(fillText(texts.stockNumber, { number: line.stockNumber }));
  if (line.serial !== undefined) notes.push(fillText(texts.serial, { serial: line.serial }));
  const count = line.quantityThousandths;
  const amount = count === 1000 ? '' : `${paperQuantity(count)} ×`;
  return { type: 'item', description: line.description, amount, notes };
}

function noticeBlocks(
  { message, exchangeUntil }: GiftReceiptFacts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  if (message !== undefined)
    blocks.push(textBlock(fillText(texts.giftMessage, { message }), { align: 'center' }));
  if (exchangeUntil !== undefined) {
    const date = paperDate(exchangeUntil, locale);
    blocks.push(
      textBlock(fillText(texts.exchangeUntil, { date }), { align: 'center', weight: 'bold' }),
    );
  }
  return [
    ...blocks,
    textBlock(texts.exchangeNotice, { align: 'center' }),
    { type: 'space', lines: 1 },
  ];
}
