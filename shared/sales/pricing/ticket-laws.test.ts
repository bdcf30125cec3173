import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxRuleId } from '../../ids.ts';
import { type Cents, type RatePpm, type Thousandths, ZERO_CENTS } from '../../money.ts';
import { ok } from '../../result.ts';
import { aTaxArea, aTaxRule } from '../../taxes/tax-builders.ts';
import { TAX_CLASSES } from '../../taxes/tax-class.ts';
import { SERVICE_RULES, TAX_ROUNDINGS, type TaxTerms } from '../../taxes/tax-rule.ts';
import type { LinePricing } from '../price-ways.ts';
import {
  gapsOf,
  naiveNets,
  naiveOwnNets,
  naiveSums,
  naiveTaxes,
  naiveTotals,
  nearestTicketTotals,
  quickTaxes,
  type SomeTotals,
  sum,
  tryAll,
} from './naive-ticket.ts';
import { bendTax, changed, dropAdjustment, type Prices, requoted } from './planted-prices.ts';
import { aLineBack, aTicket, aTicketLine } from './ticket-builders.ts';
import { ticketTotals } from './ticket-totals.ts';
import type { TicketLine } from './ticket.ts';

const RUNS = { numRuns: 2000 };
const c = (value: number) => value as Cents;
const ppm = (value: number) => value as RatePpm;

/** Amounts where roundings, gaps and thresholds lie close together, and now and then real prices. */
const anAmount = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 5_000_000 })).map(c);
const aFewCents = fc.nat({ max: 250 }).map(c);

const untaxedWays = (amount: fc.Arbitrary<Cents>) =>
  fc.oneof(
    fc.record({
      way: fc.constant('percent_off' as const),
      ratePpm: fc.nat({ max: 1_000_000 }).map(ppm),
    }),
    fc.record({
      way: fc.constantFrom('amount_off' as const, 'before_tax' as const),
      cents: amount,
    }),
  );
const quotedWay = (amount: fc.Arbitrary<Cents>) =>
  fc.record({ way: fc.constant('out_the_door' as const), cents: amount });
const lineWays = (amount: fc.Arbitrary<Cents>): fc.Arbitrary<LinePricing> =>
  fc.oneof(fc.constant({ way: 'tag' as const }), untaxedWays(amount));

const soldLine = (
  amount: fc.Arbitrary<Cents>,
  pricing: fc.Arbitrary<LinePricing>,
): fc.Arbitrary<TicketLine> =>
  fc
    .record({
      kind: fc.constantFrom('item', 'item', 'service', 'gift_wrap', 'shipping', 'gift_card'),
      quantityThousandths: fc
        .constantFrom(1000, 1000, 2000, 333)
        .map((value) => value as Thousandths),
      tagPriceCents: amount,
      pricing,
      taxClass: fc.oneof(fc.constantFrom('goods', 'bullion'), fc.constantFrom(...TAX_CLASSES)),
      taxed: fc.nat({ max: 5 }).map((value) => value > 0),
      partsPpm: fc.constantFrom(0, 250_000, 1_000_000),
    })
    .map(aTicketLine);
const lineBack = (amount: fc.Arbitrary<Cents>): fc.Arbitrary<TicketLine> =>
  fc
    .tuple(fc.constantFrom('return', 'trade_up'), amount, fc.boolean())
    .map(([kind, net, taxBack]) =>
      aLineBack(kind, net, taxBack ? c(Math.round(net / 12)) : ZERO_CENTS),
    );
const someLines = (
  amount: fc.Arbitrary<Cents>,
  pricing: fc.Arbitrary<LinePricing>,
  maxLength: number,
) =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: soldLine(amount, pricing) },
      { weight: 1, arbitrary: lineBack(amount) },
    ),
    { maxLength },
  );

const aService = fc.record({
  rule: fc.constantFrom(...SERVICE_RULES),
  percentPpm: fc.constantFrom(0, 100_000, 500_000).map(ppm),
});
/** Terms under which tax only rises with the price: no rule ends at a threshold. */
const risingTerms: fc.Arbitrary<TaxTerms> = fc.record({
  area: fc
    .record({
      tradeIn: fc.constantFrom('no', 'yes', 'like_kind'),
      services: fc.record({ restore: aService, alter: aService, fabricate: aService }),
    })
    .map(aTaxArea),
  rules: fc
    .array(
      fc.record({
        ratePpm: fc.oneof(fc.constantFrom(70_000, 82_500), fc.nat({ max: 200_000 })).map(ppm),
        classes: fc.constantFrom(TAX_CLASSES, ['goods'] as const, ['bullion', 'shipping'] as const),
        fromCents: fc.constantFrom(0, 0, 60).map(c),
        toCents: fc.option(fc.constantFrom(60, 160).map(c), { freq: 1 }),
        overCents: fc.option(fc.constantFrom(50, 150).map(c), { freq: 1 }),
        conditionPer: fc.constantFrom('article', 'ticket'),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((rules) =>
      rules.map((rule, at) => aTaxRule({ ...rule, taxRuleId: `${at}` as TaxRuleId })),
    ),
  exempt: fc.nat({ max: 9 }).map((value) => value === 0),
  rounding: fc.constantFrom(...TAX_ROUNDINGS),
});

/** Terms of one rate on everything, whatever is traded in and wherever it is rounded: every quote can be met. */
const flatTerms: fc.Arbitrary<TaxTerms> = fc
  .tuple(risingTerms, fc.nat({ max: 200_000 }).map(ppm))
  .map(([terms, ratePpm]) => ({ ...terms, rules: [aTaxRule({ ratePpm })] }));

describe('a ticket whose prices need no tax to be found', () => {
  const law = (price: Prices) =>
    fc.property(
      someLines(anAmount, lineWays(anAmount), 8),
      fc.option(untaxedWays(anAmount), { freq: 3 }),
      risingTerms,
      (lines, pricing, terms) => {
        const ticket = aTicket(lines, pricing);
        const totals = price(ticket, terms);
        expect(totals).toMatchObject({ ok: true, value: naiveTotals(ticket, terms) });
        expect(totals.ok && gapsOf(totals.value)).toEqual([]);
      },
    );

  test('M1: a ticket comes to what a naive count gives, line by line and in sum', () => {
    fc.assert(law(ticketTotals), RUNS);
  });

  test.each<[string, Prices]>([
    [
      'a ticket price that falls on shipping too',
      (ticket, terms) => {
        const asItem = ticket.lines.map((line) =>
          line.kind === 'shipping' ? { ...line, kind: 'item' as const } : line,
        );
        return ticketTotals({ ...ticket, lines: asItem }, terms);
      },
    ],
    [
      'shares of the ticket discount that are each rounded for themselves',
      (ticket, terms) => {
        const [own, exact] = [naiveOwnNets(ticket), naiveNets(ticket)];
        const moved = own.filter((net, at) => net !== exact[at]);
        const rate = sum(moved) === 0 ? 0 : (sum(own) - sum(exact)) / sum(moved);
        const nets = own.map((net, at) => (net === exact[at] ? net : net - Math.round(net * rate)));
        return ok(naiveSums(ticket, nets, naiveTaxes(ticket, nets, terms)));
      },
    ],
    [
      'tax on the price before the ticket discount',
      (ticket, terms) =>
        ok(naiveSums(ticket, naiveNets(ticket), naiveTaxes(ticket, naiveOwnNets(ticket), terms))),
    ],
    [
      'a return that lowers the base like a trade-in',
      (ticket, terms) => {
        const asTradeIn = ticket.lines.map((line) =>
          line.fixed
            ? { ...line, kind: 'trade_up' as const, fixed: { ...line.fixed, taxCents: 0 as Cents } }
            : line,
        );
        const nets = naiveNets(ticket);
        const taxes = naiveTaxes({ ...ticket, lines: asTradeIn }, nets, terms);
        const stored = ticket.lines.map(
          (line, at) => (taxes[at] ?? 0) + (line.fixed?.taxCents ?? 0),
        );
        return ok(naiveSums(ticket, nets, stored));
      },
    ],
    [
      'parts of work as they were before the discount',
      (ticket, terms) => {
        const [own, nets] = [naiveOwnNets(ticket), naiveNets(ticket)];
        const before = ticket.lines.map((line, at) => {
          const grown = (line.partsPpm * (own[at] ?? 0)) / (nets[at] || 1);
          return { ...line, partsPpm: Math.max(0, Math.min(1_000_000, Math.round(grown))) };
        });
        return ok(naiveSums(ticket, nets, naiveTaxes({ ...ticket, lines: before }, nets, terms)));
      },
    ],
  ])('%s is caught (planted)', (_, planted) => {
    expect(fc.check(law(planted), RUNS).failed).toBe(true);
  });
});

const netsOf = (totals: SomeTotals) => totals.lines.map((line) => line.netCents);
const taxesOf = (totals: SomeTotals) => totals.lines.map((line) => line.taxCents);

describe('a whole ticket quoted out the door', () => {
  const law = (price: Prices) =>
    fc.property(
      someLines(aFewCents, lineWays(aFewCents), 4),
      fc.integer({ min: -50, max: 600 }),
      risingTerms,
      (lines, quote, terms) => {
        const ticket = aTicket(lines, { way: 'out_the_door', cents: quote as Cents });
        const { below, above } = nearestTicketTotals(ticket, quote, terms);
        const totals = price(ticket, terms);
        if (below === null || quote - below > 2) {
          const code = 'OUT_THE_DOOR_NOT_POSSIBLE';
          const refusal = { code, lineId: null, belowCents: below, aboveCents: above };
          expect(totals).toEqual({ ok: false, refusal });
          return;
        }
        if (!totals.ok) throw new Error(`refused, and ${below} is near ${quote}`);
        expect(totals.value.totalCents).toBe(quote);
        expect(totals.value.adjustmentCents).toBe(quote - below);
        expect(gapsOf(totals.value)).toEqual([]);
        expect(taxesOf(totals.value)).toEqual(naiveTaxes(ticket, netsOf(totals.value), terms));
      },
    );

  test('M1: it comes to the quote to the cent, and no price would have come nearer', () => {
    fc.assert(law(ticketTotals), RUNS);
  });

  test.each<[string, Prices]>([
    ['a tax that is bent by the missing cent', changed(bendTax)],
    ['an adjustment that no line stands for', changed(dropAdjustment)],
    [
      'a quote that forgets the tax coming back with returns',
      (ticket, terms) => {
        const back = ticket.lines.map((line) => line.fixed?.taxCents ?? 0);
        return ticketTotals(requoted(ticket, -sum(back)), terms);
      },
    ],
    [
      'a total one cent too high, for want of an exact one',
      (ticket, terms) => {
        const totals = ticketTotals(ticket, terms);
        return totals.ok && totals.value.adjustmentCents > 0
          ? ticketTotals(requoted(ticket, 1), terms)
          : totals;
      },
    ],
    [
      'a price found at one rate for all lines',
      (ticket, terms) => {
        const totals = ticketTotals(requoted(ticket, 0), terms);
        if (!totals.ok) return totals;
        const { subtotalCents, adjustmentCents, totalCents } = totals.value;
        const rate = totals.value.taxCents / Math.max(1, totalCents - totals.value.taxCents);
        const discount = subtotalCents - adjustmentCents - Math.round(totalCents / (1 + rate));
        const pricing = { way: 'amount_off' as const, cents: Math.max(0, discount) as Cents };
        return ticketTotals({ ...ticket, pricing }, terms);
      },
    ],
  ])('%s is caught (planted)', (_, planted) => {
    expect(fc.check(law(planted), RUNS).failed).toBe(true);
  });
});

describe('a line quoted out the door', () => {
  const law = (price: Prices) =>
    fc.property(
      someLines(aFewCents, lineWays(aFewCents), 3),
      soldLine(aFewCents, quotedWay(aFewCents)),
      fc.nat({ max: 3 }),
      risingTerms,
      (lines, line, place, terms) => {
        const at = Math.min(place, lines.length);
        const ticket = aTicket(lines.toSpliced(at, 0, line));
        const quote = line.pricing.way === 'out_the_door' ? line.pricing.cents : 0;
        const own = naiveOwnNets(ticket);
        const { below, above } = tryAll(quote, quote + 2, (net) => {
          return net + (quickTaxes(ticket, own.with(at, net), terms)[at] ?? 0);
        });
        const totals = price(ticket, terms);
        if (below === null || quote - below > 2) {
          const code = 'OUT_THE_DOOR_NOT_POSSIBLE';
          const refusal = { code, lineId: `${at + 1}`, belowCents: below, aboveCents: above };
          expect(totals).toEqual({ ok: false, refusal });
          return;
        }
        if (!totals.ok) throw new Error(`refused, and ${below} is near ${quote}`);
        expect(totals.value.adjustmentCents).toBe(quote - below);
        const [nets, taxes] = [netsOf(totals.value), taxesOf(totals.value)];
        expect((nets[at] ?? 0) + (taxes[at] ?? 0) + totals.value.adjustmentCents).toBe(quote);
        expect(nets.toSpliced(at, 1)).toEqual(own.toSpliced(at, 1));
        expect(taxes).toEqual(naiveTaxes(ticket, nets, terms));
        expect(gapsOf(totals.value)).toEqual([]);
      },
    );

  test('M1: it comes to the quote on its ticket, and no price would have come nearer', () => {
    fc.assert(law(ticketTotals), RUNS);
  });

  test.each<[string, Prices]>([
    ['a tax that is bent by the missing cent', changed(bendTax)],
    ['an adjustment that no line stands for', changed(dropAdjustment)],
    [
      'a price found as if the line were sold alone',
      (ticket, terms) => {
        const alone = ticket.lines.map((line) => {
          if (line.pricing.way !== 'out_the_door') return line;
          const totals = ticketTotals({ lines: [line], pricing: null }, terms);
          const cents = totals.ok ? (totals.value.lines[0]?.netCents ?? ZERO_CENTS) : ZERO_CENTS;
          return { ...line, pricing: { way: 'before_tax' as const, cents } };
        });
        return ticketTotals({ ...ticket, lines: alone }, terms);
      },
    ],
  ])('%s is caught (planted)', (_, planted) => {
    expect(fc.check(law(planted), RUNS).failed).toBe(true);
  });

  test('M1: several of them settle beside each other, whatever rounds and lowers their tax', () => {
    fc.assert(
      fc.property(
        fc.array(soldLine(aFewCents, quotedWay(aFewCents)), { minLength: 2, maxLength: 6 }),
        fc.option(lineBack(aFewCents)),
        flatTerms,
        (lines, back, terms) => {
          const ticket = aTicket(back === null ? lines : [...lines, back]);
          const totals = ticketTotals(ticket, terms);
          if (!totals.ok) throw new Error(`line ${totals.refusal.lineId} does not settle`);
          expect(gapsOf(totals.value)).toEqual([]);
          expect(taxesOf(totals.value)).toEqual(naiveTaxes(ticket, netsOf(totals.value), terms));
          for (const [at, { lineId, netCents, taxCents }] of totals.value.lines.entries()) {
            const line = ticket.lines[at];
            if (line?.pricing.way !== 'out_the_door') continue;
            const own = totals.value.adjustments.find((each) => each.lineId === lineId);
            const adjustmentCents = own?.adjustmentCents ?? 0;
            expect(netCents + taxCents + adjustmentCents).toBe(line.pricing.cents);
            expect([0, 1, 2]).toContain(adjustmentCents);
          }
        },
      ),
      RUNS,
    );
  });
});

/** Terms with rules that end at a threshold too: of two prices that make a quote, either may be found. */
const anyTerms = fc
  .tuple(risingTerms, fc.array(fc.option(fc.constantFrom(40, 140).map(c)), { maxLength: 3 }))
  .map(([terms, ends]): TaxTerms => ({
    ...terms,
    rules: terms.rules.map((rule, at) => ({ ...rule, underCents: ends[at] ?? null })),
  }));

test('M1: whatever the ways and the terms, a ticket adds up or is refused with totals around the quote', () => {
  const anyWay = fc.oneof(lineWays(aFewCents), quotedWay(aFewCents));
  const aPrice = fc.option(fc.oneof(untaxedWays(aFewCents), quotedWay(fc.nat(900).map(c))));
  fc.assert(
    fc.property(someLines(aFewCents, anyWay, 6), aPrice, anyTerms, (lines, pricing, terms) => {
      const ticket = aTicket(lines, pricing);
      const totals = ticketTotals(ticket, terms);
      if (!totals.ok) {
        const { lineId, belowCents, aboveCents } = totals.refusal;
        const priced = lineId === null ? ticket : ticket.lines[Number(lineId) - 1];
        const quote = priced?.pricing?.way === 'out_the_door' ? priced.pricing.cents : Number.NaN;
        expect(belowCents ?? -Infinity).toBeLessThan(quote);
        expect(aboveCents ?? Infinity).toBeGreaterThan(quote);
        return;
      }
      expect(gapsOf(totals.value)).toEqual([]);
      expect(taxesOf(totals.value)).toEqual(naiveTaxes(ticket, netsOf(totals.value), terms));
      for (const line of totals.value.lines.filter((_, at) => ticket.lines[at]?.fixed === null))
        expect(line.netCents).toBeGreaterThanOrEqual(0);
      if (pricing?.way === 'out_the_door') expect(totals.value.totalCents).toBe(pricing.cents);
    }),
    RUNS,
  );
});
