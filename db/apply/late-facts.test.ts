import { afterEach, expect, test } from 'vitest';
import type { DrawerSessionId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { closeDay } from '../day-close/close-day.ts';
import { findZ, listDayCloses } from '../day-close/find-day-close.ts';
import { openDay } from '../day-close/open-day.ts';
import { supplementFacts } from '../day-close/supplements/find-supplement.ts';
import { makeSupplement } from '../day-close/supplements/make-supplement.ts';
import { openDrawerOf } from '../drawer/find-drawer.ts';
import { terminalBatchTable } from '../drawer/tables.ts';
import { sessionTotals } from '../journal/list-journal.ts';
import { paymentResolutionTable } from '../sales/after-sale-tables.ts';
import { paymentTable, saleLineTable, saleTable, saleVoidTable } from '../sales/tables.ts';
import { saleTaxTable } from '../taxes/tables.ts';
import { aPaidSale } from '../testing/a-correction.ts';
import { aTender } from '../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { applyChangesets } from './apply-changesets.ts';
import { aChangeset, type WrittenOp } from './testing/a-changeset.ts';

// A disk that was copied, or a backup that was restored: sales of a closed drawer arrive from the server.

let shop: TestShop;
afterEach(() => shop.close());

const NO_MARKS = { copy: false, demo: false };
const DAY_MS = 86_400_000;

function open(nowMs = TEST_NOW_MS) {
  const input = { drawerSessionId: newId('drawerSession'), floatCents: cents(20_000) };
  const context = shop.context('dayClose.open', { nowMs });
  const opened = shop.writer.write(context, input, (tx) => openDay(tx, context, input));
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

/** A day with one sale in cash, closed to the cent. */
function aClosedDay(): { readonly drawerSessionId: DrawerSessionId; readonly dayCloseId: string } {
  shop = aShop({ drawerOpen: false });
  const { drawerSessionId } = open();
  aPaidSale(shop);
  return { drawerSessionId, dayCloseId: close(30_825) };
}

function close(countedCents: number, nowMs = TEST_NOW_MS + 1000): string {
  const context = shop.context('dayClose.close', { actor: shop.manager, nowMs });
  const input = { countedCents: cents(countedCents), reason: '', leaveCents: cents(20_000) };
  const closed = shop.writer.write(context, input, (tx) => closeDay(tx, context, input));
  if (!closed.ok) throw new Error(JSON.stringify(closed.refusal));
  return closed.value.dayCloseId;
}

/** A sale of $100.00 and its tax, paid by card, as another disk wrote it down. */
function aLateSale(drawerSessionId: string, number: string, unknown = 0): readonly WrittenOp[] {
  const [id, lineId] = [newId('sale') as string, newId('saleLine') as string];
  const at = { drawerSessionId, businessDate: shop.today };
  const rule = shop.writer.sqlite.prepare('select id from tax_rule').pluck().get();
  return [
    {
      fact: saleTable,
      row: {
        id,
        number,
        ...at,
        registerId: shop.register.registerId,
        lineCount: 1,
        subtotalCents: 10_000,
        taxCents: 825,
        totalCents: 10_825,
        completedAtMs: TEST_NOW_MS,
      },
    },
    {
      fact: saleLineTable,
      row: {
        id: lineId,
        saleId: id,
        kind: 'item',
        netCents: 10_000,
        tagPriceCents: 10_000,
        taxCents: 825,
        quantityThousandths: 1000,
        businessDate: shop.today,
      },
    },
    {
      fact: saleTaxTable,
      row: {
        id: newId('saleTax'),
        saleId: id,
        saleLineId: lineId,
        taxRuleId: String(rule),
        ratePpm: 82_500,
        baseCents: 10_000,
        taxCents: 825,
        businessDate: shop.today,
      },
    },
    {
      fact: paymentTable,
      row: {
        id: newId('payment'),
        saleId: id,
        tender: 'card',
        brand: 'Visa',
        amountCents: 10_825,
        unknown,
        ...at,
      },
    },
  ];
}

function arrive(ops: readonly WrittenOp[]): void {
  shop.writer.writeLocal((tx) => {
    const applied = applyChangesets(tx, [aChangeset(ops)], TEST_NOW_MS);
    expect(applied).toMatchObject({ ok: true, value: { aside: [], conflicts: [] } });
  });
}

function supplement(dayCloseId: string) {
  const context = shop.context('dayClose.supplement', { actor: shop.manager });
  return shop.writer.write(context, { dayCloseId }, (tx) =>
    makeSupplement(tx, context, { dayCloseId }),
  );
}

const listed = () => listDayCloses(shop.writer, 10, shop.register.registerId);
const storedClose = () =>
  shop.writer.sqlite.prepare('select * from day_close order by number').all();

test('a day that nothing came to has no supplement, however often it is asked for', () => {
  const { dayCloseId } = aClosedDay();
  expect(listed()).toMatchObject([{ number: 'Z1-1', late: false, supplements: [] }]);
  expect(supplement(dayCloseId)).toEqual({ ok: false, refusal: { code: 'NOTHING_LATE' } });
  expect(supplement(newId('dayClose'))).toEqual({
    ok: false,
    refusal: { code: 'DAY_CLOSE_NOT_FOUND' },
  });
});

test('M2: a sale that comes late is told in Zn-1 with its figures and a delta journal, and the Z stays as it was', () => {
  const { drawerSessionId, dayCloseId } = aClosedDay();
  const before = storedClose();
  const z = findZ(shop.writer, dayCloseId, NO_MARKS);
  arrive(aLateSale(drawerSessionId, 'S1-2'));
  expect(listed()).toMatchObject([{ late: true, supplements: [] }]);
  const made = supplement(dayCloseId);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  expect(made.value.number).toBe('Z1-1-1');
  const facts = supplementFacts(shop.writer, made.value.supplementId, NO_MARKS);
  expect(facts).toMatchObject({
    number: 'Z1-1-1',
    dayCloseNumber: 'Z1-1',
    businessDate: '2026-11-23',
    documents: [{ number: 'S1-2', totalCents: 10_825 }],
    salesCount: 1,
    netCents: 10_000,
    taxCents: 825,
    totalCents: 10_825,
    taxes: [{ name: 'Sales tax', baseCents: 10_000, taxCents: 825 }],
    tenders: [{ tender: 'card', brand: 'Visa', count: 1, amountCents: 10_825 }],
    accounts: [
      { account: 'card_clearing', amountCents: 10_825 },
      { account: 'sales_tax_payable', amountCents: -825 },
      { account: 'product_income', amountCents: -10_000 },
    ],
  });
  expect(storedClose()).toEqual(before);
  expect(findZ(shop.writer, dayCloseId, NO_MARKS)).toEqual({ ...z, supplements: ['Z1-1-1'] });
  expect(listed()).toMatchObject([{ late: false, supplements: [{ number: 'Z1-1-1' }] }]);
  expect(supplement(dayCloseId)).toMatchObject({ refusal: { code: 'NOTHING_LATE' } });
});

test('what comes later still, a void among it, makes the next supplement with nothing told twice', () => {
  const { drawerSessionId, dayCloseId } = aClosedDay();
  const late = aLateSale(drawerSessionId, 'S1-2');
  arrive(late);
  supplement(dayCloseId);
  const [sale, , , paid] = late;
  if (!sale || !paid || !('fact' in sale) || !('fact' in paid)) throw new Error('no sale');
  const voidId = newId('saleVoid');
  const at = { drawerSessionId, businessDate: shop.today };
  arrive([
    { fact: saleVoidTable, row: { id: voidId, saleId: sale.row.id, atMs: TEST_NOW_MS + 5, ...at } },
    {
      fact: paymentTable,
      row: {
        ...paid.row,
        id: newId('payment'),
        saleVoidId: voidId,
        reversesPaymentId: paid.row.id,
        amountCents: -10_825,
      },
    },
  ]);
  const made = supplement(dayCloseId);
  if (!made.ok) throw new Error(made.refusal.code);
  expect(supplementFacts(shop.writer, made.value.supplementId, NO_MARKS)).toMatchObject({
    number: 'Z1-1-2',
    documents: [{ number: 'S1-2', totalCents: -10_825 }],
    salesCount: -1,
    totalCents: -10_825,
    tenders: [{ tender: 'card', brand: 'Visa', count: -1, amountCents: -10_825 }],
  });
  expect(findZ(shop.writer, dayCloseId, NO_MARKS)?.supplements).toEqual(['Z1-1-1', 'Z1-1-2']);
});

test('opening the next drawer tells what came late first, and the next grand total holds it', () => {
  const { drawerSessionId } = aClosedDay();
  arrive(aLateSale(drawerSessionId, 'S1-2'));
  expect(open(TEST_NOW_MS + DAY_MS).supplements).toEqual(['Z1-1-1']);
  expect(listed()).toMatchObject([{ late: false }]);
  const next = close(20_000, TEST_NOW_MS + DAY_MS + 1000);
  expect(findZ(shop.writer, next, NO_MARKS)).toMatchObject({
    totalCents: 0,
    grandTotalCents: 2 * 10_825,
  });
  expect(open(TEST_NOW_MS + 2 * DAY_MS).supplements).toEqual([]);
  const last = close(20_000, TEST_NOW_MS + 2 * DAY_MS + 1000);
  expect(findZ(shop.writer, last, NO_MARKS)?.grandTotalCents).toBe(2 * 10_825);
});

test('M7: what is found out about a payment later makes no supplement, nor is it in one', () => {
  shop = aShop({ drawerOpen: false });
  const { drawerSessionId } = open();
  aPaidSale(shop, [aTender('card', 10_825, { unknown: true })]);
  const dayCloseId = close(20_000);
  const [payment] = shop.writer.sqlite.prepare('select id from payment').pluck().all();
  arrive([
    {
      fact: paymentResolutionTable,
      row: {
        id: newId('paymentResolution'),
        paymentId: String(payment),
        outcome: 'charged',
        businessDate: shop.today,
        atMs: TEST_NOW_MS + 5,
      },
    },
  ]);
  expect(supplement(dayCloseId)).toMatchObject({ refusal: { code: 'NOTHING_LATE' } });
  arrive(aLateSale(drawerSessionId, 'S1-2'));
  const made = supplement(dayCloseId);
  if (!made.ok) throw new Error(made.refusal.code);
  expect(supplementFacts(shop.writer, made.value.supplementId, NO_MARKS)?.tenders).toEqual([
    { tender: 'card', brand: 'Visa', count: 1, amountCents: 10_825 },
  ]);
});

test('a late word of a terminal moves no money and makes no supplement', () => {
  const { drawerSessionId, dayCloseId } = aClosedDay();
  arrive([
    {
      fact: terminalBatchTable,
      row: { id: newId('terminalBatch'), drawerSessionId, terminal: 'T1', amountCents: 5 },
    },
  ]);
  expect(supplement(dayCloseId)).toMatchObject({ refusal: { code: 'NOTHING_LATE' } });
});

test('the day of another register is told there and nowhere else', () => {
  const { drawerSessionId, dayCloseId } = aClosedDay();
  arrive(aLateSale(drawerSessionId, 'S1-2'));
  const elsewhere = {
    ...shop.context('dayClose.supplement', { actor: shop.manager }),
    register: { ...shop.register, registerId: newId('register') },
  };
  expect(
    shop.writer.write(elsewhere, null, (tx) => makeSupplement(tx, elsewhere, { dayCloseId })),
  ).toEqual({
    ok: false,
    refusal: { code: 'SUPPLEMENT_AT_ITS_REGISTER', registerName: 'Register 1' },
  });
  expect(listDayCloses(shop.writer, 10, newId('register'))).toMatchObject([{ late: false }]);
});

test('M2: Z, supplements and what is booked of the day are the same sum (and one supplement forgotten is seen)', () => {
  const { drawerSessionId, dayCloseId } = aClosedDay();
  const told = [];
  for (const number of ['S1-2', 'S1-3', 'S1-4']) {
    arrive(aLateSale(drawerSessionId, number));
    const made = supplement(dayCloseId);
    if (!made.ok) throw new Error(made.refusal.code);
    told.push(supplementFacts(shop.writer, made.value.supplementId, NO_MARKS)?.accounts ?? []);
  }
  const income = (rows: readonly { readonly account: string; readonly amountCents: number }[]) =>
    rows
      .filter((row) => row.account === 'product_income')
      .reduce((sum, row) => sum + row.amountCents, 0);
  const z = findZ(shop.writer, dayCloseId, NO_MARKS);
  const now = income(sessionTotals(shop.writer, drawerSessionId));
  expect(income([...(z?.accounts ?? []), ...told.flat()])).toBe(now);
  expect(income([...(z?.accounts ?? []), ...told.slice(1).flat()])).not.toBe(now);
  expect(openDrawerOf(shop.writer, shop.register.registerId)).toBeUndefined();
});
