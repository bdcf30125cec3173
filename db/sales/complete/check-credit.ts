import { type Cents, extendPrice, sumCents } from '#shared/money.ts';
import type { CompleteSaleRefusal, SaleTender } from '#shared/sales/contract.ts';
import { checkRedemption } from '#shared/gift-cards/redeemable.ts';
import {
  findGiftCard,
  giftCardBalance,
  redeemedHereSince,
  storeCreditBalance,
} from '../../gift-cards/balances.ts';
import { accountBalance, findHouseAccount } from '../../house-accounts/find-account.ts';
import { findSyncState } from '../../write-path/sync-state.ts';
import { findAnyProvider, findProvider } from '../payments/find-provider.ts';
import type { Paying } from './check-tenders.ts';
import type { Ticket } from './ringing.ts';

/** Tenders that take something off a card, a credit or an account: of a ticket, or of a sale that is corrected. */
export interface CreditCheck extends Pick<Paying, 'db' | 'context' | 'tenders'> {
  readonly ticket: {
    readonly cart: Pick<Ticket['cart'], 'customerId' | 'lines' | 'providerId'>;
    readonly selling: Pick<Ticket['selling'], 'giftCardCapCents'>;
  };
}

/** A card, a credit or an account that does not hold what is asked of it, or is not there. */
export type CreditRefusal = Extract<
  CompleteSaleRefusal,
  {
    readonly code:
      | 'GIFT_CARD_UNKNOWN'
      | 'GIFT_CARD_SHORT'
      | 'GIFT_CARD_OVER_CAP'
      | 'STORE_CREDIT_SHORT'
      | 'ACCOUNT_NOT_OPEN'
      | 'ACCOUNT_STOPPED'
      | 'ACCOUNT_OVER_LIMIT'
      | 'PROVIDER_NOT_FOUND'
      | 'LESSOR_NOT_READY';
  }
>;

/** Cards, credits and accounts that do not hold what is asked of them. */
export function refusedCredit(paying: CreditCheck): CreditRefusal | undefined {
  return (
    refusedGiftCards(paying) ??
    refusedStoreCredit(paying) ??
    refusedAccount(paying) ??
    refusedProvider(paying)
  );
}

function taken(paying: CreditCheck, kind: SaleTender['kind']): readonly SaleTender[] {
  return paying.tenders.filter((tender) => tender.kind === kind && tender.amountCents > 0);
}

/** M3, and while nobody can ask the other registers at most the cap of this one. */
function refusedGiftCards(paying: CreditCheck): CreditRefusal | undefined {
  const { db, context, ticket } = paying;
  const byCard = Map.groupBy(taken(paying, 'gift_card'), (tender) => tender.giftCardId ?? '');
  for (const [giftCardId, tenders] of byCard) {
    const { pulledAtMs } = findSyncState(db);
    const known = findGiftCard(db, giftCardId) !== undefined;
    const { registerId } = context.register;
    const checked = checkRedemption(
      {
        entries: known ? [{ amountCents: giftCardBalance(db, giftCardId) }] : null,
        everConnected: pulledAtMs !== null,
        secondsSincePull: pulledAtMs === null ? null : (context.nowMs - pulledAtMs) / 1000,
        offlineCapCents: ticket.selling.giftCardCapCents,
        redeemedSincePullCents: redeemedHereSince(db, giftCardId, registerId, pulledAtMs ?? 0),
      },
      sumCents(tenders.map((tender) => tender.amountCents)),
    );
    if (!checked.ok) return checked.refusal;
  }
  return undefined;
}

function refusedStoreCredit(paying: CreditCheck): CreditRefusal | undefined {
  const { db, ticket } = paying;
  const wanted = sumCents(taken(paying, 'store_credit').map((tender) => tender.amountCents));
  if (wanted === 0) return undefined;
  const balanceCents = storeCreditBalance(db, ticket.cart.customerId ?? '');
  return wanted > balanceCents ? { code: 'STORE_CREDIT_SHORT', balanceCents } : undefined;
}

/** An account must be open to be charged or paid on; a charge stays within its limit. */
function refusedAccount(paying: CreditCheck): CreditRefusal | undefined {
  const { db, ticket } = paying;
  const wanted = sumCents(taken(paying, 'house_account').map((tender) => tender.amountCents));
  const payments = ticket.cart.lines.filter((line) => line.kind === 'account_payment');
  if (wanted === 0 && payments.length === 0) return undefined;
  const customerId = ticket.cart.customerId ?? '';
  const account = findHouseAccount(db, customerId);
  const owed = accountBalance(db, customerId);
  if (!account && (wanted > 0 || owed === 0)) return { code: 'ACCOUNT_NOT_OPEN' };
  if (wanted === 0 || !account) return undefined;
  if (account.onStop === 1) return { code: 'ACCOUNT_STOPPED' };
  const paid = sumCents(
    payments.map((line) => extendPrice(line.tagPriceCents, line.quantityThousandths)),
  );
  const leftCents = Math.max(0, account.limitCents - owed + paid) as Cents;
  return wanted > leftCents ? { code: 'ACCOUNT_OVER_LIMIT', leftCents } : undefined;
}

function refusedProvider({ db, ticket, tenders }: CreditCheck): CreditRefusal | undefined {
  for (const tender of tenders) {
    if (tender.providerId === null) continue;
    const back = tender.amountCents < 0;
    const provider = (back ? findAnyProvider : findProvider)(db, tender.providerId);
    if (provider?.kind !== tender.kind) return { code: 'PROVIDER_NOT_FOUND' };
    // What it paid goes back to it, in use or not: nothing is bought and no tax is waived.
    if (back) continue;
    // A lease is a sale to the lessor: the ticket must name it, or the tax would be the customer's.
    if (provider.kind === 'lease' && ticket.cart.providerId !== provider.id)
      return { code: 'LESSOR_NOT_READY' };
  }
  return undefined;
}
