import type {
  DayCloseBatch,
  DayCloseCredits,
  DayCloseTender,
  DayCloseUnresolved,
} from '../../documents/day-close-paper.ts';
import type { PaymentState } from '../../journal/payment-postings.ts';
import { TENDER_KINDS, type TenderKind } from '../../sales/tenders.ts';
import { lastWhenEmpty } from './sales-figures.ts';
import type { ZBatch, ZPayment } from './z-rows.ts';

/** A check that goes to the bank, or waits until it may. */
export interface ZCheck {
  readonly paymentId: string;
  readonly checkNumber: string;
  readonly saleNumber: string;
  readonly amountCents: number;
  readonly holdUntil: string | null;
}

/** What became of gift cards, store credit and house accounts by tickets. What was put back stands apart from what was used. */
export type ZCredits = Required<DayCloseCredits>;

/** Money of its own right; a gift card or a charge on account only moves what is owed. */
const MONEY: ReadonlySet<TenderKind> = new Set<TenderKind>([
  'cash',
  'card',
  'check',
  'finance',
  'lease',
  'other',
]);

/**
 * What each tender took, by brand or provider, change taken off cash: cash first, the others in their usual order, and
 * those without a brand last. What a void or correction takes back takes its payment out of amount and count. Payments
 * nobody is sure of, and those known not to have been charged, are in no tender.
 */
export function tenderFigures(
  payments: readonly ZPayment[],
  changeCents: number,
): readonly DayCloseTender[] {
  const known = payments.filter(({ state }) => state === 'known');
  return [...Map.groupBy(known, (each) => JSON.stringify([each.tender, brandOf(each)])).values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const back = first.tender === 'cash' ? changeCents : 0;
      const [brand, count] = [brandOf(first), countOf(group)];
      const amountCents = sumOf(group) - back;
      if (count === 0 && amountCents === 0) return [];
      return [{ tender: first.tender, ...(brand !== '' && { brand }), count, amountCents }];
    })
    .toSorted(
      (a, b) =>
        TENDER_KINDS.indexOf(a.tender) - TENDER_KINDS.indexOf(b.tender) ||
        lastWhenEmpty(a.brand ?? '', b.brand ?? ''),
    );
}

/** Money that came in less what went out, by all tenders that are money, in cents. Apart from what was sold. */
export function moneyTaken(payments: readonly ZPayment[], changeCents: number): number {
  return (
    sumOf(payments.filter(({ state, tender }) => state === 'known' && MONEY.has(tender))) -
    changeCents
  );
}

/** Payments in one state that stand, one by one. M7: those that are unknown. */
export function openPayments(
  payments: readonly ZPayment[],
  state: PaymentState,
): readonly DayCloseUnresolved[] {
  return standing(payments.filter((payment) => payment.state === state)).map(
    ({ saleNumber, tender, amountCents }) => ({ number: saleNumber, tender, amountCents }),
  );
}

/** The checks that were taken and kept, in the order in which they came. */
export function checksTaken(payments: readonly ZPayment[]): readonly ZCheck[] {
  return standing(payments.filter(({ tender, state }) => tender === 'check' && state === 'known'))
    .filter(({ amountCents }) => amountCents > 0)
    .map((check) => ({
      paymentId: check.paymentId,
      checkNumber: check.reference,
      saleNumber: check.saleNumber,
      amountCents: check.amountCents,
      holdUntil: check.holdUntil,
    }));
}

/**
 * Payments that nothing took back, in the order in which they came. A row that takes back names no payment, so it takes
 * the first of its sale that looks like what it takes back; one of an earlier day finds none here.
 */
function standing(payments: readonly ZPayment[]): readonly ZPayment[] {
  const takenBack = new Map<string, number>();
  for (const payment of payments) {
    if (!payment.reverses) continue;
    const looks = looksOf(payment, -payment.amountCents);
    takenBack.set(looks, (takenBack.get(looks) ?? 0) + 1);
  }
  return payments.filter((payment) => {
    if (payment.reverses) return false;
    const looks = looksOf(payment, payment.amountCents);
    const left = takenBack.get(looks) ?? 0;
    takenBack.set(looks, left - 1);
    return left <= 0;
  });
}

function looksOf(payment: ZPayment, amountCents: number): string {
  const { saleId, tender, brand, terminal, reference } = payment;
  return JSON.stringify([saleId, tender, brand, terminal, reference, amountCents]);
}

/** What each terminal says it took beside what the sales say, by brand; a side that says nothing says 0. */
export function batchFigures(
  batches: readonly ZBatch[],
  payments: readonly ZPayment[],
): readonly DayCloseBatch[] {
  const rows = new Map<string, DayCloseBatch>();
  const add = (terminal: string, brand: string, batchCents: number, oursCents: number): void => {
    const key = JSON.stringify([terminal, brand]);
    const before = rows.get(key) ?? { terminal, brand, batchCents: 0, oursCents: 0 };
    rows.set(key, {
      ...before,
      batchCents: before.batchCents + batchCents,
      oursCents: before.oursCents + oursCents,
    });
  };
  for (const { terminal, brand, batchCents } of batches) add(terminal, brand, batchCents, 0);
  for (const { tender, state, terminal, brand, amountCents } of payments)
    if (tender === 'card' && state === 'known') add(terminal, brand, 0, amountCents);
  return [...rows.values()]
    .filter(({ batchCents, oursCents }) => batchCents !== 0 || oursCents !== 0)
    .toSorted((a, b) => lastWhenEmpty(a.terminal, b.terminal) || lastWhenEmpty(a.brand, b.brand));
}

/** What tickets put onto cards, credit and accounts, and what they took off them. None is negative but net sold and paid. */
export function creditFigures(
  payments: readonly ZPayment[],
  sold: { readonly giftCardsSoldCents: number; readonly accountPaidCents: number },
): ZCredits {
  const known = payments.filter(({ state }) => state === 'known');
  const used = (tender: TenderKind) =>
    sumOf(known.filter((each) => each.tender === tender && !isRefund(each)));
  const back = (tender: TenderKind) =>
    0 - sumOf(known.filter((each) => each.tender === tender && isRefund(each)));
  return {
    ...sold,
    giftCardsRedeemedCents: used('gift_card'),
    giftCardsRefundedCents: back('gift_card'),
    creditUsedCents: used('store_credit'),
    creditIssuedCents: back('store_credit'),
    accountChargedCents: used('house_account'),
    accountRefundedCents: back('house_account'),
  };
}

/** Whether money went to the customer, or such a payment is taken back. */
function isRefund({ amountCents, reverses }: ZPayment): boolean {
  return amountCents < 0 !== reverses;
}

/** Cash has no brand, whatever was typed. */
function brandOf({ tender, brand }: ZPayment): string {
  return tender === 'cash' ? '' : brand;
}

function countOf(payments: readonly ZPayment[]): number {
  return payments.reduce((count, { reverses }) => count + (reverses ? -1 : 1), 0);
}

function sumOf(payments: readonly ZPayment[]): number {
  return payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
