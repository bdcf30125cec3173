import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { addLine, emptyCart, setCustomer } from '#shared/sales/cart.ts';
import { closeDay } from '../../day-close/close-day.ts';
import { openDrawer } from '../../drawer/open-drawer.ts';
import { drawerSessionTable } from '../../drawer/tables.ts';
import { giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { accountBalance } from '../../house-accounts/find-account.ts';
import { listJournal } from '../../journal/list-journal.ts';
import { grantOverride } from '../../staff/grant-override.ts';
import {
  aPaidSale,
  correctBuyer,
  correctSellers,
  correctTenders,
  ringUp,
  standingIds,
  standingOf,
  voidPaid,
} from '../../testing/a-correction.ts';
import { aCustomer, aHouseAccount } from '../../testing/a-customer.ts';
import { aTender, aTicket } from '../../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { aGiftCard, aLine, returnsOfSale } from '../../testing/ticket-lines.ts';
import { findSale, listRecentSales } from '../find-sale.ts';
import { recordCheck } from '../payments/record-check.ts';
import { resolvePayment } from '../payments/resolve-payment.ts';

// A piece of $100.00 costs $108.25 with the test shop's tax.
const TOTAL = 10_825;
const HOUR = 3_600_000;

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const rows = (table: string) =>
  Number(shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get());
const STORED = ['sale_correction', 'payment', 'commission_share', 'gift_card_entry', 'journal_row'];
const stored = () => STORED.map(rows);

function journalOf(saleId: SaleId) {
  const ids = shop.writer.sqlite
    .prepare("select id from sale_correction where sale_id = ? and kind = 'tender' order by id")
    .pluck()
    .all(saleId) as string[];
  return ids.flatMap((id) =>
    listJournal(shop.writer, 'sale_correction', id).map((row) => [row.account, row.amountCents]),
  );
}

const refused = (refusal: object) => ({ ok: false, refusal });

test('M1, M2: a card that was cash: the sale and its total stay, cash goes from one account to the other', () => {
  const { saleId } = aPaidSale(shop, [['cash', 12_000]]);
  const before = findSale(shop.writer, saleId);
  expect(correctTenders(shop, saleId, [aTender('card', TOTAL, { brand: 'Visa' })]).ok).toBe(true);
  expect(findSale(shop.writer, saleId)).toEqual(before);
  expect(standingOf(shop, saleId)).toMatchObject({
    payments: [{ tender: 'card', amountCents: TOTAL, drawerSessionId: before?.drawerSessionId }],
    changeCents: 0,
  });
  expect(journalOf(saleId)).toEqual([
    ['cash_drawer', -TOTAL],
    ['card_clearing', TOTAL],
  ]);
  expect(listRecentSales(shop.writer, undefined, 1)).toMatchObject([{ tenders: ['card'] }]);
  expect(
    correctTenders(shop, saleId, [aTender('cash', TOTAL)], { takeBack: standingIds(shop, saleId) })
      .ok,
  ).toBe(true);
  expect(standingOf(shop, saleId).payments.map((row) => row.tender)).toEqual(['cash']);
});

test('one of several payments is corrected, the others stay', () => {
  const { saleId } = aPaidSale(shop, [
    ['card', 8000],
    ['cash', 3000],
  ]);
  const [card] = standingIds(shop, saleId);
  const split = [
    aTender('card', 5000, { brand: 'Visa' }),
    aTender('card', 3000, { brand: 'Debit' }),
  ];
  expect(correctTenders(shop, saleId, split, { takeBack: card ? [card] : [] }).ok).toBe(true);
  expect(
    standingOf(shop, saleId).payments.map((row) => [row.tender, row.brand, row.amountCents]),
  ).toEqual([
    ['cash', '', 3000],
    ['card', 'Visa', 5000],
    ['card', 'Debit', 3000],
  ]);
  expect(standingOf(shop, saleId).changeCents).toBe(175);
});

test('another sum, a payment of another sale, one taken back already: refused and nothing is stored', () => {
  const [first, second] = [aPaidSale(shop, [['card', TOTAL]]), aPaidSale(shop, [['card', TOTAL]])];
  const before = stored();
  expect(correctTenders(shop, first.saleId, [aTender('cash', TOTAL + 1)])).toEqual(
    refused({ code: 'CORRECTION_SUM_DIFFERS', offCents: 1 }),
  );
  expect(
    correctTenders(shop, first.saleId, [aTender('cash', TOTAL)], {
      takeBack: standingIds(shop, second.saleId),
    }),
  ).toEqual(refused({ code: 'PAYMENT_NOT_CORRECTABLE' }));
  expect(
    correctTenders(shop, newId('sale'), [aTender('cash', TOTAL)], { takeBack: [newId('payment')] }),
  ).toEqual(refused({ code: 'SALE_NOT_FOUND' }));
  expect(
    correctTenders(shop, first.saleId, [aTender('cash', TOTAL, { unknown: true })]),
  ).toMatchObject(refused({ code: 'TENDER_NEEDS_DETAIL', detail: 'unknown' }));
  expect(stored()).toEqual(before);
  const old = standingIds(shop, first.saleId);
  expect(correctTenders(shop, first.saleId, [aTender('cash', TOTAL)]).ok).toBe(true);
  expect(correctTenders(shop, first.saleId, [aTender('card', TOTAL)], { takeBack: old })).toEqual(
    refused({ code: 'PAYMENT_NOT_CORRECTABLE' }),
  );
});

test('a voided sale is not corrected, and a corrected one is voided to nothing', () => {
  const { saleId } = aPaidSale(shop, [['cash', 12_000]]);
  expect(correctTenders(shop, saleId, [aTender('card', TOTAL)]).ok).toBe(true);
  expect(voidPaid(shop, saleId).ok).toBe(true);
  const byTender = shop.writer.sqlite
    .prepare('select tender, sum(amount_cents) as sum from payment group by tender order by tender')
    .all();
  // The change went out of the drawer with the sale, and stays with the customer's first hundred.
  expect(byTender).toEqual([
    { tender: 'card', sum: 0 },
    { tender: 'cash', sum: 1175 },
  ]);
  const totals = shop.writer.sqlite
    .prepare(
      'select account, sum(amount_cents) as sum from journal_row group by account having sum <> 0',
    )
    .all();
  expect(totals).toEqual([]);
  expect(
    correctTenders(shop, saleId, [aTender('cash', TOTAL)], { takeBack: standingIds(shop, saleId) }),
  ).toEqual(refused({ code: 'CORRECTION_OF_VOID' }));
  expect(correctBuyer(shop, saleId, aCustomer(shop))).toEqual(
    refused({ code: 'CORRECTION_OF_VOID' }),
  );
  expect(correctSellers(shop, saleId, [shop.manager.staffId, 0])).toEqual(
    refused({ code: 'CORRECTION_OF_VOID' }),
  );
});

test("the counter corrects with a manager's word for this sale and no other", () => {
  const [first, second] = [aPaidSale(shop, [['card', TOTAL]]), aPaidSale(shop, [['card', TOTAL]])];
  const context = shop.context('staff.override');
  const granted = shop.writer.write(context, null, (tx) =>
    grantOverride(tx, context, {
      grantedBy: shop.manager.staffId,
      businessDate: shop.today,
      permission: 'sales.correct',
      reason: 'wrong key',
      subjectId: first.saleId,
    }),
  );
  if (!granted.ok) throw new Error('no override');
  const over = { actor: shop.counter, overrideId: granted.value.overrideId };
  const cash = () => [aTender('cash', TOTAL)];
  expect(correctTenders(shop, first.saleId, cash(), { actor: shop.counter })).toEqual(
    refused({ code: 'CORRECTION_NEEDS_OVERRIDE' }),
  );
  expect(correctTenders(shop, second.saleId, cash(), over)).toEqual(
    refused({ code: 'CORRECTION_NEEDS_OVERRIDE' }),
  );
  expect(correctTenders(shop, first.saleId, cash(), over).ok).toBe(true);
});

test('what is unknown is settled first; what the bank has said stands', () => {
  const unsure = aTender('card', TOTAL, { unknown: true });
  const { saleId } = aPaidSale(shop, [unsure]);
  expect(correctTenders(shop, saleId, [aTender('cash', TOTAL)])).toEqual(
    refused({ code: 'PAYMENT_UNSETTLED' }),
  );
  const context = shop.context('payments.resolve', { actor: shop.manager });
  shop.writer.write(context, null, (tx) =>
    resolvePayment(tx, context, {
      paymentId: unsure.paymentId,
      outcome: 'not_charged',
      note: 'never arrived',
    }),
  );
  expect(correctTenders(shop, saleId, [aTender('cash', TOTAL)]).ok).toBe(true);
  expect(journalOf(saleId)).toEqual([
    ['cash_drawer', TOTAL],
    ['uncollected_payments', -TOTAL],
  ]);
  const check = aTender('check', TOTAL, { checkKind: 'personal', reference: '7' });
  const byCheck = aPaidSale(shop, [check]);
  const cleared = shop.context('payments.recordCheck', { actor: shop.manager });
  shop.writer.write(cleared, null, (tx) =>
    recordCheck(tx, cleared, {
      paymentId: check.paymentId,
      kind: 'cleared',
      feeCents: cents(0),
      reason: '',
    }),
  );
  expect(correctTenders(shop, byCheck.saleId, [aTender('cash', TOTAL)])).toEqual(
    refused({ code: 'PAYMENT_SETTLED_SINCE', tender: 'check' }),
  );
});

test('M3: a card, a credit and an account give back what was taken from them, and take only what they hold', () => {
  const customerId = aCustomer(shop);
  aHouseAccount(shop, customerId, { limitCents: 15_000 });
  const card = aGiftCard(5000);
  ringUp(shop, addLine(emptyCart(newId('cart')), card), [['cash', 5000]]);
  const { saleId } = aPaidSale(
    shop,
    [aTender('gift_card', 5000, { giftCardId: card.giftCardId }), ['house_account', TOTAL - 5000]],
    customerId,
  );
  const [gift, account] = standingIds(shop, saleId);
  if (!gift || !account) throw new Error('two payments');
  const before = stored();
  expect(
    correctTenders(
      shop,
      saleId,
      [aTender('gift_card', TOTAL - 5000, { giftCardId: card.giftCardId })],
      {
        takeBack: [account],
      },
    ),
  ).toEqual(refused({ code: 'GIFT_CARD_SHORT', balanceCents: 0 }));
  expect(
    correctTenders(shop, saleId, [aTender('store_credit', 5000)], { takeBack: [gift] }),
  ).toEqual(refused({ code: 'STORE_CREDIT_SHORT', balanceCents: 0 }));
  expect(stored()).toEqual(before);
  // The account may hold all of it, once what it took before is back.
  expect(correctTenders(shop, saleId, [aTender('house_account', TOTAL)]).ok).toBe(true);
  expect(giftCardBalance(shop.writer, card.giftCardId)).toBe(5000);
  expect(accountBalance(shop.writer, customerId)).toBe(TOTAL);
  const other = aPaidSale(shop, [['cash', TOTAL]], customerId);
  expect(correctTenders(shop, other.saleId, [aTender('house_account', TOTAL)])).toEqual(
    refused({ code: 'ACCOUNT_OVER_LIMIT', leftCents: 15_000 - TOTAL }),
  );
  expect(correctTenders(shop, other.saleId, [aTender('house_account', TOTAL)])).toMatchObject({
    ok: false,
  });
  const nameless = aPaidSale(shop, [['cash', TOTAL]]);
  expect(correctTenders(shop, nameless.saleId, [aTender('store_credit', TOTAL)])).toEqual(
    refused({ code: 'TENDER_NEEDS_CUSTOMER', tender: 'store_credit' }),
  );
});

test('what was paid on an account is not corrected into a charge of it', () => {
  const customerId = aCustomer(shop);
  aHouseAccount(shop, customerId, { limitCents: 50_000 });
  aPaidSale(shop, [['house_account', TOTAL]], customerId);
  const paying = aTicket([aLine('account_payment', TOTAL)], { customerId });
  const { saleId } = ringUp(shop, paying, [['cash', TOTAL]]);
  const before = stored();
  expect(correctTenders(shop, saleId, [aTender('house_account', TOTAL)])).toEqual(
    refused({ code: 'ACCOUNT_PAYS_ITSELF', leftCents: 0 }),
  );
  expect(stored()).toEqual(before);
  expect(correctTenders(shop, saleId, [aTender('card', TOTAL)]).ok).toBe(true);
});

/** Counts the drawer as it should be, and opens tomorrow's. */
function nextDay(): number {
  const close = { reason: 'as counted', leaveCents: cents(20_000) };
  const context = shop.context('dayClose.close', {
    actor: shop.manager,
    nowMs: TEST_NOW_MS + HOUR,
  });
  const counted = cents(50_000);
  const closed = shop.writer.write(context, null, (tx) =>
    closeDay(tx, context, { ...close, countedCents: counted }),
  );
  if (!closed.ok) throw new Error(JSON.stringify(closed.refusal));
  const nowMs = TEST_NOW_MS + 24 * HOUR;
  const opening = shop.context('dayClose.open', { nowMs });
  const opened = shop.writer.write(opening, null, (tx) =>
    openDrawer(tx, opening, { drawerSessionId: newId('drawerSession'), floatCents: cents(20_000) }),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return nowMs;
}

test('after the close the correction is of today, and settles with what the count was over or short', () => {
  const { saleId } = aPaidSale(shop, [['cash', 12_000]]);
  const nowMs = nextDay();
  expect(correctTenders(shop, saleId, [aTender('card', TOTAL)], { nowMs }).ok).toBe(true);
  expect(journalOf(saleId)).toEqual([
    ['card_clearing', TOTAL],
    ['cash_over_short', -TOTAL],
  ]);
  expect(
    shop.writer.sqlite.prepare('select business_date from sale_correction').pluck().get(),
  ).toBe('2026-11-24');
});

test('cash of a drawer that is open at another register is corrected there', () => {
  const { saleId } = aPaidSale(shop, [['cash', TOTAL]]);
  const other = aPaidSale(shop, [['card', TOTAL]]);
  const context = shop.context('test.drawer');
  shop.writer.write(context, null, (tx) => {
    tx.insertFact(drawerSessionTable, {
      id: newId('drawerSession'),
      registerId: shop.register.registerId,
      staffId: shop.counter.staffId,
      floatCents: cents(0),
      businessDate: shop.today,
      openedAtMs: TEST_NOW_MS,
      clockUnsure: 0,
    });
    return ok(null);
  });
  const elsewhere = refused({ code: 'CORRECT_AT_ITS_REGISTER', registerName: 'Register 1' });
  expect(correctTenders(shop, saleId, [aTender('card', TOTAL)])).toEqual(elsewhere);
  expect(correctTenders(shop, other.saleId, [aTender('cash', TOTAL)])).toEqual(elsewhere);
  expect(correctTenders(shop, other.saleId, [aTender('card', TOTAL, { brand: 'Visa' })]).ok).toBe(
    true,
  );
});

test('a refund that went another way is corrected too, but never to a card of somebody else', () => {
  const { saleId } = aPaidSale(shop, [aTender('card', TOTAL, { brand: 'Visa' })]);
  const cart = setCustomer(emptyCart(newId('cart')), aCustomer(shop));
  const back = ringUp(shop, returnsOfSale(shop.writer, saleId).reduce(addLine, cart), [
    aTender('card', 0 - TOTAL, { brand: 'Visa', refundOfSaleId: saleId }),
  ]);
  const giftCardId = newId('giftCard');
  const refundOfSaleId = saleId;
  expect(
    correctTenders(shop, back.saleId, [
      aTender('gift_card', 0 - TOTAL, { giftCardId, refundOfSaleId }),
    ]),
  ).toEqual(refused({ code: 'REFUND_OVER_PAID', tender: 'gift_card', leftCents: 0 }));
  expect(
    correctTenders(shop, back.saleId, [aTender('cash', 0 - TOTAL, { refundOfSaleId })]).ok,
  ).toBe(true);
  expect(standingOf(shop, back.saleId).payments).toMatchObject([
    { tender: 'cash', amountCents: -TOTAL },
  ]);
  expect(storeCreditBalance(shop.writer, cart.customerId ?? '')).toBe(0);
});
