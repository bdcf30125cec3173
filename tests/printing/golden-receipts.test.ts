import { expect, test } from 'vitest';
import { cashRounding } from '#shared/sales/pricing/cash-rounding.ts';
import { ticketTotals, type TicketTotals } from '#shared/sales/pricing/ticket-totals.ts';
import { paperText } from '#shared/documents/paper-text.ts';
import { receiptPaper, type ReceiptFacts } from '#shared/documents/receipt-paper.ts';
import type { Cents } from '#shared/money.ts';
import {
  figuresOfProgram,
  figuresOnPaper,
  goldenFacts,
  type GoldenTicket,
  goldenTickets,
} from './golden-receipts.ts';

const tickets = goldenTickets();

function priced({ ticket, terms }: GoldenTicket): TicketTotals {
  const totals = ticketTotals(ticket, terms);
  if (!totals.ok) throw new Error(JSON.stringify(totals.refusal));
  return totals.value;
}

const textOf = (facts: ReceiptFacts) => paperText(receiptPaper(facts, 'en'), 42);

test('M1: 200 receipts stand as they were worked out on paper', async () => {
  const onPaper = tickets.map((golden) => textOf(goldenFacts(golden, figuresOnPaper(golden))));
  await expect(onPaper.join('\f\n')).toMatchFileSnapshot('golden/receipts-200.txt');
  const printed = tickets.map((golden) =>
    textOf(goldenFacts(golden, figuresOfProgram(priced(golden)))),
  );
  for (const [index, text] of printed.entries()) expect(text).toBe(onPaper[index]);
  expect(printed).toHaveLength(200);
});

test('their cash is rounded as on paper', () => {
  const inCash = tickets.filter((golden) => golden.paidInCash);
  expect(inCash.length).toBeGreaterThan(60);
  for (const golden of inCash) {
    const { totalCents, roundingCents = 0 } = goldenFacts(golden, figuresOnPaper(golden));
    expect(
      cashRounding('nearest_5', {
        totalCents: totalCents as Cents,
        otherTendersCents: 0 as Cents,
        cashUsed: true,
      }),
    ).toBe(roundingCents);
  }
});

test('a cent of tax that went astray is caught (planted)', () => {
  const astray = tickets.map((golden) => {
    const figures = figuresOfProgram(priced(golden));
    const [first, ...rest] = figures.parts;
    const parts = first ? [{ ...first, taxCents: first.taxCents + 1 }, ...rest] : rest;
    const changed = { ...figures, parts, taxCents: figures.taxCents + (first ? 1 : 0) };
    const right = textOf(goldenFacts(golden, figuresOnPaper(golden)));
    return textOf(goldenFacts(golden, changed)) === right || first === undefined;
  });
  expect(astray.filter((unseen) => unseen).length).toBeLessThan(40);
});

test('they hold lines of several articles that each cost more than a cap', () => {
  const beyondCap = tickets.flatMap(({ ticket, terms }) =>
    ticket.lines.filter(
      (line) =>
        line.quantityThousandths > 1000 &&
        terms.rules.some(({ toCents }) => toCents !== null && line.tagPriceCents > toCents),
    ),
  );
  expect(beyondCap.length).toBeGreaterThan(5);
});

test('they hold every kind of line, way of pricing and place', () => {
  const lines = tickets.flatMap(({ ticket }) => ticket.lines);
  for (const kind of ['item', 'service', 'care_plan', 'return', 'trade_up', 'gift_card'] as const)
    expect(lines.filter((line) => line.kind === kind).length, kind).toBeGreaterThan(10);
  for (const way of ['tag', 'percent_off', 'amount_off', 'before_tax'] as const)
    expect(lines.filter((line) => line.pricing.way === way).length, way).toBeGreaterThan(20);
  expect(new Set(tickets.map(({ terms }) => terms.area.name)).size).toBe(6);
  expect(tickets.filter(({ ticket }) => ticket.pricing !== null).length).toBeGreaterThan(40);
});
