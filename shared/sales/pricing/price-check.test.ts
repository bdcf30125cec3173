import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '../../money.ts';
import { priceCheck } from './price-check.ts';

const RUNS = { numRuns: 2000 };
const dollars = (amount: number) => Math.round(amount * 100) as Cents;
const limits = { reasonFromPpm: 100_000 as RatePpm, overrideFromPpm: 250_000 as RatePpm };

test.each([
  ['at its tag', 0, 'nothing'],
  ['5 % off', 50, 'nothing'],
  ['a cent below 10 % off', 99.99, 'nothing'],
  ['10 % off', 100, 'reason'],
  ['a cent below 25 % off', 249.99, 'reason'],
  ['25 % off', 250, 'override'],
  ['given away', 1000, 'override'],
  ['5 % above the tag', -50, 'nothing'],
  ['10 % above the tag', -100, 'reason'],
  ['twice the tag', -1000, 'override'],
])('a $1,000 ring %s, with a reason from 10 % and an override from 25 %', (_, off, needs) => {
  expect(priceCheck({ grossCents: dollars(1000), discountCents: dollars(off) }, limits)).toBe(
    needs,
  );
});

test('with limits of zero every change needs an override, and the tag price still nothing', () => {
  const strict = { reasonFromPpm: 0 as RatePpm, overrideFromPpm: 0 as RatePpm };
  expect(priceCheck({ grossCents: dollars(10), discountCents: dollars(0) }, strict)).toBe(
    'nothing',
  );
  expect(priceCheck({ grossCents: dollars(10), discountCents: dollars(0.01) }, strict)).toBe(
    'override',
  );
});

test('any price for what the tag gives away is above every limit', () => {
  expect(priceCheck({ grossCents: dollars(0), discountCents: dollars(-1) }, limits)).toBe(
    'override',
  );
});

const aLine = fc.record({
  grossCents: fc.nat({ max: 1_000_000_000_000 }).map((value) => value as Cents),
  discountCents: fc
    .integer({ min: -1_000_000_000, max: 1_000_000_000 })
    .map((value) => value as Cents),
});
const aPpm = fc.nat({ max: 1_000_000 }).map((value) => value as RatePpm);
const someLimits = fc.record({ reasonFromPpm: aPpm, overrideFromPpm: aPpm });

const law = (check: typeof priceCheck) =>
  fc.property(fc.oneof(aLine, onTheLine), someLimits, (line, each) => {
    const reaches = (ppm: number) =>
      BigInt(Math.abs(line.discountCents)) * 1_000_000n >= BigInt(ppm) * BigInt(line.grossCents);
    const needs = check(line, each);
    if (line.discountCents === 0) expect(needs).toBe('nothing');
    else if (reaches(each.overrideFromPpm)) expect(needs).toBe('override');
    else expect(needs).toBe(reaches(each.reasonFromPpm) ? 'reason' : 'nothing');
  });

/** Discounts that lie on a round percentage, where a limit decides. */
const onTheLine = fc
  .tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: -100, max: 100 }))
  .map(([hundreds, percent]) => ({
    grossCents: (hundreds * 100) as Cents,
    discountCents: (hundreds * percent) as Cents,
  }));

test('the limits mean exactly their share of the line, up and down', () => {
  fc.assert(law(priceCheck), RUNS);
});

test('a check that looks at discounts only and lets raised prices pass is caught (planted)', () => {
  const planted: typeof priceCheck = (line, each) =>
    line.discountCents < 0 ? 'nothing' : priceCheck(line, each);
  expect(fc.check(law(planted), RUNS).failed).toBe(true);
});
