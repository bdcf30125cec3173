import type { Id } from '#shared/ids.ts';
import { type Cents, cents, subtractCents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleRefusal, SaleTender } from '#shared/sales/contract.ts';
import { type CashRounding, cashRounding } from '#shared/sales/pricing/cash-rounding.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import { cashDueCents } from '#shared/sales/tendering/settle.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { Purse } from './purse.ts';
import type { TenderDraft } from './tender-draft.ts';

/** A payment that was taken, or is about to be. Negative where it gives money back. */
export interface Payment extends SaleTender {
  /** Which gift card, lender or lessor, in words for the list. Empty where the kind says it all. */
  readonly sourceName: string;
}

/** What is to be paid. */
export interface Due {
  /** Negative: it is given back. */
  readonly totalCents: Cents;
  readonly rounding: CashRounding;
}

/** A payment with nothing special about it. */
export function plainPayment(
  tender: Pick<SaleTender, 'paymentId' | 'kind' | 'amountCents'> & Partial<Payment>,
): Payment {
  return { sourceName: '', ...plainTender(tender) };
}

/** The payment as the store takes it. */
export function tenderOf({ sourceName: _, ...tender }: Payment): SaleTender {
  return tender;
}

/** What cash rounding puts on the total or takes off it when these payments settle it, and cash is among them. */
export function roundingOf(
  { totalCents, rounding }: Due,
  payments: readonly Pick<Payment, 'kind' | 'amountCents'>[],
  cashUsed = payments.some((payment) => payment.kind === 'cash'),
): Cents {
  const otherTendersCents = subtractCents(totalCents, cashDueCents(payments, totalCents));
  return cashRounding(rounding, { totalCents, otherTendersCents, cashUsed });
}

/** What is left to be paid in a tender after the payments taken; never below zero. */
export function leftToPay(due: Due, payments: readonly Payment[], kind: TenderKind): Cents {
  const roundingCents = kind === 'cash' ? roundingOf(due, payments, true) : ZERO_CENTS;
  const paidCents = sumCents(payments.map((each) => each.amountCents));
  return cents(Math.max(0, due.totalCents + roundingCents - paidCents));
}

/** What is typed, as a payment of so much. */
export function paymentFrom(
  draft: TenderDraft,
  purse: Purse,
  paymentId: Id<'payment'>,
  amountCents: Cents,
): Payment {
  const { kind } = draft;
  const plain = plainPayment({ paymentId, kind, amountCents });
  switch (kind) {
    case 'card':
      return {
        ...plain,
        brand: draft.brand.trim(),
        reference: draft.approval.trim(),
        unknown: draft.cardUnsure,
      };
    case 'check':
      return {
        ...plain,
        reference: draft.checkNumber.trim(),
        checkKind: draft.checkKind,
        holdUntil: draft.holdUntil ?? null,
      };
    case 'gift_card': {
      const card = purse.giftCard;
      return { ...plain, giftCardId: card?.giftCardId ?? null, sourceName: card?.code ?? '' };
    }
    case 'finance':
    case 'lease': {
      const provider = purse.providers?.find((each) => each.providerId === draft.providerId);
      return {
        ...plain,
        reference: draft.application.trim(),
        plan: draft.plan.trim(),
        providerId: provider?.providerId ?? null,
        sourceName: provider?.name ?? '',
      };
    }
    case 'other':
      return {
        ...plain,
        brand: draft.otherName.trim(),
        reference: draft.otherReference.trim(),
        unknown: draft.otherUnsure,
      };
    case 'cash':
    case 'store_credit':
    case 'house_account':
      return plain;
  }
}

/** What a payment still needs before the store would take it, in the store's own words. */
export function missingFrom(draft: TenderDraft, purse: Purse): CompleteSaleRefusal | undefined {
  const { kind } = draft;
  const needs = (detail: string) =>
    ({ code: 'TENDER_NEEDS_DETAIL', tender: kind, detail }) as const;
  if (TENDER_TRAITS[kind].needsCustomer && purse.customerId === null)
    return { code: 'TENDER_NEEDS_CUSTOMER', tender: kind };
  switch (kind) {
    case 'check':
      return draft.checkNumber.trim() !== '' ? undefined : needs('reference');
    case 'gift_card':
      if (draft.giftCardCode.trim() === '') return needs('reference');
      return purse.giftCard === null ? { code: 'GIFT_CARD_UNKNOWN' } : undefined;
    case 'finance':
    case 'lease': {
      const provider = purse.providers?.find((each) => each.providerId === draft.providerId);
      if (provider?.kind !== kind) return needs('provider');
      return draft.application.trim() !== '' ? undefined : needs('reference');
    }
    case 'other':
      return draft.otherName.trim() === '' ? needs('brand') : undefined;
    case 'cash':
    case 'card':
    case 'store_credit':
    case 'house_account':
      return undefined;
  }
}
