import type { CheckKind } from '../sales/tenders.ts';
import { type Paper, type PaperBlock, type PaperLocale, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperDate } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { checkWords } from './tender-words.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What one customer paid in cash within twelve months. Plain JSON, amounts in integer cents. */
export interface Worksheet8300Facts {
  readonly store: PaperStore;
  readonly customer: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
  };
  /** The day on which more than $10,000 was reached. */
  readonly reachedOn: string;
  /** 15 days later. */
  readonly fileBy: string;
  /** 31 January of the year after. */
  readonly statementBy: string;
  readonly payments: readonly Worksheet8300Payment[];
  readonly totalCents: number;
  /** An earlier form of the same twelve months. */
  readonly filed?: { readonly throughDate: string; readonly amountCents: number };
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface Worksheet8300Payment {
  readonly date: string;
  readonly saleNumber: string;
  readonly how: 'cash' | CheckKind;
  readonly amountCents: number;
  /** What was bought. */
  readonly goods: string;
}

/**
 * The worksheet for Form 8300: what the program knows, and lines for what only the customer can say. It is not the
 * form. Thresholds and days: 31 CFR 1010.330.
 */
export function worksheet8300Paper(facts: Worksheet8300Facts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  return {
    kind: 'worksheet8300',
    locale,
    title: texts.worksheetTitle,
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: texts.worksheetTitle },
          textBlock(texts.worksheetNotice, { align: 'center' }),
          { type: 'space', lines: 1 },
          rowBlock(texts.worksheetTrigger, paperDate(facts.reachedOn, locale)),
          rowBlock(texts.worksheetFileBy, paperDate(facts.fileBy, locale), 'bold'),
          rowBlock(texts.worksheetStatementBy, paperDate(facts.statementBy, locale)),
        ],
      },
      { type: 'heading', text: texts.worksheetPayer },
      ...payerBlocks(facts, texts),
      { type: 'heading', text: texts.worksheetPayments },
      paymentTable(facts, texts, locale),
      { type: 'rule', style: 'single' },
      { type: 'total', left: texts.worksheetTotal, right: paperAmount(facts.totalCents) },
      ...filedBlocks(facts, texts, locale),
      rowBlock(texts.worksheetSuspicious, texts.yesNo),
      { type: 'heading', text: texts.worksheetBusiness },
      rowBlock(texts.worksheetName, facts.store.name),
      fillIn(texts.worksheetTaxId),
      fillIn(texts.preparedBy),
      { type: 'space', lines: 1 },
      textBlock(texts.worksheetSource, { align: 'center' }),
      { type: 'cut' },
    ],
  };
}

/** To be filled in by hand. */
function fillIn(label: string): PaperBlock {
  return { type: 'fillIn', label };
}

/** What the program knows, else a line for it. */
function known(label: string, value: string): PaperBlock {
  return value === '' ? fillIn(label) : rowBlock(label, value);
}

function payerBlocks({ customer }: Worksheet8300Facts, texts: PaperTexts): PaperBlock[] {
  const address = customer.addressLines.filter((line) => line !== '').join(', ');
  return [
    rowBlock(texts.worksheetName, customer.name),
    known(texts.worksheetAddress, address),
    known(texts.phone, customer.phone),
    fillIn(texts.worksheetTaxId),
    fillIn(texts.worksheetBorn),
    fillIn(texts.worksheetOccupation),
    fillIn(texts.worksheetIdKind),
    fillIn(texts.worksheetOnBehalf),
  ];
}

function paymentTable(
  { payments }: Worksheet8300Facts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock {
  return {
    type: 'table',
    columns: [
      { label: texts.dateLabel, align: 'left', roll: 'lead' },
      { label: texts.worksheetHow, align: 'left', roll: 'lead' },
      { label: texts.worksheetSale, align: 'left', roll: 'labelled' },
      { label: texts.worksheetGoods, align: 'left', roll: 'note' },
      { label: texts.amount, align: 'right', roll: 'amount' },
    ],
    rows: payments.map(({ date, saleNumber, how, amountCents, goods }) => [
      paperDate(date, locale),
      how === 'cash' ? texts.cash : checkWords(how, texts),
      saleNumber,
      goods,
      paperAmount(amountCents),
    ]),
  };
}

function filedBlocks(
  { filed, totalCents }: Worksheet8300Facts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  if (filed === undefined) return [];
  const date = paperDate(filed.throughDate, locale);
  return [
    textBlock(fillText(texts.worksheetFiled, { date })),
    rowBlock(texts.worksheetFiledAmount, paperAmount(-filed.amountCents)),
    rowBlock(texts.worksheetLeft, paperAmount(totalCents - filed.amountCents), 'bold'),
  ];
}
