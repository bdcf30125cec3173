import { afterEach, expect, test } from 'vitest';
import type { DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import { cents } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { addTypedItem, emptyCart } from '#shared/sales/cart.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { moveCash } from '../drawer/move-cash.ts';
import { voidSale } from '../sales/void/void-sale.ts';
import { savePrinter } from '../settings/register-settings.ts';
import { aSale, aTender, sell as ringUp } from '../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import type { Actor } from '../write-path/command-context.ts';
import { closeDay, type CloseDayInput } from './close-day.ts';
import { findX, findZ, getDrawerState, listDayCloses } from './find-day-close.ts';
import { openDay } from './open-day.ts';

let shop: TestShop;
afterEach(() => shop.close());

const NO_MARKS = { copy: false, demo: false };

/** Rings up one typed item, tax on top. */
function sell(priceCents: number, tenders: readonly (readonly [TenderKind, number, string?])[]) {
  const item = {
    lineId: newId('saleLine'),
    description: 'Watch strap',
    priceCents: cents(priceCents),
    taxed: true,
  };
  const cart = addTypedItem(emptyCart(newId('cart')), item);
  const paid = tenders.map(([kind, amountCents, brand = '']) =>
    aTender(kind, amountCents, { brand }),
  );
  const input = { ...aSale(shop, cart, paid), print: false };
  const sold = ringUp(shop, input);
  if (!sold.ok) throw new Error(sold.refusal.code);
  return input.saleId;
}

function takeBack(saleId: ReturnType<typeof sell>): void {
  const input = { saleId, reason: 'Wrong strap', overrideId: null };
  const context = shop.context('sales.void', { actor: shop.manager });
  const result = shop.writer.write(context, input, (tx) => voidSale(tx, context, input));
  if (!result.ok) throw new Error(result.refusal.code);
}

function open(floatCents: number, nowMs: number): void {
  const input = { drawerSessionId: newId('drawerSession'), floatCents: cents(floatCents) };
  const context = shop.context('dayClose.open', { nowMs });
  const opened = shop.writer.write(context, input, (tx) => openDay(tx, context, input));
  if (!opened.ok) throw new Error(opened.refusal.code);
}

function move(kind: 'paid_in' | 'paid_out' | 'drop', amountCents: number): void {
  const input = {
    movementId: newId('drawerMovement'),
    kind,
    amountCents: cents(amountCents),
    reason: `Because of ${kind}`,
    overrideId: null,
  };
  const context = shop.context('dayClose.moveCash', { actor: shop.manager });
  shop.writer.write(context, input, (tx) => moveCash(tx, context, input));
}

function close(input: {
  readonly countedCents: number;
  readonly reason?: string;
  readonly leave?: number;
  readonly nowMs?: number;
  readonly actor?: Actor;
}) {
  const closing: CloseDayInput = {
    countedCents: cents(input.countedCents),
    reason: input.reason ?? '',
    leaveCents: cents(input.leave ?? 0),
  };
  const context = shop.context('dayClose.close', {
    actor: input.actor ?? shop.manager,
    nowMs: input.nowMs ?? TEST_NOW_MS + 3_600_000,
  });
  return shop.writer.write(context, closing, (tx) => closeDay(tx, context, closing));
}

function closedZ(input: Parameters<typeof close>[0]): DayCloseFacts {
  const result = close(input);
  if (!result.ok) throw new Error(result.refusal.code);
  const facts = findZ(shop.writer, result.value.dayCloseId, NO_MARKS);
  if (!facts) throw new Error('no Z');
  return facts;
}

const x = () =>
  findX(shop.writer, {
    registerId: shop.register.registerId,
    staffId: shop.counter.staffId,
    nowMs: TEST_NOW_MS,
    demo: false,
  });

/** Float 200.00; a cash sale with change, a card, a split, a voided one; in, out and a drop: 193.05 in the drawer. */
function aBusyDay(): void {
  shop = aShop({ drawerOpen: false });
  open(20_000, TEST_NOW_MS - 3_600_000);
  sell(10_000, [['cash', 12_000]]);
  sell(20_000, [['card', 21_650, 'Visa']]);
  sell(4000, [
    ['card', 2000, 'Visa'],
    ['cash', 2500],
  ]);
  takeBack(
    sell(30_000, [
      ['card', 10_000, 'Amex'],
      ['cash', 25_000],
    ]),
  );
  move('paid_in', 5000);
  move('paid_out', 1850);
  move('drop', 17_000);
}

const EXPECTED_CENTS = 20_000 + 10_825 + 2330 + 5000 - 1850 - 17_000;

test('M5: a day with sales, change, a void and moved cash ends with what lies in the drawer', () => {
  aBusyDay();
  const result = close({ countedCents: EXPECTED_CENTS, leave: 15_000 });
  expect(result).toMatchObject({ ok: true, value: { number: 'Z1-1', overShortCents: 0 } });
  expect(
    shop.writer.sqlite
      .prepare('select expected_cents, counted_cents, left_cents, business_date from day_close')
      .get(),
  ).toEqual({
    expected_cents: EXPECTED_CENTS,
    counted_cents: EXPECTED_CENTS,
    left_cents: 15_000,
    business_date: '2026-11-23',
  });
});

test('the Z says everything the paper needs, and is frozen', () => {
  aBusyDay();
  const facts = closedZ({ countedCents: EXPECTED_CENTS, leave: 15_000 });
  expect(facts).toMatchObject({
    report: 'Z',
    store: {
      name: 'Bellmore Jewelers',
      addressLines: ['12 Main St', 'Franklin, TN 37064'],
      phone: '(615) 555-0100',
      footer: 'Thank you',
    },
    number: 'Z1-1',
    registerName: 'Register 1',
    zone: 'America/Chicago',
    businessDate: '2026-11-23',
    openedAtMs: TEST_NOW_MS - 3_600_000,
    openedBy: 'CO',
    closedAtMs: TEST_NOW_MS + 3_600_000,
    closedBy: 'MF',
    salesCount: 3,
    subtotalCents: 34_000,
    discountCents: 0,
    netCents: 34_000,
    taxCents: 2805,
    totalCents: 36_805,
    voids: { count: 1, totalCents: 32_475 },
    taxes: [
      {
        name: 'Sales tax',
        agency: 'Sales tax',
        ratePpm: 82_500,
        baseCents: 34_000,
        exemptCents: 0,
        excessCents: 0,
        taxCents: 2805,
      },
    ],
    departments: [{ name: '', count: 3, grossCents: 34_000, discountCents: 0, netCents: 34_000 }],
    recognisedCents: 34_000,
    moneyTakenCents: 36_805,
    voided: [{ number: 'S1-4', totalCents: 32_475, by: 'MF', reason: 'Wrong strap' }],
    documents: [
      { first: 'S1-1', last: 'S1-4', count: 4, missing: [] },
      { first: 'Z1-1', last: 'Z1-1', count: 1, missing: [] },
    ],
    grandTotalCents: 36_805,
    accounts: [
      { account: 'cash_drawer', detail: '', amountCents: 15_000 },
      { account: 'safe', detail: '', amountCents: -3000 },
      { account: 'bank', detail: '', amountCents: 4305 },
      { account: 'card_clearing', detail: '', amountCents: 23_650 },
      { account: 'sales_tax_payable', detail: 'Sales tax', amountCents: -2805 },
      { account: 'paid_in', detail: '', amountCents: -5000 },
      { account: 'product_income', detail: '', amountCents: -34_000 },
      { account: 'paid_out', detail: '', amountCents: 1850 },
    ],
    tenders: [
      { tender: 'cash', count: 2, amountCents: 13_155 },
      { tender: 'card', brand: 'Visa', count: 2, amountCents: 23_650 },
    ],
    floatCents: 20_000,
    cashSalesCents: 13_155,
    movements: [
      {
        kind: 'paid_in',
        amountCents: 5000,
        reason: 'Because of paid_in',
        by: 'MF',
        atMs: TEST_NOW_MS,
      },
      {
        kind: 'paid_out',
        amountCents: 1850,
        reason: 'Because of paid_out',
        by: 'MF',
        atMs: TEST_NOW_MS,
      },
      {
        kind: 'drop',
        amountCents: 17_000,
        reason: 'Because of drop',
        by: 'MF',
        atMs: TEST_NOW_MS,
      },
    ],
    expectedCents: EXPECTED_CENTS,
    countedCents: EXPECTED_CENTS,
    overShortCents: 0,
    leftCents: 15_000,
    toBankCents: 4305,
    copy: false,
    demo: false,
  });
  expect(() => shop.writer.sqlite.exec("update day_close set figures = '{}'")).toThrow(
    'FACT_STANDS',
  );
});

test('a Z printed again says COPY, and one of the demo shop says DEMO', () => {
  shop = aShop();
  const result = close({ countedCents: 20_000 });
  const dayCloseId = result.ok ? result.value.dayCloseId : '';
  expect(findZ(shop.writer, dayCloseId, { copy: true, demo: true })).toMatchObject({
    copy: true,
    demo: true,
  });
  expect(findZ(shop.writer, newId('dayClose'), NO_MARKS)).toBeUndefined();
});

test('over or short needs a reason, and who may read day closes is told by how much', () => {
  aBusyDay();
  const before = shop.writer.head.n;
  expect(close({ countedCents: EXPECTED_CENTS - 100 })).toEqual({
    ok: false,
    refusal: {
      code: 'OVER_SHORT_NEEDS_REASON',
      overShortCents: -100,
      expectedCents: EXPECTED_CENTS,
    },
  });
  expect(shop.writer.head.n).toBe(before);
  const facts = closedZ({ countedCents: EXPECTED_CENTS + 250, reason: 'Found under the tray' });
  expect(facts).toMatchObject({
    number: 'Z1-1',
    overShortCents: 250,
    overShortReason: 'Found under the tray',
  });
});

test('nobody leaves more in the drawer than was counted, and is not told more either', () => {
  shop = aShop();
  expect(close({ countedCents: 100, leave: 101 })).toEqual({
    ok: false,
    refusal: { code: 'LEAVE_OVER_COUNTED' },
  });
});

test('a drawer that is not open cannot be closed, nor twice', () => {
  shop = aShop();
  expect(close({ countedCents: 20_000 }).ok).toBe(true);
  expect(close({ countedCents: 20_000 })).toEqual({
    ok: false,
    refusal: { code: 'DRAWER_NOT_OPEN' },
  });
});

test('a parked cart does not keep a day open', () => {
  shop = aShop();
  shop.writer.sqlite.exec("insert into cart values ('c', 'parked', '{}', 1)");
  expect(close({ countedCents: 20_000 }).ok).toBe(true);
});

test('X may be read at any time, and changes nothing', () => {
  aBusyDay();
  const before = shop.writer.head.n;
  expect(x()).toMatchObject({ report: 'X', salesCount: 3, expectedCents: EXPECTED_CENTS });
  expect(x()).not.toHaveProperty('number');
  expect(shop.writer.head.n).toBe(before);
  close({ countedCents: EXPECTED_CENTS });
  expect(x()).toBeUndefined();
});

test('who counts blind is not told by how much the count is off, however often they try', () => {
  aBusyDay();
  const blind = { code: 'OVER_SHORT_NEEDS_REASON', overShortCents: null, expectedCents: null };
  for (const countedCents of [0, EXPECTED_CENTS - 1, EXPECTED_CENTS + 1])
    expect(close({ countedCents, actor: shop.counter })).toEqual({ ok: false, refusal: blind });
  const { counter } = shop;
  expect(
    close({ countedCents: EXPECTED_CENTS - 1, actor: counter, reason: 'A cent' }),
  ).toMatchObject({ ok: true, value: { overShortCents: -1 } });
});

test('the next day starts with nothing of the day before but what was left', () => {
  aBusyDay();
  close({ countedCents: EXPECTED_CENTS, leave: 12_000 });
  const closed = getDrawerState(shop.writer, shop.register.registerId, TEST_NOW_MS + 86_400_000);
  expect(closed).toEqual({ open: null, lastLeftCents: 12_000, today: '2026-11-24' });
  open(12_000, TEST_NOW_MS + 86_400_000);
  expect(x()).toMatchObject({ salesCount: 0, voids: { count: 0 }, expectedCents: 12_000 });
});

test('the drawer screen shows the day so far, without what is expected', () => {
  aBusyDay();
  const state = getDrawerState(shop.writer, shop.register.registerId, TEST_NOW_MS);
  expect(state).toMatchObject({
    lastLeftCents: null,
    today: '2026-11-23',
    open: { openedBy: 'CO', floatCents: 20_000, saleCount: 3 },
  });
  expect(state.open?.movements.map(({ kind, by }) => [kind, by])).toEqual([
    ['paid_in', 'MF'],
    ['paid_out', 'MF'],
    ['drop', 'MF'],
  ]);
  expect(JSON.stringify(state)).not.toContain(String(EXPECTED_CENTS));
});

test('M8: closes are listed newest first, their numbers without a gap', () => {
  shop = aShop();
  for (let day = 1; day <= 3; day++) {
    close({ countedCents: 20_000 });
    open(20_000, TEST_NOW_MS + day * 86_400_000);
  }
  const listed = listDayCloses(shop.writer, 2, shop.register.registerId);
  expect(listed.map((each) => [each.number, each.businessDate])).toEqual([
    ['Z1-3', '2026-11-25'],
    ['Z1-2', '2026-11-24'],
  ]);
  expect(listed[0]).toMatchObject({ countedCents: 20_000, overShortCents: 0 });
});

test('the papers of the Z and of its deposit are queued with the close, where there is a printer', () => {
  shop = aShop();
  shop.writer.writeLocal((tx) =>
    savePrinter(tx, { host: '10.0.0.7', port: 9100, columns: 42, drawer: true, locale: 'en' }),
  );
  close({ countedCents: 20_000 });
  expect(
    shop.writer.sqlite.prepare('select kind, title from print_job order by kind').all(),
  ).toEqual([
    { kind: 'dayClose', title: 'Z1-1' },
    { kind: 'depositSlip', title: 'Z1-1' },
  ]);
});

test('a day of three hundred moves still fits its changeset', () => {
  shop = aShop();
  const context = shop.context('dayClose.moveCash');
  shop.writer.write(context, null, (tx) => {
    for (let i = 0; i < 300; i++) {
      moveCash(tx, context, {
        movementId: newId('drawerMovement'),
        kind: 'paid_in',
        amountCents: cents(1),
        reason: 'A penny from the jar on the counter',
        overrideId: null,
      });
    }
    return ok(null);
  });
  expect(close({ countedCents: 20_300 }).ok).toBe(true);
});

test('I12: after a day closed with a clock years ahead, each next day goes on from the one before it', () => {
  const YEARS_MS = 4 * 365 * 86_400_000;
  shop = aShop({ drawerOpen: false });
  open(20_000, TEST_NOW_MS + YEARS_MS);
  close({ countedCents: 20_000, leave: 11_000, nowMs: TEST_NOW_MS + YEARS_MS });
  // The clock is put right; the business date cannot go back.
  open(11_000, TEST_NOW_MS);
  sell(10_000, [['card', 10_825, 'Visa']]);
  close({ countedCents: 11_000, leave: 7000, nowMs: TEST_NOW_MS + 1000 });
  const state = getDrawerState(shop.writer, shop.register.registerId, TEST_NOW_MS + 2000);
  expect(state.lastLeftCents).toBe(7000);
  open(7000, TEST_NOW_MS + 2000);
  sell(10_000, [['card', 10_825, 'Visa']]);
  const last = closedZ({ countedCents: 7000, leave: 7000 });
  expect(last).toMatchObject({ number: 'Z1-3', grandTotalCents: 2 * 10_825 });
  expect(last.accounts?.filter(({ account }) => account === 'safe')).toEqual([]);
  expect(last.documents?.flatMap(({ missing }) => missing)).toEqual([]);
});
