import { afterEach, expect, test } from 'vitest';
import { cents, type RatePpm } from '#shared/money.ts';
import { findRegisterName, getSettings, isSetUp } from '../settings/find-settings.ts';
import { listAreaTerms } from '../taxes/find-tax-terms.ts';
import { listStaff } from '../staff/find-staff.ts';
import { findPin } from '../staff/pin-attempts.ts';
import { newId } from '../testing/a-shop.ts';
import { anEmptyShop, type EmptyShop } from '../testing/an-empty-shop.ts';
import { type SetUpStore, setUpStore } from './set-up-store.ts';

let shop: EmptyShop;
afterEach(() => shop.close());

const STORE = {
  name: 'Bellmore Jewelers',
  addressLines: '12 Main St',
  phone: '(615) 555-0100',
  zone: 'America/Chicago',
  receiptFooter: 'Thank you',
};

function told(): SetUpStore {
  return {
    store: STORE,
    registerName: 'Front counter',
    tax: { name: 'Sales tax', ratePpm: 97_500 as RatePpm },
    owner: { staffId: newId('staff'), name: 'Ana Rivas', initials: 'AR', verifier: 'verifier' },
    floatCents: cents(15_000),
  };
}

function setUp(input: SetUpStore, commandId?: string) {
  const context = shop.context('system.setUp', null, commandId);
  return shop.writer.write(context, input, (tx) => setUpStore(tx, context, input));
}

test('the wizard makes a store that can sell: shop, register, tax for every day, float and an owner', () => {
  shop = anEmptyShop();
  expect(isSetUp(shop.writer)).toBe(false);
  const input = told();
  expect(setUp(input)).toEqual({ ok: true, value: { staffId: input.owner.staffId } });
  expect(isSetUp(shop.writer)).toBe(true);
  expect(getSettings(shop.writer)).toMatchObject({
    store: STORE,
    selling: { floatCents: 15_000, defaultTender: 'cash', homeTaxAreaId: null },
    printer: null,
  });
  expect(listAreaTerms(shop.writer, '1999-12-31')).toMatchObject([
    { area: { taxAreaId: shop.register.storeId }, rules: [input.tax] },
  ]);
  expect(findRegisterName(shop.writer, shop.register.registerId)).toBe('Front counter');
  expect(listStaff(shop.writer)).toEqual([
    {
      staffId: input.owner.staffId,
      name: 'Ana Rivas',
      initials: 'AR',
      roles: ['owner'],
      active: true,
      hasPin: true,
    },
  ]);
  expect(findPin(shop.writer, input.owner.staffId)?.verifier).toBe('verifier');
});

test('a store is set up once; the wizard sent twice is answered twice', () => {
  shop = anEmptyShop();
  const [input, commandId] = [told(), newId('command')];
  const first = setUp(input, commandId);
  expect(setUp(input, commandId)).toEqual(first);
  expect(setUp(told())).toEqual({ ok: false, refusal: { code: 'ALREADY_SET_UP' } });
  expect(shop.writer.head.n).toBe(1);
});

test('the verifier of a PIN never enters the log', () => {
  shop = anEmptyShop();
  setUp(told());
  const log = shop.writer.sqlite.prepare('select ops, answer from changeset').all();
  expect(JSON.stringify(log)).not.toContain('verifier');
});
