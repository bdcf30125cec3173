import { describe, expect, test } from 'vitest';
import type { TaxRuleId } from '../../ids.ts';
import type { Cents, RatePpm, Thousandths } from '../../money.ts';
import { aTaxArea, aTaxRule, someTaxTerms } from '../../taxes/tax-builders.ts';
import type { TaxRule, TaxTerms } from '../../taxes/tax-rule.ts';
import type { LinePricing, TicketPricing } from '../price-ways.ts';
import { aLineBack, aTicket, aTicketLine } from './ticket-builders.ts';
import { ticketTotals } from './ticket-totals.ts';
import type { Ticket, TicketLine } from './ticket.ts';

const dollars = (amount: number) => Math.round(amount * 100) as Cents;
const percent = (rate: number) => Math.round(rate * 10_000) as RatePpm;
const rule = (rate: number, more: Partial<TaxRule> = {}) =>
  aTaxRule({ taxRuleId: `${rate} %` as TaxRuleId, ratePpm: percent(rate), ...more });
const at = (rate: number, more: Partial<TaxTerms> = {}) =>
  someTaxTerms({ rules: [rule(rate)], ...more });
const ring = (tag: number, more: Partial<TicketLine> = {}) =>
  aTicketLine({ tagPriceCents: dollars(tag), ...more });
const outTheDoor = (amount: number) => ({
  way: 'out_the_door' as const,
  cents: dollars(amount),
});

/** The whole of a ticket in dollars, as it stands under its lines. */
function sumsOf(ticket: Ticket, terms: TaxTerms) {
  const totals = ticketTotals(ticket, terms);
  if (!totals.ok) return totals.refusal;
  const { subtotalCents, discountCents, taxCents, totalCents, adjustmentCents } = totals.value;
  return [subtotalCents, discountCents, taxCents, totalCents, adjustmentCents].map(
    (amount) => amount / 100,
  );
}

function linesOf(ticket: Ticket, terms: TaxTerms) {
  const totals = ticketTotals(ticket, terms);
  return totals.ok ? totals.value.lines : [];
}

describe('a $600 ring at 8.25 %', () => {
  test.each<[string, LinePricing, readonly number[]]>([
    ['at its tag', { way: 'tag' }, [600, 0, 49.5, 649.5, 0]],
    ['at 15 % off', { way: 'percent_off', ratePpm: percent(15) }, [600, 90, 42.08, 552.08, 0]],
    ['at $50 off', { way: 'amount_off', cents: dollars(50) }, [600, 50, 45.38, 595.38, 0]],
    [
      'for $580 before tax',
      { way: 'before_tax', cents: dollars(580) },
      [600, 20, 47.85, 627.85, 0],
    ],
    ['for $500 out the door', outTheDoor(500), [600, 138.11, 38.11, 500, 0]],
    ['for $700 out the door: raised', outTheDoor(700), [600, -46.65, 53.35, 700, 0]],
  ])('%s', (_, pricing, sums) => {
    expect(sumsOf(aTicket([ring(600, { pricing })]), at(8.25))).toEqual(sums);
  });

  test('to an exempt customer $500 out the door is $500', () => {
    const ticket = aTicket([ring(600, { pricing: outTheDoor(500) })]);
    expect(sumsOf(ticket, at(8.25, { exempt: true }))).toEqual([600, 100, 0, 500, 0]);
  });
});

test('M1: a cent that no price makes stands on a line of its own, untaxed', () => {
  const ticket = aTicket([ring(120, { pricing: outTheDoor(100.04) })]);
  expect(sumsOf(ticket, at(7))).toEqual([120.01, 26.51, 6.54, 100.04, 0.01]);
  expect(ticketTotals(ticket, at(7))).toMatchObject({
    value: {
      adjustments: [{ lineId: '1', adjustmentCents: 1 }],
      lines: [{ netCents: 9349, taxCents: 654, discountCents: 2651 }],
    },
  });
});

test('a quoted total in the gap of a luxury tax is refused with the nearest two and the line', () => {
  const luxury = someTaxTerms({ rules: [rule(10, { overCents: dollars(1000) })] });
  const ticket = aTicket([ring(20), ring(1500, { pricing: outTheDoor(1050) })]);
  expect(sumsOf(ticket, luxury)).toEqual({
    code: 'OUT_THE_DOOR_NOT_POSSIBLE',
    lineId: '2',
    belowCents: dollars(999.99),
    aboveCents: dollars(1100),
  });
});

describe('a price for the whole ticket', () => {
  const three = [ring(100), ring(200), ring(50, { kind: 'service', taxClass: 'restore' })];
  const shipping = ring(15, { kind: 'shipping', taxClass: 'shipping' });
  const taken = (pricing: TicketPricing, lines: readonly TicketLine[] = three) =>
    linesOf(aTicket(lines, pricing), at(10)).map((line) => line.ticketDiscountCents / 100);

  test.each<[string, TicketPricing, readonly number[]]>([
    ['10 % off', { way: 'percent_off', ratePpm: percent(10) }, [10, 20, 5, 0]],
    ['$35 off', { way: 'amount_off', cents: dollars(35) }, [10, 20, 5, 0]],
    [
      '$315 before tax for what is sold',
      { way: 'before_tax', cents: dollars(315) },
      [10, 20, 5, 0],
    ],
    ['$363 out the door with shipping', outTheDoor(363), [10, 20, 5, 0]],
    ['more off than it all costs', { way: 'amount_off', cents: dollars(999) }, [100, 200, 50, 0]],
  ])('%s falls on goods and work by their price, not on shipping', (_, pricing, shares) => {
    expect(taken(pricing, [...three, shipping])).toEqual(shares);
  });

  test('a cent that does not divide goes to the largest remainder, and the shares sum to the whole', () => {
    expect(taken({ way: 'amount_off', cents: dollars(0.1) })).toEqual([0.03, 0.06, 0.01]);
  });

  test('it comes on top of what a line already costs less', () => {
    const half = ring(200, { pricing: { way: 'percent_off', ratePpm: percent(50) } });
    const ticket = aTicket([half, ring(100)], { way: 'amount_off', cents: dollars(20) });
    expect(linesOf(ticket, at(10))).toMatchObject([
      {
        lineDiscountCents: 10_000,
        ticketDiscountCents: 1000,
        discountCents: 11_000,
        netCents: 9000,
      },
      { lineDiscountCents: 0, ticketDiscountCents: 1000, discountCents: 1000, netCents: 9000 },
    ]);
    expect(sumsOf(ticket, at(10))).toEqual([300, 120, 18, 198, 0]);
  });

  test('a ring quoted at $500 out the door comes to $450 at 10 % off everything', () => {
    const ticket = aTicket([ring(600, { pricing: outTheDoor(500) })], {
      way: 'percent_off',
      ratePpm: percent(10),
    });
    expect(sumsOf(ticket, at(8.25))).toEqual([600, 184.3, 34.3, 450, 0]);
  });

  test('a price raised over all lines is spread the same way', () => {
    expect(taken({ way: 'before_tax', cents: dollars(420) })).toEqual([-20, -40, -10]);
  });

  test('what is given away is raised evenly', () => {
    expect(taken({ way: 'before_tax', cents: dollars(4) }, [ring(0), ring(0)])).toEqual([-2, -2]);
  });

  test('out the door is the total of the ticket, with a gift card and a return in it', () => {
    const giftCard = ring(50, { kind: 'gift_card', taxClass: 'none', taxed: false });
    const back = aLineBack('return', dollars(100), dollars(10));
    const ticket = aTicket([ring(700), giftCard, back], outTheDoor(490));
    expect(sumsOf(ticket, at(10))).toEqual([650, 200, 40, 490, 0]);
  });

  test('a total below what is due anyway is refused with the nearest above', () => {
    expect(sumsOf(aTicket([ring(100), shipping], outTheDoor(16)), at(10))).toEqual({
      code: 'OUT_THE_DOOR_NOT_POSSIBLE',
      lineId: null,
      belowCents: null,
      aboveCents: dollars(16.5),
    });
  });

  test('a ticket with nothing to discount comes to what it comes to', () => {
    const alone = (amount: number) => sumsOf(aTicket([shipping], outTheDoor(amount)), at(10));
    expect(alone(16.5)).toEqual([15, 0, 1.5, 16.5, 0]);
    expect(alone(16)).toMatchObject({ belowCents: null, aboveCents: 1650 });
    expect(alone(20)).toMatchObject({ belowCents: 1650, aboveCents: null });
    expect(taken({ way: 'amount_off', cents: dollars(5) }, [shipping])).toEqual([0]);
  });
});

describe('what comes back', () => {
  test('a return takes exactly its stored amounts, also after the rate has changed', () => {
    const ticket = aTicket([ring(100), aLineBack('return', dollars(40), dollars(2.77))]);
    expect(sumsOf(ticket, at(10))).toEqual([60, 0, 7.23, 67.23, 0]);
  });

  test('a refund is a negative total', () => {
    const ticket = aTicket([aLineBack('return', dollars(40), dollars(4))]);
    expect(sumsOf(ticket, at(10))).toEqual([-40, 0, -4, -44, 0]);
  });

  test.each([
    ['yes', 60],
    ['no', 100],
  ] as const)(
    'a trade-up credit of $400 on a $1,000 ring, lowering the base: %s',
    (tradeIn, tax) => {
      const ticket = aTicket([ring(1000), aLineBack('trade_up', dollars(400), dollars(0))]);
      const terms = at(10, { area: aTaxArea({ tradeIn }) });
      expect(sumsOf(ticket, terms)).toEqual([600, 0, tax, 600 + tax, 0]);
    },
  );

  test('a plain return, or a trade-up that gives its tax back, does not lower the base as well', () => {
    const terms = at(10, { area: aTaxArea({ tradeIn: 'yes' }) });
    for (const kind of ['return', 'trade_up'] as const) {
      const ticket = aTicket([ring(1000), aLineBack(kind, dollars(400), dollars(40))]);
      expect(sumsOf(ticket, terms)).toEqual([600, 0, 60, 660, 0]);
    }
  });

  test('$500 out the door beside a trade-up is what the line comes to on this ticket', () => {
    const ticket = aTicket([
      ring(600, { pricing: outTheDoor(500) }),
      aLineBack('trade_up', dollars(60), dollars(0)),
    ]);
    const terms = at(8.25, { area: aTaxArea({ tradeIn: 'yes' }) });
    expect(linesOf(ticket, terms)[0]).toMatchObject({ netCents: 46_647, taxCents: 3353 });
    expect(sumsOf(ticket, terms)).toEqual([540, 133.53, 33.53, 440, 0]);
  });
});

test('two coins of $600 out the door are free of tax together, for $1,000 is', () => {
  const rules = [rule(7, { underCents: dollars(1000), conditionPer: 'ticket' })];
  const coin = ring(650, { taxClass: 'bullion', pricing: outTheDoor(600) });
  expect(sumsOf(aTicket([coin, coin]), someTaxTerms({ rules }))).toEqual([1300, 100, 0, 1200, 0]);
});

test('work is taxed by its parts as they are after the discount', () => {
  const area = aTaxArea({
    services: { ...aTaxArea().services, restore: { rule: 'labour_free', percentPpm: percent(0) } },
  });
  const retip = ring(100, {
    kind: 'service',
    taxClass: 'restore',
    partsPpm: 250_000,
    pricing: { way: 'amount_off', cents: dollars(20) },
  });
  expect(sumsOf(aTicket([retip]), at(10, { area }))).toEqual([100, 20, 2, 82, 0]);
});

test('three rings and half a chain: the line counts, not the unit', () => {
  const rings = ring(33.33, {
    quantityThousandths: 3000 as Thousandths,
    pricing: { way: 'amount_off', cents: dollars(9.99) },
  });
  const chain = ring(9.99, { quantityThousandths: 500 as Thousandths });
  expect(linesOf(aTicket([rings, chain]), at(0))).toMatchObject([
    { grossCents: 9999, netCents: 9000 },
    { grossCents: 500, netCents: 500 },
  ]);
});

test('an empty ticket comes to nothing', () => {
  expect(sumsOf(aTicket([]), at(7))).toEqual([0, 0, 0, 0, 0]);
  expect(sumsOf(aTicket([], { way: 'amount_off', cents: dollars(5) }), at(7))).toEqual([
    0, 0, 0, 0, 0,
  ]);
});

test('a negative line without stored amounts, and stored amounts that do not add up, are bugs', () => {
  const back = aLineBack('return', dollars(40), dollars(4));
  expect(() => ticketTotals(aTicket([{ ...back, fixed: null }]), at(7))).toThrow(RangeError);
  const fixed = {
    grossCents: 0,
    discountCents: 0,
    netCents: -1,
    taxCents: 0,
  } as TicketLine['fixed'];
  expect(() => ticketTotals(aTicket([{ ...back, fixed }]), at(7))).toThrow(RangeError);
});

describe('forty lines, priced again at each key', () => {
  /** How often the rules were looked at to price a ticket: once each time its tax is worked out. */
  function looksFor(ticket: Ticket) {
    let looks = 0;
    const terms = {
      ...at(8.25),
      get rules() {
        looks += 1;
        return [rule(8.25)];
      },
    };
    expect(ticketTotals(ticket, terms).ok).toBe(true);
    return looks;
  }
  const forty = Array.from({ length: 40 }, (_, index) => ring(100 + index * 77.77));

  test('need their tax once', () => {
    expect(looksFor(aTicket(forty, { way: 'percent_off', ratePpm: percent(10) }))).toBe(1);
  });

  test('need it a few times for a total out the door', () => {
    expect(looksFor(aTicket(forty, outTheDoor(60_000.07)))).toBeLessThanOrEqual(20);
  });

  test('need it a few times for one line that is quoted', () => {
    const quotedOnce = forty.with(7, ring(600, { pricing: outTheDoor(499.99) }));
    expect(looksFor(aTicket(quotedOnce))).toBeLessThanOrEqual(40);
  });
});
