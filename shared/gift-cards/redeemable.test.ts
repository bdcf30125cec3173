import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '../money.ts';
import {
  checkRedemption,
  giftCardBalance,
  type GiftCardStanding,
  redeemableCents,
} from './redeemable.ts';

const RUNS = { numRuns: 3000 };
const entry = (amount: number) => ({ amountCents: amount as Cents });
const entries = fc.array(fc.integer({ min: -9000, max: 15_000 }).map(entry), { maxLength: 8 });
const aStanding: fc.Arbitrary<GiftCardStanding> = fc.record({
  entries: fc.option(entries, { freq: 9 }),
  everConnected: fc.boolean(),
  secondsSincePull: fc.option(fc.integer({ min: -5, max: 130 })),
  offlineCapCents: fc.constantFrom(0 as Cents, 5000 as Cents),
  redeemedSincePullCents: fc.integer({ min: -2000, max: 7000 }).map((value) => value as Cents),
});
const offline: GiftCardStanding = {
  entries: [entry(10_000)],
  everConnected: true,
  secondsSincePull: 61,
  offlineCapCents: 5000 as Cents,
  redeemedSincePullCents: 0 as Cents,
};

test('M3: a balance is its entries counted up and down one cent at a time', () => {
  fc.assert(
    fc.property(entries, (list) => {
      let balance = 0;
      for (const { amountCents } of list) {
        const step = Math.sign(amountCents);
        for (let moved = 0; moved !== amountCents; moved += step) balance += step;
      }
      expect(giftCardBalance(list)).toBe(balance);
      expect(giftCardBalance(list.toReversed())).toBe(balance);
    }),
    { numRuns: 2000 },
  );
});

test('M3: a balance kept beside the entries is caught when two registers write it (planted)', () => {
  const found = fc.check(
    fc.property(entries, entries, (here, there) => {
      // Both write what they count themselves, and the later one wins.
      const kept = [here, there].map(giftCardBalance).at(-1);
      expect(kept).toBe(giftCardBalance([...here, ...there]));
    }),
    { numRuns: 2000 },
  );
  expect(found.failed).toBe(true);
});

/** Tries amounts one after the other: the most that no rule forbids. */
function naiveMost(standing: GiftCardStanding): number {
  const { entries: list, everConnected, secondsSincePull: age } = standing;
  if (list === null) return 0;
  let balance = 0;
  for (const { amountCents } of list) balance += amountCents;
  const fresh = !everConnected || (age !== null && age >= 0 && age <= 60);
  const forbids = (amount: number) =>
    amount > balance ||
    (!fresh && amount + Math.max(0, standing.redeemedSincePullCents) > standing.offlineCapCents);
  let [low, high] = [0, 200_000];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (forbids(middle)) high = middle - 1;
    else low = middle;
  }
  return low;
}

test('what may be redeemed is the most that neither balance nor cap forbids', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(aStanding, fc.integer({ min: 1, max: 20_000 }), (standing, wanted) => {
      const most = naiveMost(standing);
      expect(redeemableCents(standing)).toBe(most);
      const answer = checkRedemption(standing, wanted as Cents);
      expect(answer.ok).toBe(wanted <= most);
      seen.add(answer.ok ? 'redeemed' : answer.refusal.code);
      if (answer.ok) {
        const after = [...(standing.entries ?? []), entry(0 - wanted)];
        expect(answer.value).toBe(giftCardBalance(after));
        expect(answer.value).toBeGreaterThanOrEqual(0);
      }
    }),
    RUNS,
  );
  expect([...seen].toSorted((a, b) => a.localeCompare(b))).toEqual([
    'GIFT_CARD_OVER_CAP',
    'GIFT_CARD_SHORT',
    'GIFT_CARD_UNKNOWN',
    'redeemed',
  ]);
});

test('an offline register never redeems more of a card than the cap, in however many sales', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 12 }),
      (loaded, wishes) => {
        let standing = { ...offline, entries: [entry(loaded)] };
        let redeemed = 0;
        for (const wish of wishes) {
          if (!checkRedemption(standing, wish as Cents).ok) continue;
          redeemed += wish;
          standing = {
            ...standing,
            entries: [...standing.entries, entry(0 - wish)],
            redeemedSincePullCents: redeemed as Cents,
          };
        }
        expect(redeemed).toBeLessThanOrEqual(Math.min(5000, loaded));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a register that forgets what it redeemed since the pull is caught over the cap (planted)', () => {
  const found = fc.check(
    fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 12 }), (wishes) => {
      let [standing, redeemed] = [{ ...offline, entries: [entry(50_000)] }, 0];
      for (const wish of wishes) {
        if (!checkRedemption(standing, wish as Cents).ok) continue;
        redeemed += wish;
        standing = { ...standing, entries: [...standing.entries, entry(0 - wish)] };
      }
      expect(redeemed).toBeLessThanOrEqual(5000);
    }),
    { numRuns: 2000 },
  );
  expect(found.failed).toBe(true);
});

test('within 60 seconds of a pull the whole balance is there, afterwards the cap', () => {
  expect(redeemableCents({ ...offline, secondsSincePull: 60 })).toBe(10_000);
  expect(redeemableCents(offline)).toBe(5000);
  expect(redeemableCents({ ...offline, secondsSincePull: null })).toBe(5000);
  expect(redeemableCents({ ...offline, offlineCapCents: 0 as Cents })).toBe(0);
});

test('a store that was never connected needs no cap', () => {
  expect(redeemableCents({ ...offline, everConnected: false, secondsSincePull: null })).toBe(
    10_000,
  );
});

test('a refusal says what is left', () => {
  expect(checkRedemption({ ...offline, entries: null }, 100 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'GIFT_CARD_UNKNOWN' },
  });
  expect(checkRedemption({ ...offline, entries: [entry(0)] }, 100 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'GIFT_CARD_SHORT', balanceCents: 0 },
  });
  const spent = { ...offline, redeemedSincePullCents: 3000 as Cents };
  expect(checkRedemption(spent, 2001 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'GIFT_CARD_OVER_CAP', capCents: 5000, leftCents: 2000 },
  });
});
