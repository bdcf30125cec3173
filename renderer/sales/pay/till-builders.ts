import type { GiftCardFound } from '#shared/gift-cards/contract.ts';
import type { HouseAccount } from '#shared/house-accounts/contract.ts';
import type { CustomerId, Id } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { Provider } from '#shared/sales/payments/contract.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { type Due, type Payment, plainPayment } from './payments.ts';
import type { Purse } from './purse.ts';
import { emptyDraft, type TenderDraft } from './tender-draft.ts';

export const cents = (amount: number): Cents => amount as Cents;

export const aDue = (totalCents: number, more: Partial<Due> = {}): Due => ({
  totalCents: cents(totalCents),
  rounding: 'off',
  ...more,
});

/** Nobody's purse: a walk-in without card, credit or account. */
export const aPurse = (more: Partial<Purse> = {}): Purse => ({
  customerId: null,
  giftCard: undefined,
  storeCreditCents: undefined,
  account: undefined,
  accountPaidCents: cents(0),
  providers: [],
  ...more,
});

export const aCustomersPurse = (more: Partial<Purse> = {}): Purse =>
  aPurse({
    customerId: 'rosa' as CustomerId,
    storeCreditCents: cents(0),
    account: null,
    ...more,
  });

export const aDraft = (
  kind: TenderKind,
  amountCents?: number,
  more: Partial<TenderDraft> = {},
): TenderDraft => ({
  ...emptyDraft(kind),
  amountCents: amountCents === undefined ? undefined : cents(amountCents),
  ...more,
});

export const aPaid = (kind: TenderKind, amount: number, more: Partial<Payment> = {}): Payment =>
  plainPayment({
    paymentId: `${kind} ${amount}` as Id<'payment'>,
    kind,
    amountCents: cents(amount),
    ...more,
  });

export const aCard = (balanceCents: number, redeemableCents = balanceCents): GiftCardFound => ({
  giftCardId: 'card' as Id<'giftCard'>,
  code: '7K3MQ0ZDV9T2A',
  balanceCents: cents(balanceCents),
  redeemableCents: cents(redeemableCents),
  soldOn: '2026-11-23',
});

export const anAccount = (limit: number, owes: number, onStop = false): HouseAccount => ({
  customerId: 'rosa' as CustomerId,
  fields: { limitCents: cents(limit), termsDays: 30, onStop },
  balanceCents: cents(owes),
  leftCents: cents(limit - owes),
  ageing: {
    balanceCents: cents(owes),
    openItems: [],
    unusedCents: cents(0),
    buckets: {
      currentCents: cents(owes),
      days1To30Cents: cents(0),
      days31To60Cents: cents(0),
      days61To90Cents: cents(0),
      over90Cents: cents(0),
    },
  },
});

export const aProvider = (kind: Provider['kind']): Provider => ({
  providerId: kind as unknown as Provider['providerId'],
  name: kind === 'lease' ? 'Lease Co' : 'Wells',
  kind,
  feePpm: 30_000 as RatePpm,
  lessorCustomerId: null,
});
