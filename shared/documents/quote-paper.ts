import {
  type CustomerLanguage,
  type Paper,
  type PaperLocale,
  rowBlock,
  textBlock,
} from './paper.ts';
import { paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { lineBlock } from './receipt-line.ts';
import type { ReceiptLine, ReceiptTax } from './receipt-paper.ts';
import { sumBlocks } from './receipt-sums.ts';
import { fillText, paperTexts } from './texts/paper-texts.ts';

/** A price that stands until a day. Plain JSON, amounts in integer cents. */
export interface QuoteFacts extends CustomerLanguage {
  readonly store: PaperStore;
  readonly number: string;
  /** The number with its check character. */
  readonly printedCode: string;
  readonly atMs: number;
  readonly zone: string;
  readonly registerName: string;
  /** Initials. */
  readonly quotedBy: string;
  readonly customerName?: string;
  /** The last day on which it counts. */
  readonly expiresOn: string;
  readonly note?: string;
  readonly lines: readonly ReceiptLine[];
  readonly taxes: readonly ReceiptTax[];
  readonly certificate?: string;
  readonly totalCents: number;
  readonly copy: boolean;
  readonly demo: boolean;
}

/**
 * The quote: the lines and sums of the sale it may become, and until when. It says that it is no receipt, so nothing of
 * what the receipts end with (returns, thanks) stands on it.
 */
export function quotePaper(facts: QuoteFacts, printerLocale: PaperLocale): Paper {
  const locale = facts.language ?? printerLocale;
  const texts = paperTexts(locale);
  const anyTax = facts.taxes.length > 0;
  const { customerName, note } = facts;
  return {
    kind: 'quote',
    locale,
    title: fillText(texts.quoteTitle, { number: facts.number }),
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: fillText(texts.quoteTitle, { number: facts.number }) },
          { type: 'space', lines: 1 },
          textBlock(paperInstant(facts.atMs, facts.zone, locale)),
          textBlock(
            fillText(texts.quotedBy, { register: facts.registerName, seller: facts.quotedBy }),
          ),
          ...(customerName === undefined
            ? []
            : [textBlock(fillText(texts.quoteFor, { name: customerName }))]),
          rowBlock(texts.goodUntil, paperDate(facts.expiresOn, locale), 'bold'),
        ],
      },
      { type: 'rule', style: 'single' },
      ...facts.lines.map((line) => lineBlock(line, { anyTax }, texts)),
      { type: 'rule', style: 'single' },
      ...sumBlocks(facts, texts),
      { type: 'space', lines: 1 },
      ...(note === undefined ? [] : [textBlock(fillText(texts.noteLabel, { note }))]),
      textBlock(texts.quoteNotice, { align: 'center', weight: 'bold' }),
      textBlock(texts.quoteTaxNotice, { align: 'center' }),
      { type: 'space', lines: 1 },
      { type: 'barcode', symbology: 'code128', value: facts.printedCode, ofDocument: true },
      ...(facts.demo ? [textBlock(texts.demoNotice, { align: 'center' })] : []),
      { type: 'cut' },
    ],
  };
}
