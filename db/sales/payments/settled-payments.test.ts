import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { CompleteSaleInput, SaleTender } from '#shared/sales/contract.ts';
import { accountBalance } from '../../house-accounts/find-account.ts';
import { correctBuyer, correctTenders } from '../../testing/a-correction.ts';
import { aCertificate, aCustomer } from '../../testing/a-customer.ts';
import { aSale, aTender, aTicket, rung, sell } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { aReadyLessor, firstReturn, ringLine, TOTAL } from '../../testing/refused-sales.ts';
import { aProvider } from '../../testing/shop-terms.ts';
import { brokenLaws, standingOf } from '../../testing/standing.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { readRefundPlan } from '../returns/read-refund-plan.ts';
import { fundPayment } from './fund-payment.ts';
import { readFinancedPayments, readOpenChecks, readUnknownPayments } from './list-open-payments.ts';
import { recordCheck } from './record-check.ts';
import { resolvePayment } from './resolve-payment.ts';
import { archiveProvider } from './save-provider.ts';

// What banks, lenders and terminals say of a payment after the sale.

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => {
  expect(brokenLaws(shop)).toEqual([]);
  shop.close();
});

function sold(input: CompleteSaleInput): SaleId {
  rung(shop, input, { actor: shop.manager });
  return input.saleId;
}

/** A ring of $100.00, for these tenders. */
function ringFor(tender: SaleTender, over: Partial<Cart> = {}): SaleId {
  return sold(aSale(shop, aTicket([ringLine(shop)], over), [tender]));
}

function run<Value>(act: (tx: WriteTx, context: CommandContext) => Result<Value, Refusal>) {
  const context = shop.context('test.act', { actor: shop.manager });
  return shop.writer.write(context, null, (tx) => act(tx, context));
}

const aCheck = (holdUntil: SaleTender['holdUntil'] = null) =>
  aTender('check', TOTAL, { checkKind: 'personal', reference: '101', holdUntil });
const came = (check: SaleTender, kind: 'cleared' | 'returned', fee = 2500) =>
  run((tx, context) =>
    recordCheck(tx, context, {
      paymentId: check.paymentId,
      kind,
      feeCents: fee as Cents,
      reason: 'no funds',
    }),
  );
const owes = (customerId: CustomerId) => accountBalance(shop.writer, customerId);
const refused = (code: string) => ({ ok: false, refusal: { code } });

test('M2: a check that came back is owed again with its fee, and the sale stands', () => {
  const customerId = aCustomer(shop);
  const check = aCheck();
  const saleId = ringFor(check, { customerId });
  expect(readOpenChecks(shop.writer)).toMatchObject([{ saleId, amountCents: TOTAL }]);
  expect(came(check, 'returned').ok).toBe(true);
  expect(owes(customerId)).toBe(TOTAL + 2500);
  expect(standingOf(shop).accounts).toMatchObject({
    'house_accounts ': TOTAL + 2500,
    'fee_income ': -2500,
  });
  expect(standingOf(shop).accounts['check_clearing ']).toBeUndefined();
  expect(readOpenChecks(shop.writer)).toEqual([]);
});

test('a check that cleared may still come back, once; nothing is said twice', () => {
  const customerId = aCustomer(shop);
  const check = aCheck();
  ringFor(check, { customerId });
  expect(came(check, 'cleared').ok).toBe(true);
  expect(came(check, 'cleared')).toEqual(refused('CHECK_ALREADY_SETTLED'));
  expect(came(check, 'returned').ok).toBe(true);
  expect(came(check, 'returned')).toEqual(refused('CHECK_ALREADY_SETTLED'));
  expect(came(aCheck(), 'returned')).toEqual(refused('PAYMENT_NOT_FOUND'));
  expect(owes(customerId)).toBe(TOTAL + 2500);
});

test('a check of a sale whose customer was said later is owed by that customer, who then stays', () => {
  const check = aCheck();
  const saleId = ringFor(check);
  const customerId = aCustomer(shop);
  expect(correctBuyer(shop, saleId, customerId).ok).toBe(true);
  expect(came(check, 'returned').ok).toBe(true);
  expect(owes(customerId)).toBe(TOTAL + 2500);
  expect(standingOf(shop).accounts['house_accounts ']).toBe(TOTAL + 2500);
  const other = { actor: shop.manager, reason: 'another Eve' };
  expect(correctBuyer(shop, saleId, aCustomer(shop), other)).toMatchObject(
    refused('SALE_ON_CUSTOMERS_NAME'),
  );
});

test('a check of a customer who was corrected away is owed by the right one', () => {
  const [wrong, right] = [aCustomer(shop), aCustomer(shop)];
  const check = aCheck();
  const saleId = ringFor(check, { customerId: wrong });
  const corrected = { actor: shop.manager, reason: 'another Eve' };
  expect(correctBuyer(shop, saleId, right, corrected).ok).toBe(true);
  came(check, 'returned');
  expect([owes(wrong), owes(right)]).toEqual([0, TOTAL + 2500]);
});

test('a check of nobody stands among those that came back', () => {
  const check = aCheck();
  ringFor(check);
  came(check, 'returned', 0);
  expect(standingOf(shop).accounts['returned_checks ']).toBe(TOTAL);
});

test('M7: what became of a payment nobody was sure of is said once', () => {
  const unsure = aTender('card', TOTAL, { unknown: true });
  ringFor(unsure);
  const say = (paymentId: string, outcome: 'charged' | 'not_charged') =>
    run((tx, context) => resolvePayment(tx, context, { paymentId, outcome, note: 'asked' }));
  expect(readUnknownPayments(shop.writer)).toHaveLength(1);
  expect(say(unsure.paymentId, 'charged').ok).toBe(true);
  expect(say(unsure.paymentId, 'not_charged')).toEqual(refused('PAYMENT_ALREADY_RESOLVED'));
  expect(readUnknownPayments(shop.writer)).toEqual([]);
  const sure = aTender('card', TOTAL);
  ringFor(sure);
  expect(say(sure.paymentId, 'charged')).toEqual(refused('PAYMENT_NOT_FOUND'));
  expect(standingOf(shop).accounts['unresolved_payments ']).toBeUndefined();
});

const loan = (providerId: SaleTender['providerId']) =>
  aTender('finance', TOTAL, { providerId, reference: '7', plan: '12 months' });
const paid = (payment: SaleTender, amount: number, fee: number) =>
  run((tx, context) =>
    fundPayment(tx, context, {
      paymentId: payment.paymentId,
      amountCents: amount as Cents,
      feeCents: fee as Cents,
      fundedOn: shop.today,
    }),
  );

test('what a lender pays and keeps comes to what it owed, once', () => {
  const payment = loan(aProvider(shop));
  ringFor(payment, { customerId: aCustomer(shop) });
  expect(readFinancedPayments(shop.writer)).toMatchObject([{ amountCents: TOTAL, feeCents: 541 }]);
  expect(paid(payment, TOTAL, 1)).toEqual({
    ok: false,
    refusal: { code: 'FUNDING_NOT_EQUAL', owedCents: TOTAL },
  });
  expect(paid(payment, TOTAL - 541, 541).ok).toBe(true);
  expect(paid(payment, TOTAL - 541, 541)).toEqual(refused('PAYMENT_ALREADY_FUNDED'));
  expect(readFinancedPayments(shop.writer)).toEqual([]);
});

test('M2: what goes back to a lender it takes from the bank, before or after it paid, and then nobody owes', () => {
  const [providerId, customerId] = [aProvider(shop), aCustomer(shop)];
  const payment = loan(providerId);
  const saleId = ringFor(payment, { customerId });
  expect(backByPlan(saleId, customerId).ok).toBe(true);
  const [, back] = readFinancedPayments(shop.writer);
  if (!back) throw new Error('nothing goes back');
  expect(back).toMatchObject({
    provider: 'A finance house',
    amountCents: 0 - TOTAL,
    feeCents: -541,
  });
  const taken = { ...payment, paymentId: back.paymentId };
  expect(paid(taken, TOTAL - 541, 541)).toEqual(refusedOwed(0 - TOTAL));
  expect(paid(taken, 541 - 2 * TOTAL, TOTAL - 541)).toEqual(refusedOwed(0 - TOTAL));
  expect(paid(taken, 541 - TOTAL, -541).ok).toBe(true);
  expect(paid(payment, TOTAL - 541, 541).ok).toBe(true);
  expect(readFinancedPayments(shop.writer)).toEqual([]);
  const { accounts } = standingOf(shop);
  expect([accounts[`finance_receivable ${providerId}`], accounts['bank ']]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a refund to a lender that was corrected is owed by nobody', () => {
  const [providerId, customerId] = [aProvider(shop), aCustomer(shop)];
  const payment = loan(providerId);
  const saleId = ringFor(payment, { customerId });
  const refund = backByPlan(saleId, customerId);
  if (!refund.ok || !('number' in refund.value)) throw new Error('not given back');
  const inCash = aTender('cash', 0 - TOTAL, { refundOfSaleId: saleId });
  expect(correctTenders(shop, refund.value.saleId, [inCash]).ok).toBe(true);
  expect(readFinancedPayments(shop.writer)).toMatchObject([{ paymentId: payment.paymentId }]);
  expect(readFinancedPayments(shop.writer)).toHaveLength(1);
});

const refusedOwed = (owedCents: number) => ({
  ok: false,
  refusal: { code: 'FUNDING_NOT_EQUAL', owedCents },
});

/** What goes back of a sale by its plan, as the screen would send it. */
function backByPlan(saleId: SaleId, customerId: CustomerId) {
  const cart = aTicket([firstReturn(shop, saleId)], { customerId });
  const viewer = { actor: shop.counter, registerId: shop.register.registerId };
  const plan = readRefundPlan(shop.writer, viewer, cart);
  if (!plan.ok) return plan;
  const tenders = plan.value.tenders.map(({ kind, amountCents, providerId, saleId: of }) =>
    aTender(kind, amountCents, { providerId, refundOfSaleId: of }),
  );
  return sell(shop, aSale(shop, cart, tenders));
}

test('what a lender financed goes back to it, though it was taken out of use since', () => {
  const [providerId, customerId] = [aProvider(shop), aCustomer(shop)];
  const saleId = ringFor(loan(providerId), { customerId });
  run((tx, context) => archiveProvider(tx, context, { providerId }));
  expect(readFinancedPayments(shop.writer)).toMatchObject([{ provider: 'A finance house' }]);
  expect(backByPlan(saleId, customerId)).toMatchObject({ ok: true });
  expect(standingOf(shop).accounts[`finance_receivable ${providerId}`]).toBeUndefined();
});

test('what a lessor bought goes back to it, without a certificate and without tax', () => {
  const [providerId, customerId] = [aReadyLessor(shop), aCustomer(shop)];
  const lease = aTender('lease', 10_000, { providerId, reference: '7' });
  const saleId = ringFor(lease, { providerId, customerId });
  shop.writer.sqlite.exec("update exemption_certificate set expires_on = '2026-11-01'");
  expect(backByPlan(saleId, customerId)).toMatchObject({
    ok: true,
    value: { totalCents: -10_000 },
  });
  expect(standingOf(shop).accounts[`lease_receivable ${providerId}`]).toBeUndefined();
});

test('what an exempt customer brings back needs no certificate in force: its tax is that of its sale', () => {
  const customerId = aCustomer(shop, { taxExempt: true });
  aCertificate(shop, customerId);
  const saleId = sold(aSale(shop, aTicket([ringLine(shop)], { customerId })));
  shop.writer.sqlite.exec("update exemption_certificate set expires_on = '2026-11-01'");
  expect(backByPlan(saleId, customerId)).toMatchObject({
    ok: true,
    value: { totalCents: -10_000 },
  });
  const again = aTicket([{ ...ringLine(shop), lineId: newId('saleLine') }], { customerId });
  expect(sell(shop, aSale(shop, again))).toMatchObject(refused('EXEMPT_NEEDS_CERTIFICATE'));
});
