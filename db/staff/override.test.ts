import { afterEach, beforeEach, expect, test } from 'vitest';
import { cents } from '#shared/money.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { findOverride } from './find-override.ts';
import { grantOverride, type GrantOverride } from './grant-override.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

function grant(
  over: Partial<GrantOverride> = {},
  actor: typeof shop.counter | null = shop.counter,
) {
  const input: GrantOverride = {
    grantedBy: shop.manager.staffId,
    permission: 'sales.changePrice',
    reason: 'Price match',
    subjectId: newId('subject'),
    amountCents: cents(9900),
    businessDate: shop.today,
    ...over,
  };
  const context = shop.context('staff.override', { actor });
  return shop.writer.write(context, input, (tx) => grantOverride(tx, context, input));
}

test('a manager allows one act: who, for whom, what, why and how much is a fact', () => {
  const subjectId = newId('subject');
  const result = grant({ subjectId });
  const overrideId = result.ok ? result.value.overrideId : '';
  expect(findOverride(shop.writer, overrideId)).toEqual({
    storeId: shop.register.storeId,
    id: overrideId,
    permission: 'sales.changePrice',
    grantedBy: shop.manager.staffId,
    requestedBy: shop.counter.staffId,
    reason: 'Price match',
    subjectId,
    amountCents: 9900,
    businessDate: shop.today,
    atMs: TEST_NOW_MS,
  });
  expect(findOverride(shop.writer, newId('override'))).toBeUndefined();
});

test('an act without an amount is allowed without one', () => {
  const result = grant({ permission: 'sales.void', amountCents: undefined });
  const overrideId = result.ok ? result.value.overrideId : '';
  expect(findOverride(shop.writer, overrideId)?.amountCents).toBeNull();
});

test('the counter cannot allow what the counter may not do, and a stranger allows nothing', () => {
  expect(grant({ grantedBy: shop.counter.staffId })).toEqual({
    ok: false,
    refusal: { code: 'OVERRIDE_NOT_ALLOWED', permission: 'sales.changePrice' },
  });
  expect(grant({ grantedBy: newId('staff') })).toEqual({
    ok: false,
    refusal: { code: 'STAFF_NOT_FOUND' },
  });
});

test('an override that nobody asked for is a bug and stores nothing', () => {
  const before = shop.writer.head.n;
  expect(() => grant({}, null)).toThrow('needs somebody who acts');
  expect(shop.writer.head.n).toBe(before);
});
