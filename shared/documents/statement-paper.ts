import {
  type CustomerLanguage,
  type FlatBlock,
  type Paper,
  type PaperBlock,
  type PaperLocale,
  rowBlock,
  textBlock,
} from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** A house account over a period. Plain JSON, amounts in integer cents; positive is what the customer owes. */
export interface StatementFacts extends CustomerLanguage {
  readonly store: PaperStore;
  readonly customer: { readonly name: string; readonly addressLines: readonly string[] };
  /** Both inclusive. */
  readonly fromDate: string;
  readonly toDate: string;
  readonly printedAtMs: number;
  readonly zone: string;
  /** Owed before the period. */
  readonly openingCents: number;
  readonly entries: readonly StatementEntry[];
  /** Opening plus all entries. */
  readonly closingCents: number;
  readonly ageing: StatementAgeing;
  readonly limitCents?: number;
  readonly termsDays?: number;
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface StatementEntry {
  readonly date: string;
  readonly kind: 'charge' | 'payment' | 'returned_check' | 'fee' | 'credit' | 'voided';
  /** The sale it belongs to. */
  readonly number?: string;
  readonly dueOn?: string;
  /** A charge is positive, a payment negative. */
  readonly amountCents: number;
  /** Owed after it. */
  readonly balanceCents: number;
}

/** What of the closing balance is how long past its due day. */
export interface StatementAgeing {
  readonly notDueCents: number;
  readonly days1To30Cents: number;
  readonly days31To60Cents: number;
  readonly days61To90Cents: number;
  readonly over90Cents: number;
}

/** The statement of a house account: opening, each entry with the balance after it, closing and its age. */
export function statementPaper(facts: StatementFacts, printerLocale: PaperLocale): Paper {
  const locale = facts.language ?? printerLocale;
  const texts = paperTexts(locale);
  const { ageing, closingCents } = facts;
  const pastDueCents = closingCents > 0 ? closingCents - ageing.notDueCents : 0;
  const until = paperDate(facts.toDate, locale);
  return {
    kind: 'statement',
    locale,
    title: fillText(texts.statementTitle, { name: facts.customer.name, date: until }),
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      { type: 'head', store: storeBlocks(facts.store), document: headBlocks(facts, texts, locale) },
      { type: 'rule', style: 'single' },
      ...[facts.customer.name, ...facts.customer.addressLines]
        .filter((line) => line !== '')
        .map((line, index) => textBlock(line, { weight: index === 0 ? 'bold' : 'normal' })),
      { type: 'rule', style: 'single' },
      rowBlock(texts.opening, paperAmount(facts.openingCents)),
      ...entryBlocks(facts, texts, locale),
      { type: 'rule', style: 'single' },
      {
        type: 'total',
        left: closingCents < 0 ? texts.closingCredit : texts.closing,
        right: paperAmount(Math.abs(closingCents)),
      },
      ...(pastDueCents > 0
        ? [rowBlock(texts.pastDueAmount, paperAmount(pastDueCents), 'bold')]
        : []),
      ...ageingBlocks(facts, texts),
      { type: 'space', lines: 1 },
      textBlock(texts.statementThanks, { align: 'center' }),
      { type: 'cut' },
    ],
  };
}

function headBlocks(facts: StatementFacts, texts: PaperTexts, locale: PaperLocale): FlatBlock[] {
  const { limitCents, termsDays } = facts;
  const from = paperDate(facts.fromDate, locale);
  const to = paperDate(facts.toDate, locale);
  const at = paperInstant(facts.printedAtMs, facts.zone, locale);
  return [
    { type: 'title', text: texts.statementHeading },
    { type: 'space', lines: 1 },
    rowBlock(texts.statementPeriod, fillText(texts.periodFromTo, { from, to }), 'bold'),
    ...(termsDays === undefined
      ? []
      : [rowBlock(texts.terms, fillText(texts.termsDays, { days: String(termsDays) }))]),
    ...(limitCents === undefined ? [] : [rowBlock(texts.creditLimit, paperAmount(limitCents))]),
    textBlock(fillText(texts.printedAt, { at })),
  ];
}

function entryBlocks(
  { entries }: StatementFacts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  if (entries.length === 0) return [textBlock(texts.noEntries)];
  return [
    {
      type: 'table',
      columns: [
        { label: texts.dateLabel, align: 'left', roll: 'lead' },
        { label: texts.description, align: 'left', roll: 'lead' },
        { label: texts.dueLabel, align: 'left', roll: 'labelled' },
        { label: texts.amount, align: 'right', roll: 'amount' },
        { label: texts.runningBalance, align: 'right', roll: 'labelled' },
      ],
      rows: entries.map(({ date, kind, number, dueOn, amountCents, balanceCents }) => [
        paperDate(date, locale),
        [entryWords(kind, texts), ...(number === undefined ? [] : [number])].join(' '),
        dueOn === undefined ? '' : paperDate(dueOn, locale),
        paperAmount(amountCents),
        paperAmount(balanceCents),
      ]),
    },
  ];
}

function entryWords(kind: StatementEntry['kind'], texts: PaperTexts): string {
  switch (kind) {
    case 'charge':
      return texts.entryCharge;
    case 'payment':
      return texts.entryPayment;
    case 'returned_check':
      return texts.entryReturnedCheck;
    case 'fee':
      return texts.entryFee;
    case 'credit':
      return texts.entryCredit;
    case 'voided':
      return texts.entryVoided;
  }
}

/** Ages of nothing are left out; a balance that is settled has no age at all. */
function ageingBlocks({ ageing, closingCents }: StatementFacts, texts: PaperTexts): PaperBlock[] {
  if (closingCents <= 0) return [];
  const ages: readonly (readonly [string, number])[] = [
    [texts.ageNotDue, ageing.notDueCents],
    [texts.age1, ageing.days1To30Cents],
    [texts.age2, ageing.days31To60Cents],
    [texts.age3, ageing.days61To90Cents],
    [texts.age4, ageing.over90Cents],
  ];
  return [
    { type: 'heading', text: texts.ageing },
    ...ages
      .filter(([, amountCents]) => amountCents !== 0)
      .map(([label, amountCents]) => rowBlock(label, paperAmount(amountCents))),
  ];
}
