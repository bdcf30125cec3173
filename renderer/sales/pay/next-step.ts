import type { Id } from '#shared/ids.ts';
import { type Cents, cents, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import { settle } from '#shared/sales/tendering/settle.ts';
import {
  type Due,
  leftToPay,
  missingFrom,
  type Payment,
  paymentFrom,
  roundingOf,
} from './payments.ts';
import { holdingOf, type Purse } from './purse.ts';
import type { TenderDraft } from './tender-draft.ts';

/** What taking the next payment would do. */
export type Step =
  /** Covers the rest: the sale can be completed with these. */
  | {
      readonly kind: 'covers';
      readonly payments: readonly Payment[];
      readonly changeCents: Cents;
      readonly roundingCents: Cents;
    }
  /** Pays a part: it joins the list and the rest is asked for. */
  | { readonly kind: 'part'; readonly payments: readonly Payment[] }
  /** It cannot be taken like this; the store would say the same. */
  | { readonly kind: 'problem'; readonly problem: CompleteSaleRefusal }
  /** The store is still looking the card, the credit or the account up. */
  | { readonly kind: 'pending' };

/** What happens when the payment being typed is taken. */
export function takePayment(
  due: Due,
  payments: readonly Payment[],
  draft: TenderDraft,
  paymentId: Id<'payment'>,
  purse: Purse,
): Step {
  // The cart was a refund when this was given back.
  const wrongWay = payments.find((paid) => paid.amountCents < 0);
  if (wrongWay) return { kind: 'problem', problem: needsAmount(wrongWay) };
  const leftCents = leftToPay(due, payments, draft.kind);
  if (leftCents === 0 && (draft.amountCents ?? 0) === 0) return settled(due, payments);
  const missing = missingFrom(draft, purse);
  if (missing) return { kind: 'problem', problem: missing };
  const holding = holdingOf(draft.kind, purse, payments);
  if (holding === 'pending') return { kind: 'pending' };
  const mostCents = holding?.mostCents ?? leftCents;
  const amountCents = draft.amountCents ?? cents(Math.min(leftCents, mostCents));
  if (holding && (amountCents > mostCents || mostCents === 0))
    return { kind: 'problem', problem: holding.refusal };
  if (amountCents === 0) return { kind: 'problem', problem: needsAmount(draft) };
  return settled(due, [...payments, paymentFrom(draft, purse, paymentId, amountCents)]);
}

function needsAmount({ kind }: Pick<Payment, 'kind'>): CompleteSaleRefusal {
  return { code: 'TENDER_NEEDS_DETAIL', tender: kind, detail: 'amount' };
}

function settled(due: Due, payments: readonly Payment[]): Step {
  const roundingCents = payments.length === 0 ? ZERO_CENTS : roundingOf(due, payments);
  const answer = settle(payments, due.totalCents, roundingCents);
  if (answer.ok)
    return { kind: 'covers', payments, changeCents: answer.value.changeCents, roundingCents };
  const { refusal } = answer;
  return refusal.code === 'TENDER_OVER_TOTAL'
    ? { kind: 'problem', problem: refusal }
    : { kind: 'part', payments };
}
