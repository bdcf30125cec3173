import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, type RatePpm, rateOfCents } from '../../money.ts';
import { ok, refuse } from '../../result.ts';
import { outTheDoor } from './out-the-door.ts';

const RUNS = { numRuns: 2000 };
const dollars = (amount: number) => Math.round(amount * 100) as Cents;
const at = (percent: number) => (net: Cents) =>
  rateOfCents(net, Math.round(percent * 10_000) as RatePpm);
const priced = (net: number, tax: number, adjustment = 0) =>
  ok({
    netCents: dollars(net),
    taxCents: dollars(tax),
    adjustmentCents: dollars(adjustment),
  });

describe('a price that is quoted with tax', () => {
  test('$500 out the door at 8.25 % is $461.89 and $38.11 tax', () => {
    expect(outTheDoor(dollars(500), at(8.25))).toEqual(priced(461.89, 38.11));
  });

  test('$1,000 out the door at 7 % is $934.58 and $65.42 tax', () => {
    expect(outTheDoor(dollars(1000), at(7))).toEqual(priced(934.58, 65.42));
  });

  test('$100.04 at 7 % cannot be made: $93.49 makes $100.03, so a cent goes on a line of its own', () => {
    expect(at(7)(dollars(93.49)) + dollars(93.49)).toBe(dollars(100.03));
    expect(at(7)(dollars(93.5)) + dollars(93.5)).toBe(dollars(100.05));
    expect(outTheDoor(dollars(100.04), at(7))).toEqual(priced(93.49, 6.54, 0.01));
  });

  test('without tax the price is what was quoted', () => {
    expect(outTheDoor(dollars(500), at(0))).toEqual(priced(500, 0));
    expect(outTheDoor(dollars(0), at(7))).toEqual(priced(0, 0));
  });

  test('a tax on dear things only: $260 lies in the gap between $250.00 untaxed and $268.13 taxed', () => {
    const overTwoFifty = (net: Cents) => (net > dollars(250) ? at(7.25)(net) : dollars(0));
    expect(outTheDoor(dollars(260), overTwoFifty)).toEqual(
      refuse({
        code: 'OUT_THE_DOOR_NOT_POSSIBLE',
        belowCents: dollars(250),
        aboveCents: dollars(268.14),
      }),
    );
    expect(outTheDoor(dollars(250.02), overTwoFifty)).toEqual(priced(250, 0, 0.02));
  });

  test('coins without tax from $1,000: $1,040 out the door is $1,040 for coins, and $990 is $925.23 with tax', () => {
    const coins = (net: Cents) => (net >= dollars(1000) ? dollars(0) : at(7)(net));
    expect(outTheDoor(dollars(1040), coins)).toEqual(priced(1040, 0));
    expect(outTheDoor(dollars(990), coins)).toEqual(priced(925.23, 64.77));
  });

  test('less than what is due anyway cannot be made at any price', () => {
    const taxOnShippingToo = (net: Cents) => (at(7)(net) + dollars(1.4)) as Cents;
    expect(outTheDoor(dollars(1), taxOnShippingToo)).toEqual(
      refuse({
        code: 'OUT_THE_DOOR_NOT_POSSIBLE',
        belowCents: null,
        aboveCents: dollars(1.4),
      }),
    );
    expect(outTheDoor(dollars(-5), at(7))).toMatchObject({
      refusal: { belowCents: null, aboveCents: 0 },
    });
  });

  test('the dearest ticket is priced in a few looks at the tax, also across a jump', () => {
    const looksFor = (taxOfNet: (net: Cents) => Cents) => {
      let looks = 0;
      outTheDoor(1_000_000_000 as Cents, (net) => {
        looks += 1;
        return taxOfNet(net);
      });
      return looks;
    };
    expect(looksFor(at(8.25))).toBeLessThanOrEqual(25);
    expect(looksFor(at(60))).toBeLessThanOrEqual(45);
    expect(
      looksFor((net) => (net > dollars(9_500_000) ? at(10)(net) : dollars(0))),
    ).toBeLessThanOrEqual(45);
  });
});

/** A tax that rises with the price: bands with rates of their own, a jump over a threshold, a sum due anyway. */
const aTax = fc.record({
  bands: fc.array(fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 300_000 })), {
    minLength: 1,
    maxLength: 3,
  }),
  over: fc.tuple(fc.nat({ max: 3000 }), fc.oneof(fc.constant(0), fc.nat({ max: 200_000 }))),
  due: fc.oneof(fc.constant(0), fc.nat({ max: 50 })),
});
type Tax = typeof aTax extends fc.Arbitrary<infer Value> ? Value : never;

function taxOf({ bands, over, due }: Tax, net: number): number {
  let exact = net > over[0] ? BigInt(net) * BigInt(over[1]) : 0n;
  for (const [from, rate] of bands) exact += BigInt(Math.max(0, net - from)) * BigInt(rate);
  return due + Number((exact * 2n + 1_000_000n) / 2_000_000n);
}

/** Looks at every price there is. */
function tryAll(target: number, taxOfNet: (net: number) => number) {
  let [below, above] = [-1, -1];
  const totals: number[] = [];
  for (let net = 0; net <= target + 60; net += 1) {
    const total = net + taxOfNet(net);
    totals.push(total);
    if (total <= target && (below < 0 || total >= (totals[below] ?? 0))) below = net;
    if (total > target && (above < 0 || total < (totals[above] ?? 0))) above = net;
  }
  const missing = below < 0 ? Infinity : target - (totals[below] ?? 0);
  if (missing > 2)
    return refuse({
      code: 'OUT_THE_DOOR_NOT_POSSIBLE',
      belowCents: totals[below] ?? null,
      aboveCents: totals[above] ?? null,
    });
  const taxCents = (totals[below] ?? 0) - below;
  return ok({ netCents: below, taxCents, adjustmentCents: missing });
}

const aTarget = fc.nat({ max: 4000 });
const risingLaw = (solve: typeof outTheDoor) =>
  fc.property(aTarget, aTax, (target, tax) => {
    const solved = solve(target as Cents, (net) => taxOf(tax, net) as Cents);
    expect(solved).toEqual(tryAll(target, (net) => taxOf(tax, net)));
  });

test('where tax rises with the price, the answer is what trying every price gives', () => {
  fc.assert(risingLaw(outTheDoor), RUNS);
});

test('where split tax moves by a cent against the price, an exact price is still found whenever there is one', () => {
  fc.assert(
    fc.property(aTarget, fc.nat({ max: 250_000 }), fc.nat(), (target, rate, seed) => {
      const wobbly = (net: number) =>
        Math.max(
          0,
          rateOfCents(net as Cents, rate as RatePpm) + (((net * 7919 + seed) >> 3) % 3) - 1,
        );
      const solved = outTheDoor(target as Cents, (net) => wobbly(net) as Cents);
      const naive = tryAll(target, wobbly);
      expect(solved.ok).toBe(naive.ok);
      if (!solved.ok || !naive.ok) return;
      const { netCents, taxCents, adjustmentCents } = solved.value;
      expect(adjustmentCents).toBe(naive.value.adjustmentCents);
      expect(taxCents).toBe(wobbly(netCents));
      expect(netCents + taxCents + adjustmentCents).toBe(target);
    }),
    RUNS,
  );
});

test('where tax falls at a threshold, no dearer price would have been exact', () => {
  const aFall = fc.record({
    from: fc.nat({ max: 4000 }),
    before: fc.nat({ max: 200_000 }),
    after: fc.nat({ max: 200_000 }),
  });
  fc.assert(
    fc.property(aTarget, aFall, (target, { from, before, after }) => {
      const [high, low] = [Math.max(before, after), Math.min(before, after)];
      const falling = (net: Cents) => rateOfCents(net, (net >= from ? low : high) as RatePpm);
      const solved = outTheDoor(target as Cents, falling);
      const found = solved.ok ? solved.value.netCents : -1;
      for (let net = target; net > found; net -= 1)
        expect(net + falling(net as Cents)).not.toBe(target);
      expect(solved.ok).toBe(true);
      if (!solved.ok) return;
      expect(solved.value.adjustmentCents).toBeLessThanOrEqual(1);
      expect(found + falling(solved.value.netCents) + solved.value.adjustmentCents).toBe(target);
    }),
    RUNS,
  );
});

test.each<[string, typeof outTheDoor]>([
  [
    'dividing by one rate as if there were no bands and no thresholds',
    (target, taxOfNet) => {
      const tax = taxOfNet(target);
      const net = Math.round((target * target) / (target + tax || 1)) as Cents;
      const missing = target - net - taxOfNet(net);
      return ok({
        netCents: net,
        taxCents: taxOfNet(net),
        adjustmentCents: missing as Cents,
      });
    },
  ],
  [
    'bending the tax by the missing cent',
    (target, taxOfNet) => {
      const solved = outTheDoor(target, taxOfNet);
      if (!solved.ok) return solved;
      const { netCents } = solved.value;
      return ok({ netCents, taxCents: (target - netCents) as Cents, adjustmentCents: 0 as Cents });
    },
  ],
  [
    'adjusting by more than two cents',
    (target, taxOfNet) => {
      const solved = outTheDoor(target, taxOfNet);
      if (solved.ok || solved.refusal.belowCents === null) return solved;
      return outTheDoor(solved.refusal.belowCents, taxOfNet);
    },
  ],
])('%s is caught (planted)', (_, planted) => {
  expect(fc.check(risingLaw(planted), RUNS).failed).toBe(true);
});
