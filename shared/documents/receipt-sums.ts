import { type ItemBlock, type PaperBlock, type RowBlock, rowBlock } from './paper.ts';
import { paperAmount, paperRate } from './paper-format.ts';
import { shownCents, shownDiscount } from './receipt-line.ts';
import type { ReceiptLine, ReceiptTax } from './receipt-paper.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** The sums under the lines of a receipt or a quote. Amounts in cents. */
export interface ReceiptSums {
  readonly lines: readonly ReceiptLine[];
  readonly taxes: readonly ReceiptTax[];
  /** The customer's certificate, where the sale was exempt. */
  readonly certificate?: string;
  readonly totalCents: number;
  /** What cash rounding put on the total or took off it. M1: payments − change = total + rounding. */
  readonly roundingCents?: number;
}

/**
 * Subtotal, discounts, tax by jurisdiction apart, total and what is to pay. Taken from the amounts the lines show, so
 * that whoever adds up the column gets what stands under it.
 */
export function sumBlocks(sums: ReceiptSums, texts: PaperTexts): PaperBlock[] {
  const { lines, totalCents, roundingCents = 0 } = sums;
  const ownCents = sumOf(lines, (line) => shownDiscount(line).ownCents);
  const saleCents = sumOf(lines, (line) => shownDiscount(line).saleCents);
  return [
    rowBlock(texts.subtotal, paperAmount(sumOf(lines, shownCents))),
    ...(ownCents === 0 ? [] : [rowBlock(texts.discounts, paperAmount(-ownCents))]),
    ...(saleCents === 0 ? [] : [rowBlock(texts.saleDiscount, paperAmount(-saleCents))]),
    ...taxBlocks(sums, texts),
    {
      type: 'total',
      left: totalCents < 0 ? texts.refund : texts.total,
      right: paperAmount(totalCents),
    },
    ...(roundingCents === 0
      ? []
      : [
          rowBlock(texts.cashRounding, paperAmount(roundingCents)),
          rowBlock(texts.toPay, paperAmount(totalCents + roundingCents), 'bold'),
        ]),
  ];
}

function taxBlocks({ taxes, certificate }: ReceiptSums, texts: PaperTexts): PaperBlock[] {
  const none = certificate === undefined ? texts.noTax : texts.taxExempt;
  const rows =
    taxes.length > 0 ? taxes.map((tax) => taxBlock(tax, texts)) : [rowBlock(none, paperAmount(0))];
  if (certificate === undefined) return rows;
  return [...rows, rowBlock(fillText(texts.certificate, { number: certificate }), '')];
}

function taxBlock(tax: ReceiptTax, texts: PaperTexts): ItemBlock | RowBlock {
  const label = fillText(texts.taxRow, {
    name: tax.name,
    rate: paperRate(tax.ratePpm),
    base: paperAmount(tax.baseCents),
  });
  const amount = paperAmount(tax.taxCents);
  const excessCents = tax.excessCents ?? 0;
  if (excessCents === 0) return rowBlock(label, amount);
  const notes = [fillText(texts.aboveCap, { amount: paperAmount(excessCents) })];
  return { type: 'item', description: label, amount, notes };
}

function sumOf(lines: readonly ReceiptLine[], amount: (line: ReceiptLine) => number): number {
  return lines.reduce((sum, line) => sum + amount(line), 0);
}
