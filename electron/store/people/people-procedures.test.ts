import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPinPepper } from '#db/settings/register-settings.ts';
import { findOverride } from '#db/staff/find-override.ts';
import { findStaff } from '#db/staff/find-staff.ts';
import { findPin } from '#db/staff/pin-attempts.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '#db/testing/a-shop.ts';
import { anEmptyShop } from '#db/testing/an-empty-shop.ts';
import { isSetUp } from '#db/settings/find-settings.ts';
import type { StaffId } from '#shared/ids.ts';
import { cents, type RatePpm } from '#shared/money.ts';
import type { Role } from '#shared/staff/permissions.ts';
import {
  override,
  type PeopleDeps,
  saveStaff,
  setUp,
  signIn,
  unlock,
} from './people-procedures.ts';
import { Sessions } from './sessions.ts';

const OWNER_PIN = '482915';
const MANAGER_PIN = '730164';
const COUNTER_PIN = '2580';

let shop: TestShop;
let nowMs: number;
let deps: PeopleDeps;

function depsOf(opened: TestShop): PeopleDeps {
  return {
    writer: opened.writer,
    sessions: new Sessions(),
    now: () => nowMs,
    newContext: (command, actor, commandId) =>
      opened.context(command, { actor, nowMs, ...(commandId !== undefined && { commandId }) }),
  };
}

beforeEach(async () => {
  shop = aShop();
  nowMs = TEST_NOW_MS;
  deps = depsOf(shop);
  deps.sessions.signIn('office', found(shop.owner.staffId));
  await givePin(shop.owner.staffId, OWNER_PIN);
  await givePin(shop.manager.staffId, MANAGER_PIN);
  await givePin(shop.counter.staffId, COUNTER_PIN);
});
afterEach(() => shop.close());

function found(staffId: string) {
  const person = findStaff(shop.writer, staffId);
  if (!person) throw new Error('nobody');
  return person;
}

/** A person as the form of Settings sends them, with what was changed in it. */
function form(staffId: string, change: { readonly pin?: string; readonly roles?: Role[] } = {}) {
  const { hasPin: _, roles, ...person } = found(staffId);
  return { commandId: newId('command'), ...person, roles: [...roles], ...change };
}

async function givePin(staffId: string, pin: string): Promise<void> {
  const saved = await saveStaff(deps, 'office', form(staffId, { pin }));
  if (!saved.ok) throw new Error(saved.refusal.code);
}

const counterSignsIn = (pin = COUNTER_PIN, callerId = 'till') =>
  signIn(deps, callerId, { staffId: shop.counter.staffId, pin });

const payOut = (over: { readonly staffId?: StaffId; readonly pin?: string } = {}) => ({
  commandId: newId('command'),
  staffId: shop.manager.staffId,
  pin: MANAGER_PIN,
  permission: 'drawer.payOut' as const,
  reason: 'Stamps',
  subjectId: newId('subject'),
  amountCents: cents(1850),
  ...over,
});

const refused = (refusal: object) => ({ ok: false, refusal });
const count = (table: string) =>
  shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get();

test('somebody signs in with their PIN, and the window knows what they may do', async () => {
  expect(await counterSignsIn()).toMatchObject({
    ok: true,
    value: { name: 'Cal Osei', initials: 'CO', roles: ['counter'] },
  });
  const session = deps.sessions.current('till');
  expect(session?.permissions).toContain('sales.sell');
  expect(session?.permissions).not.toContain('sales.void');
  expect(deps.sessions.actor('till')).toEqual({
    staffId: shop.counter.staffId,
    roles: ['counter'],
  });
  expect(count('staff_sign_in')).toBe(1);
});

test('another person signs in over the first, at this window alone', async () => {
  await counterSignsIn();
  await counterSignsIn(COUNTER_PIN, 'second window');
  await signIn(deps, 'till', { staffId: shop.manager.staffId, pin: MANAGER_PIN });
  expect(deps.sessions.current('till')?.initials).toBe('MF');
  expect(deps.sessions.current('second window')?.initials).toBe('CO');
  deps.sessions.signOut('till');
  expect(deps.sessions.current('till')).toBeNull();
  deps.sessions.clear();
  expect(deps.sessions.actor('second window')).toBeNull();
});

test('three wrong PINs are free, then each waits longer; during a wait not even the right one is looked at', async () => {
  for (const waitMs of [0, 0, 5000])
    expect(await counterSignsIn('9999')).toEqual(refused({ code: 'PIN_WRONG', waitMs }));
  expect(await counterSignsIn()).toEqual(refused({ code: 'PIN_WAIT', waitMs: 5000 }));
  nowMs += 4999;
  expect(await counterSignsIn()).toEqual(refused({ code: 'PIN_WAIT', waitMs: 1 }));
  nowMs += 1;
  expect(await counterSignsIn('9999')).toEqual(refused({ code: 'PIN_WRONG', waitMs: 15_000 }));
  nowMs += 15_000;
  expect((await counterSignsIn()).ok).toBe(true);
  expect(await counterSignsIn('9999')).toEqual(refused({ code: 'PIN_WRONG', waitMs: 0 }));
});

test('a crash between a try and its answer gives no try away', async () => {
  await counterSignsIn('9999');
  await counterSignsIn('9998');
  const cut = counterSignsIn('9997');
  expect(findPin(shop.writer, shop.counter.staffId)?.failures).toBe(3);
  await cut;
  shop = shop.reopen();
  deps = depsOf(shop);
  expect(await counterSignsIn()).toEqual(refused({ code: 'PIN_WAIT', waitMs: 5000 }));
});

test('a hundred tries at once are not a hundred tries', async () => {
  const pins = Array.from({ length: 100 }, (_, index) => String(9000 + index));
  const answers = await Promise.all(pins.map((pin) => counterSignsIn(pin)));
  const codes = answers.map((answer) => (answer.ok ? 'in' : answer.refusal.code));
  expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(3);
  expect(codes.filter((code) => code === 'PIN_WAIT')).toHaveLength(97);
});

test('a clock that was set back locks nobody out for longer than their wait', async () => {
  for (let i = 0; i < 3; i++) await counterSignsIn('9999');
  nowMs -= 365 * 86_400_000;
  expect(await counterSignsIn()).toEqual(refused({ code: 'PIN_WAIT', waitMs: 5000 }));
});

test('a manager lets somebody try again at once', async () => {
  for (let i = 0; i < 5; i++) {
    await counterSignsIn('9999');
    nowMs += 60_000;
  }
  await counterSignsIn('9999');
  expect(await counterSignsIn()).toMatchObject(refused({ code: 'PIN_WAIT' }));
  expect(unlock(deps, 'office', { staffId: shop.counter.staffId })).toEqual({
    ok: true,
    value: null,
  });
  expect((await counterSignsIn()).ok).toBe(true);
  expect(unlock(deps, 'office', { staffId: newId('staff') })).toEqual(
    refused({ code: 'STAFF_NOT_FOUND' }),
  );
});

test('A3: a manager cannot take the waits of an owner away and so try PINs without end', async () => {
  await signIn(deps, 'till', { staffId: shop.manager.staffId, pin: MANAGER_PIN });
  const { staffId } = shop.owner;
  expect(unlock(deps, 'till', { staffId })).toEqual(refused({ code: 'OWNER_REQUIRED' }));
  expect(unlock(deps, 'office', { staffId }).ok).toBe(true);
});

test('who is not known, has left or has no PIN does not get in', async () => {
  const attempt = (staffId: StaffId) => signIn(deps, 'till', { staffId, pin: COUNTER_PIN });
  expect(await attempt(newId('staff'))).toEqual(refused({ code: 'STAFF_NOT_FOUND' }));
  const bea = { ...form(shop.counter.staffId), staffId: newId('staff'), initials: 'BL' };
  await saveStaff(deps, 'office', bea);
  expect(await attempt(bea.staffId)).toEqual(refused({ code: 'PIN_NOT_SET' }));
  await saveStaff(deps, 'office', { ...form(shop.counter.staffId), active: false });
  expect(await attempt(shop.counter.staffId)).toEqual(refused({ code: 'STAFF_NOT_FOUND' }));
});

test('PINs that are short for the role or easy for anybody are refused before anything is stored', async () => {
  const before = shop.writer.head.n;
  const save = (staffId: string, pin: string) => saveStaff(deps, 'office', form(staffId, { pin }));
  expect(await save(shop.manager.staffId, '48291')).toEqual(
    refused({ code: 'PIN_TOO_SHORT', minDigits: 6 }),
  );
  expect(await save(shop.counter.staffId, '1234')).toEqual(refused({ code: 'PIN_TOO_EASY' }));
  expect(shop.writer.head.n).toBe(before);
});

test('A3: rights that were taken away are gone at every open window, and who left is signed out', async () => {
  await signIn(deps, 'till', { staffId: shop.manager.staffId, pin: MANAGER_PIN });
  await saveStaff(deps, 'office', form(shop.manager.staffId, { roles: ['counter'] }));
  expect(deps.sessions.current('till')).toMatchObject({ roles: ['counter'] });
  expect(deps.sessions.current('till')?.permissions).not.toContain('staff.manage');
  await saveStaff(deps, 'office', { ...form(shop.manager.staffId), active: false });
  expect(deps.sessions.current('till')).toBeNull();
  expect(deps.sessions.current('office')?.initials).toBe('AR');
});

test('A6: neither a PIN nor anything to try PINs on is in the log, and the verifier needs the pepper', async () => {
  const log = JSON.stringify(shop.writer.sqlite.prepare('select * from changeset').all());
  const pin = findPin(shop.writer, shop.manager.staffId);
  expect(pin?.verifier).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  for (const secret of [MANAGER_PIN, pin?.verifier ?? '', findPinPepper(shop.writer) ?? ''])
    expect(log).not.toContain(secret);
  shop.writer.sqlite.exec("update register_setting set value = 'b3RoZXI=' where key = 'pinPepper'");
  expect(await counterSignsIn()).toMatchObject(refused({ code: 'PIN_WRONG' }));
});

test('the hash of a command is the same whatever PIN it carried, so that nobody can try PINs on it', async () => {
  const hash = () =>
    shop.writer.sqlite.prepare('select input_hash from changeset order by n desc limit 1').pluck();
  await givePin(shop.counter.staffId, '2581');
  const first = hash().get();
  const again = { ...form(shop.counter.staffId), pin: '2582' };
  await saveStaff(deps, 'office', again);
  expect(hash().get()).toBe(first);
});

test('a manager allows one act of the counter inline; the grant says who, whom, what and why', async () => {
  await counterSignsIn();
  const asked = payOut();
  const granted = await override(deps, 'till', asked);
  const overrideId = granted.ok ? granted.value.overrideId : '';
  expect(findOverride(shop.writer, overrideId)).toMatchObject({
    permission: 'drawer.payOut',
    grantedBy: shop.manager.staffId,
    requestedBy: shop.counter.staffId,
    reason: 'Stamps',
    subjectId: asked.subjectId,
    amountCents: 1850,
    businessDate: '2026-11-23',
  });
  expect(deps.sessions.current('till')?.initials).toBe('CO');
});

test('an override sent twice is one grant, and leaves no wrong try behind', async () => {
  await counterSignsIn();
  const asked = payOut();
  const first = await override(deps, 'till', asked);
  expect(await override(deps, 'till', asked)).toEqual(first);
  expect(count('override_grant')).toBe(1);
  expect(findPin(shop.writer, shop.manager.staffId)?.failures).toBe(0);
});

test('a wrong PIN or one without the right allows nothing', async () => {
  await counterSignsIn();
  expect(await override(deps, 'till', payOut({ pin: '999999' }))).toEqual(
    refused({ code: 'PIN_WRONG', waitMs: 0 }),
  );
  const own = payOut({ staffId: shop.counter.staffId, pin: COUNTER_PIN });
  expect(await override(deps, 'till', own)).toEqual(
    refused({ code: 'OVERRIDE_NOT_ALLOWED', permission: 'drawer.payOut' }),
  );
  expect(findPin(shop.writer, shop.counter.staffId)?.failures).toBe(0);
  expect(await override(deps, 'till', payOut({ staffId: newId('staff') }))).toEqual(
    refused({ code: 'STAFF_NOT_FOUND' }),
  );
  expect(count('override_grant')).toBe(0);
});

test('an override at a window where nobody is signed in is a bug and stores nothing', async () => {
  await expect(override(deps, 'nobody here', payOut())).rejects.toThrow('nobody is signed in');
  expect(count('override_grant')).toBe(0);
});

test('the first run makes the store, its pepper and an owner who can sign in; a second run is refused', async () => {
  const empty = anEmptyShop();
  try {
    const first: PeopleDeps = {
      writer: empty.writer,
      sessions: new Sessions(),
      now: () => nowMs,
      newContext: empty.context,
    };
    const told = {
      commandId: newId('command'),
      store: {
        name: 'Bellmore',
        addressLines: '',
        phone: '',
        zone: 'America/Chicago',
        receiptFooter: '',
      },
      registerName: 'Front',
      tax: { name: 'Sales tax', ratePpm: 97_500 as RatePpm },
      owner: { staffId: newId('staff'), name: 'Ana Rivas', initials: 'AR', pin: OWNER_PIN },
      floatCents: cents(20_000),
      language: 'en' as const,
    };
    const easy = { ...told, owner: { ...told.owner, pin: '123456' } };
    expect(await setUp(first, easy)).toEqual(refused({ code: 'PIN_TOO_EASY' }));
    const short = { ...told, owner: { ...told.owner, pin: '4829' } };
    expect(await setUp(first, short)).toEqual(refused({ code: 'PIN_TOO_SHORT', minDigits: 6 }));
    expect(isSetUp(empty.writer)).toBe(false);
    const done = await setUp(first, told);
    expect(done).toEqual({ ok: true, value: { staffId: told.owner.staffId } });
    expect(await setUp(first, told)).toEqual(done);
    expect(await setUp(first, { ...told, commandId: newId('command') })).toEqual(
      refused({ code: 'ALREADY_SET_UP' }),
    );
    expect(Buffer.from(findPinPepper(empty.writer) ?? '', 'base64')).toHaveLength(32);
    const inside = await signIn(first, 'till', { staffId: told.owner.staffId, pin: OWNER_PIN });
    expect(inside).toMatchObject({ ok: true, value: { roles: ['owner'] } });
  } finally {
    empty.close();
  }
});
