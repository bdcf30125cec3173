import { journalBlocks } from './day-close-control.ts';
import type { DayCloseAccount, DayCloseTax, DayCloseTender } from './day-close-paper.ts';
import { taxBlocks, tenderBlocks } from './day-close-sums.ts';
import { type Paper, type PaperBlock, type PaperLocale, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What came to a closed day later. Plain JSON, amounts in integer cents, all of them differences to the Z. */
export interface SupplementFacts {
  readonly store: PaperStore;
  /** `Z1-31-1`. */
  readonly number: string;
  /** `Z1-31`. */
  readonly dayCloseNumber: string;
  readonly registerName: string;
  readonly zone: string;
  /** Of the day that was closed. */
  readonly businessDate: string;
  readonly notedAtMs: number;
  /** The late documents, by the numbers people read. */
  readonly documents: readonly { readonly number: string; readonly totalCents: number }[];
  readonly salesCount: number;
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
  readonly taxes: readonly DayCloseTax[];
  readonly tenders: readonly DayCloseTender[];
  /** The delta journal, debit positive. */
  readonly accounts: readonly DayCloseAccount[];
  readonly copy: boolean;
  readonly demo: boolean;
}

/** The supplement to a day close: what a late fact changed, while the day close itself stays as it was printed. */
export function supplementPaper(facts: SupplementFacts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  const title = fillText(texts.supplementTitle, { number: facts.number });
  return {
    kind: 'supplement',
    locale,
    title,
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: title },
          textBlock(fillText(texts.supplementNotice, { number: facts.dayCloseNumber }), {
            align: 'center',
          }),
          { type: 'space', lines: 1 },
          rowBlock(texts.register, facts.registerName),
          rowBlock(texts.day, paperDate(facts.businessDate, locale), 'bold'),
          rowBlock(texts.ofDayClose, facts.dayCloseNumber),
          rowBlock(texts.notedAt, paperInstant(facts.notedAtMs, facts.zone, locale)),
        ],
      },
      ...documentBlocks(facts, texts),
      { type: 'heading', text: texts.sales },
      rowBlock(texts.salesCount, String(facts.salesCount)),
      rowBlock(texts.salesNet, paperAmount(facts.netCents)),
      rowBlock(texts.salesTax, paperAmount(facts.taxCents)),
      rowBlock(texts.salesTotal, paperAmount(facts.totalCents), 'bold'),
      { type: 'heading', text: texts.taxes },
      ...taxBlocks(facts, texts),
      { type: 'heading', text: texts.tenders },
      ...tenderBlocks(facts, texts),
      ...journalBlocks(facts.accounts, texts.journalChange, texts, locale),
      { type: 'cut' },
    ],
  };
}

function documentBlocks({ documents }: SupplementFacts, texts: PaperTexts): PaperBlock[] {
  return [
    { type: 'heading', text: texts.lateDocuments },
    ...documents.map(({ number, totalCents }) => rowBlock(number, paperAmount(totalCents))),
  ];
}
