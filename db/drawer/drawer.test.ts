import { afterEach, expect, test } from 'vitest';
import type { MovementKind } from '#shared/day-close/contract.ts';
import { cents } from '#shared/money.ts';
import type { Role } from '#shared/staff/permissions.ts';
import type { BusinessDate } from '#shared/time.ts';
import { savePrinter } from '../settings/register-settings.ts';
import { grantOverride, type GrantOverride } from '../staff/grant-override.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { businessDateNow, openingDate } from './business-date.ts';
import { findLastLeft, isClockUnsure, listMovements, openDrawerOf } from './find-drawer.ts';
import { moveCash, type MoveCashInput } from './move-cash.ts';
import { openDrawer } from './open-drawer.ts';
import { dayCloseTable } from './tables.ts';

let shop: TestShop;
afterEach(() => shop.close());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const refused = (code: string) => ({ ok: false, refusal: { code } });

function open(nowMs = TEST_NOW_MS) {
  const input = { drawerSessionId: newId('drawerSession'), floatCents: cents(20_000) };
  const context = shop.context('dayClose.open', { nowMs });
  return shop.writer.write(context, input, (tx) => openDrawer(tx, context, input));
}

/** Closes the open drawer by its bare fact: how a day is closed is proven beside `closeDay`. */
function closed(leftCents = 20_000, closedAtMs = TEST_NOW_MS): void {
  const drawer = openDrawerOf(shop.writer, shop.register.registerId);
  if (!drawer) throw new Error('no drawer to close');
  shop.writer.write(shop.context('dayClose.close', { nowMs: closedAtMs }), newId('input'), (tx) => {
    tx.insertFact(dayCloseTable, {
      id: newId('dayClose'),
      number: tx.nextNumber('dayClose'),
      drawerSessionId: drawer.drawerSessionId,
      registerId: shop.register.registerId,
      staffId: shop.counter.staffId,
      expectedCents: 0,
      countedCents: 0,
      overShortCents: 0,
      reason: '',
      leftCents,
      figures: '{}',
      accounts: '[]',
      businessDate: drawer.businessDate,
      closedAtMs,
    });
    return { ok: true, value: null };
  });
}

function move(
  over: Partial<MoveCashInput> & { readonly kind: MovementKind },
  actor = shop.counter,
) {
  const input: MoveCashInput = {
    movementId: newId('drawerMovement'),
    amountCents: cents(1850),
    reason: 'Stamps and ribbon',
    overrideId: null,
    ...over,
  };
  const context = shop.context('dayClose.moveCash', { actor });
  return shop.writer.write(context, input, (tx) => moveCash(tx, context, input));
}

function allowed(over: Partial<GrantOverride> & { readonly subjectId: string }) {
  const input: GrantOverride = {
    grantedBy: shop.manager.staffId,
    permission: 'drawer.payOut',
    reason: 'Stamps',
    amountCents: cents(1850),
    businessDate: shop.today,
    ...over,
  };
  const context = shop.context('staff.override');
  const result = shop.writer.write(context, input, (tx) => grantOverride(tx, context, input));
  if (!result.ok) throw new Error('the override was refused');
  return result.value.overrideId;
}

const movements = () => {
  const drawer = openDrawerOf(shop.writer, shop.register.registerId);
  return drawer ? listMovements(shop.writer, drawer.drawerSessionId) : [];
};

test('the counter opens the drawer with a float, and the business day begins', () => {
  shop = aShop({ drawerOpen: false });
  expect(openDrawerOf(shop.writer, shop.register.registerId)).toBeUndefined();
  const result = open();
  expect(result).toMatchObject({ ok: true, value: { businessDate: '2026-11-23' } });
  expect(openDrawerOf(shop.writer, shop.register.registerId)).toEqual({
    drawerSessionId: result.ok ? result.value.drawerSessionId : '',
    businessDate: '2026-11-23',
    openedAtMs: TEST_NOW_MS,
    openedBy: shop.counter.staffId,
    floatCents: 20_000,
  });
});

test('a register has one open drawer at a time; closed, it opens again', () => {
  shop = aShop();
  expect(open()).toEqual(refused('DRAWER_ALREADY_OPEN'));
  closed(15_000);
  expect(openDrawerOf(shop.writer, shop.register.registerId)).toBeUndefined();
  expect(findLastLeft(shop.writer, shop.register.registerId)).toBe(15_000);
  expect(open().ok).toBe(true);
});

test('the drawer of another register is not ours', () => {
  shop = aShop();
  expect(openDrawerOf(shop.writer, newId('register'))).toBeUndefined();
});

test('finding the open drawer reads by index alone, because every sale asks', () => {
  shop = aShop();
  const asked = spyOnStatements(() => openDrawerOf(shop.writer, shop.register.registerId));
  expect(asked).toHaveLength(1);
  const plan = shop.writer.sqlite
    .prepare(`explain query plan ${asked[0]}`)
    .all(...Array<string>(count(asked[0] ?? '', '?')).fill('x'));
  const details = plan.map((row) => String((row as { readonly detail: string }).detail));
  expect(details.join('\n')).toContain('drawer_session_by_register');
  expect(details.join('\n')).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE/);
});

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The statements that `act` prepares on a connection that has prepared none yet. */
function spyOnStatements(act: () => void): string[] {
  shop = shop.reopen();
  const asked: string[] = [];
  const { sqlite } = shop.writer;
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  act();
  sqlite.prepare = prepare;
  return asked;
}

test('the business date is the day in the store, not the one in London', () => {
  shop = aShop({ drawerOpen: false });
  const lateEvening = Date.UTC(2026, 10, 24, 4, 30);
  expect(businessDateNow(shop.writer, shop.register.registerId, lateEvening)).toBe('2026-11-23');
});

test('a drawer left open over midnight keeps its day', () => {
  shop = aShop();
  const tomorrow = TEST_NOW_MS + DAY_MS;
  expect(businessDateNow(shop.writer, shop.register.registerId, tomorrow)).toBe('2026-11-23');
  closed();
  expect(businessDateNow(shop.writer, shop.register.registerId, tomorrow)).toBe('2026-11-24');
});

test('a clock before the last closed day stops nobody: the drawer opens on that day, marked unsure', () => {
  shop = aShop();
  closed();
  const lastYear = TEST_NOW_MS - 365 * DAY_MS;
  expect(openingDate(shop.writer, shop.register.registerId, lastYear)).toEqual({
    businessDate: '2026-11-23',
    beforeLastClose: true,
  });
  expect(open(lastYear)).toMatchObject({ ok: true, value: { businessDate: '2026-11-23' } });
  expect(
    shop.writer.sqlite
      .prepare('select clock_unsure from drawer_session order by opened_at_ms')
      .pluck()
      .all(),
  ).toEqual([1, 0]);
  closed(0, lastYear + HOUR_MS);
  expect(businessDateNow(shop.writer, shop.register.registerId, lastYear)).toBe('2026-11-23');
});

test('the clock is unsure five minutes before the newest fact, and stays so until it is right again', () => {
  shop = aShop();
  expect(isClockUnsure(shop.writer, TEST_NOW_MS - 5 * 60_000)).toBe(false);
  expect(isClockUnsure(shop.writer, TEST_NOW_MS - 5 * 60_000 - 1)).toBe(true);
  const lastYear = TEST_NOW_MS - 365 * DAY_MS;
  closed(0, lastYear);
  expect(isClockUnsure(shop.writer, lastYear + 1)).toBe(true);
  expect(isClockUnsure(shop.writer, TEST_NOW_MS + 1)).toBe(false);
});

test.each(['paid_in', 'drop', 'no_sale'] as const)(
  'the counter may: %s, with its reason, on the day of the drawer',
  (kind) => {
    shop = aShop();
    expect(move({ kind, amountCents: cents(kind === 'no_sale' ? 0 : 500) }).ok).toBe(true);
    expect(movements()).toMatchObject([
      {
        kind,
        amountCents: kind === 'no_sale' ? 0 : 500,
        reason: 'Stamps and ribbon',
        staffId: shop.counter.staffId,
        businessDate: shop.today,
      },
    ]);
  },
);

test('a no-sale moves no cash, whatever amount came with it', () => {
  shop = aShop();
  move({ kind: 'no_sale', amountCents: cents(99_900) });
  expect(movements()[0]?.amountCents).toBe(0);
});

test.each(['paid_in', 'paid_out', 'drop'] as const)('an amount is needed: %s', (kind) => {
  shop = aShop();
  expect(move({ kind, amountCents: cents(0) }, shop.manager)).toEqual(refused('AMOUNT_REQUIRED'));
});

test.each(['paid_in', 'paid_out', 'drop', 'no_sale'] as const)(
  'a closed drawer takes and gives nothing: %s',
  (kind) => {
    shop = aShop({ drawerOpen: false });
    expect(move({ kind }, shop.manager)).toEqual(refused('DRAWER_NOT_OPEN'));
  },
);

test('a manager pays out; the counter needs an override for this movement and at least its amount', () => {
  shop = aShop();
  expect(move({ kind: 'paid_out' }, shop.manager).ok).toBe(true);
  const movementId = newId('drawerMovement');
  const wrong = [
    null,
    newId('override'),
    allowed({ subjectId: newId('drawerMovement') }),
    allowed({ subjectId: movementId, permission: 'sales.void' }),
    allowed({ subjectId: movementId, amountCents: cents(1849) }),
    allowed({ subjectId: movementId, amountCents: undefined }),
  ];
  for (const overrideId of wrong) {
    expect(move({ kind: 'paid_out', movementId, overrideId })).toEqual(
      refused('PAY_OUT_NEEDS_OVERRIDE'),
    );
  }
  const overrideId = allowed({ subjectId: movementId });
  expect(move({ kind: 'paid_out', movementId, overrideId }).ok).toBe(true);
  expect(movements().find((row) => row.id === movementId)?.overrideId).toBe(overrideId);
});

test('an override is good once: its movement is stored once', () => {
  shop = aShop();
  const movementId = newId('drawerMovement');
  const overrideId = allowed({ subjectId: movementId });
  move({ kind: 'paid_out', movementId, overrideId });
  expect(() => move({ kind: 'paid_out', movementId, overrideId })).toThrow('UNIQUE');
  expect(movements()).toHaveLength(1);
});

test.each(['bench', 'auditor'] satisfies Role[])(
  'the store itself lets no cash move by the hands of: %s',
  (role) => {
    shop = aShop();
    const actor = {
      staffId: shop.counter.staffId,
      roles: [role],
    } as unknown as TestShop['counter'];
    for (const kind of ['paid_in', 'drop', 'no_sale'] as const) {
      expect(() => move({ kind }, actor)).toThrow('was not checked');
    }
    expect(move({ kind: 'paid_out' }, actor)).toEqual(refused('PAY_OUT_NEEDS_OVERRIDE'));
    expect(movements()).toHaveLength(0);
  },
);

test('where a printer is set up, opening the drawer and every movement kick it open', () => {
  shop = aShop();
  shop.writer.writeLocal((tx) =>
    savePrinter(tx, { host: '10.0.0.7', port: 9100, columns: 42, drawer: true, locale: 'en' }),
  );
  move({ kind: 'no_sale' });
  closed();
  open();
  expect(shop.writer.sqlite.prepare('select kind from print_job').pluck().all()).toEqual([
    'drawer',
    'drawer',
  ]);
});

test('a day in the shop is never before the last closed one', () => {
  shop = aShop();
  closed();
  const dates: BusinessDate[] = [];
  for (const days of [3, -40, 1, 5, -1]) {
    const nowMs = TEST_NOW_MS + days * DAY_MS;
    const result = open(nowMs);
    if (result.ok) dates.push(result.value.businessDate as BusinessDate);
    closed(0, nowMs + HOUR_MS);
  }
  expect(dates).toEqual(['2026-11-26', '2026-11-26', '2026-11-26', '2026-11-28', '2026-11-28']);
});
