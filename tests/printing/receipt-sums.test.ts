import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrintedCode } from '#shared/document-number.ts';
import type { Paper } from '#shared/documents/paper.ts';
import { paperTextLines } from '#shared/documents/paper-text.ts';
import { type ReceiptLine, receiptPaper } from '#shared/documents/receipt-paper.ts';
import { en } from '#shared/documents/texts/en.ts';
import { LINE_KINDS } from '#shared/sales/line-kinds.ts';
import { cents, extendPrice, parseCents, type Thousandths } from '#shared/money.ts';
import { aLine, aReceipt } from './paper-samples.ts';

const anyLine: fc.Arbitrary<ReceiptLine> = fc
  .record({
    tagCents: fc.integer({ min: 0, max: 5_000_000 }),
    chargedCents: fc.integer({ min: 0, max: 5_000_000 }),
    quantity: fc.integer({ min: 1, max: 40_000 }),
    taxed: fc.boolean(),
  })
  .map(({ tagCents, chargedCents, quantity, taxed }) => {
    const grossCents = extendPrice(cents(tagCents), quantity as Thousandths);
    const netCents = extendPrice(cents(chargedCents), quantity as Thousandths);
    const discountCents = grossCents - netCents;
    return aLine({
      quantityThousandths: quantity,
      unitCents: tagCents,
      netCents,
      discountCents,
      taxed,
    });
  });

/** A line of the whole sale: bought or brought back, with a part of the discount given on the sale. */
const anyWholeLine: fc.Arbitrary<ReceiptLine> = fc
  .record({
    kind: fc.constantFrom(...LINE_KINDS),
    tagCents: fc.integer({ min: 0, max: 5_000_000 }),
    quantity: fc.integer({ min: 1, max: 40_000 }),
    offPpm: fc.integer({ min: -200_000, max: 1_000_000 }),
    salePpm: fc.integer({ min: 0, max: 1_000_000 }),
    taxed: fc.boolean(),
  })
  .map(({ kind, tagCents, quantity, offPpm, salePpm, taxed }) => {
    const sign = kind === 'return' || kind === 'trade_up' ? -1 : 1;
    const grossCents = extendPrice(cents(tagCents), quantity as Thousandths);
    const discountCents = Math.round((grossCents * offPpm) / 1_000_000);
    return aLine({
      kind,
      quantityThousandths: sign * quantity,
      unitCents: tagCents,
      discountCents: sign * discountCents,
      saleDiscountCents: sign * Math.round((Math.max(0, discountCents) * salePpm) / 1_000_000),
      netCents: sign * (grossCents - discountCents),
      taxed,
    });
  });

/** The amount a printed row ends with. */
function amountsOf(paper: Paper, type: 'item' | 'row' | 'total', label?: string): number[] {
  return paper.blocks.flatMap((block) => {
    if (block.type !== type || (label !== undefined && 'left' in block && block.left !== label))
      return [];
    const text = block.type === 'item' ? block.amount : 'right' in block ? block.right : '';
    return [Number(parseCents(text))];
  });
}

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, each) => total + each, 0);

describe('what a receipt adds up to, read off the paper', () => {
  test('M1 the lines add up to the subtotal, and subtotal + discounts + tax to the total', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
        const facts = aReceipt(lines);
        const paper = receiptPaper(facts, 'en');
        const subtotal = sum(amountsOf(paper, 'row', en.subtotal));
        const discounts = sum(amountsOf(paper, 'row', en.discounts));
        expect(sum(amountsOf(paper, 'item'))).toBe(subtotal);
        expect(discounts).toBeLessThanOrEqual(0);
        expect(subtotal + discounts + sum(facts.taxes.map((tax) => tax.taxCents))).toBe(
          facts.totalCents,
        );
        expect(amountsOf(paper, 'total')).toEqual([facts.totalCents]);
      }),
    );
  });

  test('M1 on a whole sale too: lines, returns, discounts of both sorts, tax, rounding and what is to pay', () => {
    fc.assert(
      fc.property(
        fc.array(anyWholeLine, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -2, max: 2 }),
        (lines, roundingCents) => {
          const facts = aReceipt(lines, { roundingCents });
          const paper = receiptPaper(facts, 'en');
          const goods = paper.blocks.filter((block) => block.type === 'item');
          const subtotal = sum(amountsOf(paper, 'row', en.subtotal));
          const own = sum(amountsOf(paper, 'row', en.discounts));
          const whole = sum(amountsOf(paper, 'row', en.saleDiscount));
          const taxes = sum(facts.taxes.map((tax) => tax.taxCents));
          expect(sum(amountsOf({ ...paper, blocks: goods }, 'item'))).toBe(subtotal);
          expect(Math.max(own, whole)).toBeLessThanOrEqual(0);
          expect(subtotal + own + whole + taxes).toBe(facts.totalCents);
          const label = facts.totalCents < 0 ? en.refund : en.total;
          expect(amountsOf(paper, 'total', label)).toEqual([facts.totalCents]);
          expect(amountsOf(paper, 'row', en.toPay)).toEqual(
            roundingCents === 0 ? [] : [facts.totalCents + roundingCents],
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('what comes back stands with what is credited, without a word of the discount it had', () => {
    const back = aLine({
      kind: 'return',
      quantityThousandths: -1000,
      discountCents: -12_500,
      netCents: -112_500,
      soldOn: 'S1-9377',
    });
    const text = paperTextLines(receiptPaper(aReceipt([back]), 'en'), 48).join('\n');
    expect(text).toMatch(/Return: 14k yellow gold band, 4 mm +-\$1,125\.00/);
    expect(text).toContain('Sold on S1-9377');
    expect(text).not.toMatch(/Discount|1,250/);
    expect(text).toMatch(/^Refund +-\$1,217\.81$/m);
  });

  test('of a gift card that paid, never more than five characters are printed', () => {
    const paid = aReceipt([aLine()], {
      payments: [{ tender: 'gift_card', amountCents: 135_313, endsWith: '7K2M9QXT4WBEZ' }],
    });
    const text = paperTextLines(receiptPaper(paid, 'es'), 48).join('\n');
    expect(text).toContain('4WBEZ');
    expect(text).not.toContain('T4WBEZ');
  });

  test('who shares a sale is named, and in what parts is not the customer’s to read', () => {
    const text = paperTextLines(
      receiptPaper(aReceipt([aLine()], { sellers: ['AM', 'RK'] }), 'en'),
      48,
    ).join('\n');
    expect(text).toContain('Register 1 · Sold by AM, RK\n');
  });

  test('a raised price is the price: the paper does not mention the tag', () => {
    const raised = aLine({
      unitCents: 10_000,
      netCents: 24_000,
      discountCents: -4000,
      quantityThousandths: 2000,
    });
    const text = paperTextLines(receiptPaper(aReceipt([raised]), 'en'), 48).join('\n');
    expect(text).toContain('2 × $120.00');
    expect(text).not.toContain('$100.00');
    expect(text).not.toContain(en.discounts);
  });

  test('the printed code opens the sale it was printed for', () => {
    const block = receiptPaper(aReceipt([aLine()]), 'es').blocks.find(
      (each) => each.type === 'barcode',
    );
    expect(readPrintedCode(block?.value ?? '')).toEqual({ kind: 'sale', number: 'S1-10482' });
  });

  test('change is printed only when there is some', () => {
    const exact = paperTextLines(receiptPaper(aReceipt([aLine()]), 'en'), 48).join('\n');
    expect(exact).not.toContain(en.changeDue);
  });
});
