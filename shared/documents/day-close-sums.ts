import type {
  DayCloseBatch,
  DayCloseDepartment,
  DayCloseFacts,
  DayCloseTax,
} from './day-close-paper.ts';
import { type ItemBlock, type PaperBlock, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperRate } from './paper-format.ts';
import { tenderWords } from './tender-words.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** Net sales by department, under a heading of their own; nothing where they were not told apart. */
export function departmentBlocks(
  { departments = [] }: DayCloseFacts,
  texts: PaperTexts,
): PaperBlock[] {
  if (departments.length === 0) return [];
  return [
    { type: 'heading', text: texts.departments },
    ...departments.map((department): PaperBlock => {
      const { name, count, netCents } = department;
      const words = fillText(texts.departmentCount, {
        name: name === '' ? texts.noDepartment : name,
        count: String(count),
      });
      const notes = departmentNotes(department, texts);
      return notes.length === 0
        ? rowBlock(words, paperAmount(netCents))
        : { type: 'item', description: words, amount: paperAmount(netCents), notes };
    }),
  ];
}

/** How the net came about; nothing where there was neither discount nor return. */
function departmentNotes(department: DayCloseDepartment, texts: PaperTexts): string[] {
  const { grossCents = department.netCents, discountCents = 0, returnsCents = 0 } = department;
  const note = (text: string, amountCents: number) =>
    fillText(text, { amount: paperAmount(amountCents) });
  return [
    ...(discountCents === 0 && returnsCents === 0 ? [] : [note(texts.departmentGross, grossCents)]),
    ...(discountCents === 0 ? [] : [note(texts.departmentDiscount, -discountCents)]),
    ...(returnsCents === 0 ? [] : [note(texts.departmentReturns, -returnsCents)]),
  ];
}

/** Tax by rate and jurisdiction, each with what it fell on and what it did not. */
export function taxBlocks(
  { taxes }: Pick<DayCloseFacts, 'taxes'>,
  texts: PaperTexts,
): PaperBlock[] {
  if (taxes.length === 0) return [textBlock(texts.noneTaken)];
  return taxes.map((tax) => ({
    type: 'item',
    description: `${tax.name} ${paperRate(tax.ratePpm)}`,
    amount: paperAmount(tax.taxCents),
    notes: taxNotes(tax, texts),
  }));
}

function taxNotes(tax: DayCloseTax, texts: PaperTexts): string[] {
  const notes = [fillText(texts.taxBase, { base: paperAmount(tax.baseCents) })];
  const add = (text: string, amountCents: number | undefined): void => {
    if (amountCents !== undefined && amountCents !== 0)
      notes.push(fillText(text, { amount: paperAmount(amountCents) }));
  };
  add(texts.taxExemptBase, tax.exemptCents);
  add(texts.taxNotTaxed, tax.notTaxedCents);
  add(texts.taxOverCap, tax.excessCents);
  if (tax.agency !== undefined) notes.push(fillText(texts.taxAgency, { agency: tax.agency }));
  return notes;
}

/** What was sold without tax, by reason. */
export function exemptionBlocks(
  { exemptions = [] }: DayCloseFacts,
  texts: PaperTexts,
): PaperBlock[] {
  if (exemptions.length === 0) return [];
  return [
    { type: 'heading', text: texts.exemptions },
    ...exemptions.map(({ reason, netCents }) => rowBlock(reason, paperAmount(netCents))),
  ];
}

/** What each tender took, and what was counted of it where it is counted. */
export function tenderBlocks(
  { tenders }: Pick<DayCloseFacts, 'tenders'>,
  texts: PaperTexts,
): PaperBlock[] {
  if (tenders.length === 0) return [textBlock(texts.noneTaken)];
  return tenders.map(({ count, amountCents, countedCents, ...named }) => {
    const words = fillText(texts.tenderCount, {
      tender: tenderWords(named, texts),
      count: String(count),
    });
    const amount = paperAmount(amountCents);
    if (countedCents === undefined) return rowBlock(words, amount);
    const notes = [fillText(texts.tenderCounted, { amount: paperAmount(countedCents) })];
    if (countedCents !== amountCents) notes.push(difference(countedCents - amountCents, texts));
    return { type: 'item', description: words, amount, notes };
  });
}

function difference(cents: number, texts: PaperTexts): string {
  return fillText(texts.tenderDifference, { amount: paperAmount(cents) });
}

/** Each terminal's own total by brand beside ours. */
export function batchBlocks({ batches = [] }: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  if (batches.length === 0) return [];
  return [
    { type: 'heading', text: texts.batches },
    ...batches.map((batch) => batchBlock(batch, texts)),
  ];
}

function batchBlock(batch: DayCloseBatch, texts: PaperTexts): ItemBlock {
  const { terminal, brand, batchCents, oursCents } = batch;
  const agrees = batchCents === oursCents;
  return {
    type: 'item',
    description: batchName(terminal, brand, texts),
    amount: paperAmount(batchCents),
    notes: agrees
      ? [texts.batchAgrees]
      : [
          fillText(texts.batchOurs, { amount: paperAmount(oursCents) }),
          difference(batchCents - oursCents, texts),
        ],
  };
}

/** Terminals that are compared together have no name, and what a slip does not tell apart no brand. */
function batchName(terminal: string, brand: string, texts: PaperTexts): string {
  if (terminal === '') return brand === '' ? texts.batchNoBrand : brand;
  return brand === '' ? terminal : fillText(texts.batchRow, { terminal, brand });
}

/**
 * Payments nobody is sure of, and those that are known not to have been charged: in no tender's total, each on an account
 * of their own.
 */
export function unresolvedBlocks(
  { unresolved = [], uncollected = [] }: DayCloseFacts,
  texts: PaperTexts,
): PaperBlock[] {
  return [
    ...paymentBlocks(texts.unresolved, unresolved, texts),
    ...paymentBlocks(texts.uncollected, uncollected, texts),
  ];
}

function paymentBlocks(
  heading: string,
  payments: NonNullable<DayCloseFacts['unresolved']>,
  texts: PaperTexts,
): PaperBlock[] {
  if (payments.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    ...payments.map(({ number, tender, amountCents }) =>
      rowBlock(`${number} · ${tenderWords({ tender }, texts)}`, paperAmount(amountCents)),
    ),
  ];
}
