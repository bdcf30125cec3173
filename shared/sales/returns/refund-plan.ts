import type { SaleId } from '../../ids.ts';
import { type Cents, cents, negateCents, sumCents, ZERO_CENTS } from '../../money.ts';
import type { TenderKind } from '../tenders.ts';
import { type OriginalSale, refundSources, unpaidPayments } from './refund-sources.ts';

/** A tender that gives money back, ready to be a payment of the ticket. */
export interface RefundTender {
  readonly kind: TenderKind;
  /** The gift card, provider or brand it goes back to; else empty. */
  readonly sourceId: string;
  /** Negative. */
  readonly amountCents: Cents;
  /** The sale whose payment this gives back; null where the money comes from no sale (a blind return). */
  readonly refundOfSaleId: SaleId | null;
  /** Why this tender: it paid, its check has not cleared, or nothing else is left to give back to. */
  readonly why: 'same_tender' | 'check_on_hold' | 'rest';
}

export interface RefundPlan {
  readonly tenders: readonly RefundTender[];
  /** Cash rounding of the ticket: tenders = total + rounding + blocked. */
  readonly roundingCents: Cents;
  /** What only payments would cover that are unknown or were never paid: settle those first. Zero or more. */
  readonly blockedCents: Cents;
}

/** Rounds an amount of cash, zero or more, as the store does: to a coin at most two cents away. */
export type RoundCash = (amount: Cents) => Cents;

const MAX_ROUNDING_CENTS = 2;

/** What one sale still has to give back after its other tenders, and the cash it could be given from. */
interface OpenSale {
  readonly sale: OriginalSale;
  readonly openCents: number;
  readonly cashLeftCents: number;
}

/** Cash and what is left without it, by sale. */
interface CashTaken {
  readonly amounts: readonly number[];
  readonly rests: readonly number[];
  readonly roundingCents: Cents;
}

/**
 * Suggests where a refund goes. Each sale gives back at most what its lines bring, to the tenders it was paid with and
 * at most what each paid less its change and what it gave back before: cards, checks, other tenders in order of payment,
 * gift cards onto themselves, cash; the rest becomes store credit. What a check on hold paid becomes store credit too.
 *
 * `totalCents` is the ticket's, negative; a ticket that is not has nothing to give back. `roundCash` is the
 * store's cash rounding, absent where it is off. Sales come in the order of the returned lines.
 */
export function planRefund(
  sales: readonly OriginalSale[],
  totalCents: Cents,
  roundCash?: RoundCash,
): RefundPlan {
  let need = Math.max(0, 0 - totalCents);
  const tenders: RefundTender[] = [];
  const open = sales.map((sale) => {
    const want = Math.min(need, Math.max(0, 0 - sale.returnedCents));
    need -= want;
    const taken = takeFromOthers(sale, want);
    tenders.push(...taken.tenders);
    return { sale, openCents: taken.openCents, cashLeftCents: cashLeft(sale) };
  });
  const cash = takeCash(open, roundCash);
  let blocked = 0;
  for (const [index, { sale }] of open.entries()) {
    const rest = cash.rests[index] ?? 0;
    const unpaid = sumCents(unpaidPayments(sale).map((payment) => payment.amountCents));
    const heldBack = Math.min(rest, unpaid);
    blocked += heldBack;
    tenders.push(...refundOf(sale.saleId, 'cash', '', cash.amounts[index] ?? 0, 'same_tender'));
    tenders.push(...refundOf(sale.saleId, 'store_credit', '', rest - heldBack, 'rest'));
  }
  tenders.push(...refundOf(null, 'store_credit', '', need, 'rest'));
  return { tenders, roundingCents: cash.roundingCents, blockedCents: cents(blocked) };
}

function cashLeft(sale: OriginalSale): Cents {
  return refundSources(sale).find(({ kind }) => kind === 'cash')?.leftCents ?? ZERO_CENTS;
}

/** All tenders of a sale but cash, in their turn. */
function takeFromOthers(sale: OriginalSale, want: number) {
  let openCents = want;
  const tenders: RefundTender[] = [];
  for (const { kind, sourceId, leftCents, heldCents } of refundSources(sale)) {
    if (kind === 'cash') continue;
    const back = Math.min(leftCents, openCents);
    const held = Math.min(heldCents, openCents - back);
    openCents -= back + held;
    tenders.push(...refundOf(sale.saleId, kind, sourceId, back, 'same_tender'));
    tenders.push(...refundOf(sale.saleId, 'store_credit', '', held, 'check_on_hold'));
  }
  return { tenders, openCents };
}

/**
 * Cash is given for all sales at once, because it is rounded once. A sale that was itself rounded down brings a cent or
 * two more than was paid for it: that is rounding again, and no store credit of two cents. Coins that were not paid in
 * are not given out: where rounding up would, the last coin becomes store credit.
 */
function takeCash(open: readonly OpenSale[], roundCash: RoundCash | undefined): CashTaken {
  const payable = open.map((each) => Math.min(each.openCents, each.cashLeftCents));
  const rests = open.map((each, index) => each.openCents - (payable[index] ?? 0));
  const exact = { amounts: payable, rests, roundingCents: ZERO_CENTS };
  if (!roundCash) return exact;
  const driftCents = sum(rests.filter((_, index) => (open[index]?.cashLeftCents ?? 0) > 0));
  const isDrift = driftCents <= MAX_ROUNDING_CENTS;
  const dueCents = sum(payable) + (isDrift ? driftCents : 0);
  const roundedCents = roundCash(cents(dueCents));
  if (roundedCents > sum(open.map((each) => each.cashLeftCents))) {
    const amounts = spread(largestCoinSum(sum(payable), roundCash), payable, open);
    return { ...exact, amounts, rests: open.map((each, i) => each.openCents - (amounts[i] ?? 0)) };
  }
  return {
    amounts: spread(roundedCents, payable, open),
    rests: isDrift ? rests.map((rest, i) => (open[i]?.cashLeftCents ? 0 : rest)) : rests,
    roundingCents: cents(dueCents - roundedCents),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}

function largestCoinSum(most: number, roundCash: RoundCash): number {
  let amount = most;
  while (amount > 0 && roundCash(cents(amount)) !== amount) amount--;
  return amount;
}

/** Spreads what is given over the sales: first what each asked for, then what rounding put on, where cash is left. */
function spread(given: number, payable: readonly number[], open: readonly OpenSale[]): number[] {
  let left = given;
  const take = (amount: number) => {
    const taken = Math.min(left, amount);
    left -= taken;
    return taken;
  };
  const first = payable.map(take);
  return first.map((amount, index) => amount + take((open[index]?.cashLeftCents ?? 0) - amount));
}

function refundOf(
  saleId: SaleId | null,
  kind: TenderKind,
  sourceId: string,
  amount: number,
  why: RefundTender['why'],
): readonly RefundTender[] {
  if (amount <= ZERO_CENTS) return [];
  return [{ kind, sourceId, amountCents: negateCents(cents(amount)), refundOfSaleId: saleId, why }];
}
