import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../write-path/command-context.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { findStaff, listStaff } from './find-staff.ts';
import { clearFailures, countTry, findPin, putPin } from './pin-attempts.ts';
import { recordSignIn } from './record-sign-in.ts';
import { saveStaff, type SaveStaff } from './save-staff.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
  shop.writer.writeLocal((tx) => putPin(tx, shop.owner.staffId, 'owner-verifier', TEST_NOW_MS));
});
afterEach(() => shop.close());

function save(input: SaveStaff, actor: Actor = shop.manager) {
  const context = shop.context('staff.save', { actor });
  return shop.writer.write(context, input, (tx) => saveStaff(tx, context, input));
}

function aPerson(over: Partial<SaveStaff> = {}): SaveStaff {
  return {
    staffId: newId('staff'),
    name: 'Bea Lind',
    initials: 'BL',
    roles: ['bench'],
    active: true,
    ...over,
  };
}

function asSaved(staffId: string, over: Partial<SaveStaff>): SaveStaff {
  const person = findStaff(shop.writer, staffId);
  if (!person) throw new Error('nobody');
  const { hasPin: _, ...fields } = person;
  return { ...fields, ...over };
}

const refused = (refusal: object) => ({ ok: false, refusal });
const newestOps = () =>
  String(
    shop.writer.sqlite.prepare('select ops from changeset order by n desc limit 1').pluck().get(),
  );

test('a manager adds a second person, who then stands on the sign-in screen', () => {
  const bea = aPerson({ verifier: 'v' });
  expect(save(bea)).toEqual({ ok: true, value: { staffId: bea.staffId } });
  expect(listStaff(shop.writer).map((person) => person.name)).toEqual([
    'Ana Rivas',
    'Bea Lind',
    'Cal Osei',
    'Mona Field',
  ]);
  expect(findStaff(shop.writer, bea.staffId)).toMatchObject({ roles: ['bench'], hasPin: true });
});

test('who left is shown to managers alone, and is never deleted', () => {
  save(asSaved(shop.counter.staffId, { active: false }));
  expect(listStaff(shop.writer).map((person) => person.initials)).not.toContain('CO');
  expect(listStaff(shop.writer, { inactive: true }).at(-1)).toMatchObject({
    initials: 'CO',
    active: false,
  });
});

test('a change sets only what changed; names and initials stay out of the log', () => {
  save(asSaved(shop.counter.staffId, { name: 'Cal Oseiwusu' }));
  expect(newestOps()).not.toContain('roles');
  expect(newestOps()).not.toContain('Oseiwusu');
  const before = shop.writer.head.n;
  save(asSaved(shop.counter.staffId, {}));
  expect(shop.writer.head.n).toBe(before);
});

test('two active people never share initials, whatever their case', () => {
  expect(save(aPerson({ initials: 'co' }))).toEqual(
    refused({ code: 'INITIALS_TAKEN', name: 'Cal Osei' }),
  );
  expect(save(aPerson({ initials: 'CO', active: false })).ok).toBe(true);
  save(asSaved(shop.counter.staffId, { active: false }));
  expect(save(aPerson({ initials: 'CO' })).ok).toBe(true);
});

test('only an owner makes, changes or gives a PIN to an owner', () => {
  const owner = aPerson({ roles: ['owner'], verifier: 'v' });
  expect(save(owner)).toEqual(refused({ code: 'OWNER_REQUIRED' }));
  expect(save(asSaved(shop.counter.staffId, { roles: ['counter', 'owner'] }))).toEqual(
    refused({ code: 'OWNER_REQUIRED' }),
  );
  expect(save(asSaved(shop.owner.staffId, { verifier: 'mine now' }))).toEqual(
    refused({ code: 'OWNER_REQUIRED' }),
  );
  expect(findPin(shop.writer, shop.owner.staffId)?.verifier).toBe('owner-verifier');
  expect(save(owner, shop.owner).ok).toBe(true);
});

test.each([{ active: false }, { roles: ['manager'] as const }])(
  'the last owner who can sign in stays owner: %j',
  (change) => {
    const gone = () => save(asSaved(shop.owner.staffId, { ...change, verifier: 'v' }), shop.owner);
    expect(gone()).toEqual(refused({ code: 'LAST_OWNER' }));
    const second = aPerson({ roles: ['owner'] });
    save(second, shop.owner);
    expect(gone()).toEqual(refused({ code: 'LAST_OWNER' }));
    save({ ...second, verifier: 'v' }, shop.owner);
    expect(gone().ok).toBe(true);
  },
);

test('who becomes a manager needs the longer PIN at once', () => {
  const { staffId } = shop.counter;
  save(asSaved(staffId, { verifier: 'four digits' }));
  expect(save(asSaved(staffId, { roles: ['manager'] }))).toEqual(
    refused({ code: 'PIN_TOO_SHORT', minDigits: 6 }),
  );
  expect(save(asSaved(staffId, { roles: ['manager'], verifier: 'six digits' })).ok).toBe(true);
  expect(save(asSaved(staffId, { roles: ['manager', 'owner'] }), shop.owner).ok).toBe(true);
});

test('a new PIN is in the log as an act of who gave it, without its verifier', () => {
  const before = shop.writer.head.n;
  save(asSaved(shop.counter.staffId, { verifier: 'secret' }));
  expect(shop.writer.head.n).toBe(before + 1);
  expect(newestOps()).toContain(shop.counter.staffId);
  expect(newestOps()).not.toContain('secret');
});

test('tries are counted, with the wait that follows, over a restart', () => {
  const { staffId } = shop.owner;
  const waits = [1, 2, 3, 4].map(() =>
    shop.writer.writeLocal((tx) => countTry(tx, staffId, TEST_NOW_MS)),
  );
  expect(waits).toEqual([0, 0, 5000, 15_000]);
  shop = shop.reopen();
  expect(findPin(shop.writer, staffId)).toMatchObject({
    failures: 4,
    waitUntilMs: TEST_NOW_MS + 15_000,
  });
});

test('a manager lets somebody try again at once; a new PIN forgets failures too', () => {
  const { staffId } = shop.owner;
  for (const forget of ['unlock', 'new PIN'] as const) {
    shop.writer.writeLocal((tx) => countTry(tx, staffId, TEST_NOW_MS));
    shop.writer.writeLocal((tx) =>
      forget === 'unlock' ? clearFailures(tx, staffId) : putPin(tx, staffId, 'v', TEST_NOW_MS),
    );
    expect(findPin(shop.writer, staffId)).toMatchObject({ failures: 0, waitUntilMs: 0 });
  }
});

test('a try at a PIN that nobody set is a bug and throws', () => {
  expect(() =>
    shop.writer.writeLocal((tx) => countTry(tx, shop.counter.staffId, TEST_NOW_MS)),
  ).toThrow('not set');
});

test('a sign-in is a fact of its register and day', () => {
  const input = { staffId: shop.owner.staffId, businessDate: shop.today };
  const context = shop.context('staff.signIn', { actor: shop.owner });
  const result = shop.writer.write(context, input, (tx) => recordSignIn(tx, context, input));
  expect(result).toMatchObject({ ok: true, value: { name: 'Ana Rivas', roles: ['owner'] } });
  expect(
    shop.writer.sqlite
      .prepare('select staff_id, register_id, business_date, at_ms from staff_sign_in')
      .get(),
  ).toEqual({
    staff_id: shop.owner.staffId,
    register_id: shop.register.registerId,
    business_date: shop.today,
    at_ms: TEST_NOW_MS,
  });
});

test('who left while the PIN was checked does not get in', () => {
  save(asSaved(shop.counter.staffId, { active: false }));
  for (const staffId of [shop.counter.staffId, newId('staff')]) {
    const input = { staffId, businessDate: shop.today };
    const context = shop.context('staff.signIn');
    expect(shop.writer.write(context, input, (tx) => recordSignIn(tx, context, input))).toEqual(
      refused({ code: 'STAFF_NOT_FOUND' }),
    );
  }
});

test('a role of a newer program gives nothing here', () => {
  shop.writer.sqlite
    .prepare('update staff set roles = ? where id = ?')
    .run('["counter","regionalHead"]', shop.counter.staffId);
  expect(findStaff(shop.writer, shop.counter.staffId)?.roles).toEqual(['counter']);
});
