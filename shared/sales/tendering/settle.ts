import {
  addCents,
  type Cents,
  cents,
  negateCents,
  subtractCents,
  sumCents,
  ZERO_CENTS,
} from '../../money.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { TenderKind } from '../tenders.ts';
import { TENDER_TRAITS } from './tender-kinds.ts';

/** One tender against a ticket: positive when taken, negative when given back. */
export interface TenderedAmount {
  readonly kind: TenderKind;
  readonly amountCents: Cents;
}

export interface Settled {
  /** What the tenders have to come to: total + rounding. Negative on a refund. */
  readonly dueCents: Cents;
  readonly paidCents: Cents;
  /** What goes back in cash, zero or more. A refund has none. */
  readonly changeCents: Cents;
}

export type SettleRefusal =
  /** Tenders do not come to what is due; of a refund: not all of it is given back. Always positive. */
  | { readonly code: 'SALE_UNDERTENDERED'; readonly shortByCents: Cents }
  /** This tender, in the order of paying, is the first to pass what is due; `overByCents` is what all of them are over. */
  | {
      readonly code: 'TENDER_OVER_TOTAL';
      readonly tender: TenderKind;
      readonly overByCents: Cents;
    };

/** Cash is rounded to a coin at most two cents away (docs/rules.md, Money). */
const MAX_ROUNDING_CENTS = 2;

/**
 * Settles tenders against a ticket. M1: payments − change = total + rounding. Change comes from cash alone: what the
 * other tenders come to may not pass what is due. On a negative total the tenders are negative, give back exactly what
 * is due, cash too, and there is no change.
 *
 * `roundingCents` is the cash rounding of `cashDueCents`, zero where there is none. Bugs, which throw, are tenders that
 * go the wrong way (money taken on a refund, given back on a sale) and a rounding of more than 2 ¢ or past zero.
 */
export function settle(
  tenders: readonly TenderedAmount[],
  totalCents: Cents,
  roundingCents: Cents = ZERO_CENTS,
): Result<Settled, SettleRefusal> {
  if (Math.abs(roundingCents) > MAX_ROUNDING_CENTS)
    throw new RangeError(`a rounding of ${roundingCents} cents`);
  const dueCents = addCents(totalCents, roundingCents);
  if (dueCents * totalCents < 0 || (totalCents === 0 && dueCents !== 0))
    throw new RangeError('a rounding turns a sale into a refund, or nothing into something');
  const isRefund = totalCents < 0;
  if (tenders.some(({ amountCents }) => (isRefund ? amountCents > 0 : amountCents < 0)))
    throw new RangeError('a tender goes the wrong way');
  const over = findOver(tenders, dueCents, isRefund);
  if (over) return refuse(over);
  const paidCents = sumCents(tenders.map((tender) => tender.amountCents));
  const beyondCents = subtractCents(paidCents, dueCents);
  if (isRefund ? beyondCents > 0 : beyondCents < 0)
    return refuse({ code: 'SALE_UNDERTENDERED', shortByCents: cents(Math.abs(beyondCents)) });
  return ok({ dueCents, paidCents, changeCents: beyondCents });
}

/** What is left for cash once all other tenders are taken: the amount that cash rounding looks at. */
export function cashDueCents(tenders: readonly TenderedAmount[], totalCents: Cents): Cents {
  const others = tenders.filter((tender) => tender.kind !== 'cash');
  const left = subtractCents(totalCents, sumCents(others.map((tender) => tender.amountCents)));
  return totalCents < 0 === left < 0 ? left : ZERO_CENTS;
}

function findOver(
  tenders: readonly TenderedAmount[],
  dueCents: Cents,
  isRefund: boolean,
): SettleRefusal | undefined {
  const toward = (amount: Cents) => (isRefund ? negateCents(amount) : amount);
  const limitCents = toward(dueCents);
  const bound = tenders.filter(({ kind }) => isRefund || !TENDER_TRAITS[kind].givesChange);
  let sum = ZERO_CENTS;
  let first: TenderKind | undefined;
  for (const { kind, amountCents } of bound) {
    sum = addCents(sum, toward(amountCents));
    if (sum > limitCents && amountCents !== 0) first ??= kind;
  }
  if (first === undefined) return undefined;
  return {
    code: 'TENDER_OVER_TOTAL',
    tender: first,
    overByCents: subtractCents(sum, limitCents),
  };
}
