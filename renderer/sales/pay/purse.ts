import type { GiftCardFound } from '#shared/gift-cards/contract.ts';
import type { HouseAccount } from '#shared/house-accounts/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { type Cents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { Provider } from '#shared/sales/payments/contract.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { Payment } from './payments.ts';

/** What the store knows of the money somebody pays with. Undefined: it has not answered yet. */
export interface Purse {
  readonly customerId: CustomerId | null;
  /** The card whose code is typed; null: no such card. */
  readonly giftCard: GiftCardFound | null | undefined;
  readonly storeCreditCents: Cents | undefined;
  /** Null: no account. */
  readonly account: HouseAccount | null | undefined;
  /** What lines of this very sale pay on the account. */
  readonly accountPaidCents: Cents;
  readonly providers: readonly Provider[] | undefined;
}

/** What a tender can give, and why no more. */
export interface Holding {
  readonly mostCents: Cents;
  readonly refusal: CompleteSaleRefusal;
}

/**
 * How much a tender holds after the payments taken from it already; undefined for one without a limit of ours, `pending`
 * while the store has not answered.
 */
export function holdingOf(
  kind: TenderKind,
  purse: Purse,
  payments: readonly Payment[],
): Holding | 'pending' | undefined {
  if (kind === 'gift_card') return onCard(purse, payments);
  if (kind === 'store_credit') return ofCredit(purse, payments);
  if (kind === 'house_account') return onAccount(purse, payments);
  return undefined;
}

function onCard({ giftCard }: Purse, payments: readonly Payment[]): Holding | 'pending' {
  if (giftCard === undefined) return 'pending';
  if (giftCard === null) return { mostCents: ZERO_CENTS, refusal: { code: 'GIFT_CARD_UNKNOWN' } };
  const taken = takenBy(payments, 'gift_card', (paid) => paid.giftCardId === giftCard.giftCardId);
  const { balanceCents, redeemableCents } = giftCard;
  const leftCents = atLeastNothing(redeemableCents - taken);
  return redeemableCents < balanceCents
    ? {
        mostCents: leftCents,
        refusal: { code: 'GIFT_CARD_OVER_CAP', capCents: redeemableCents, leftCents },
      }
    : {
        mostCents: leftCents,
        refusal: { code: 'GIFT_CARD_SHORT', balanceCents: atLeastNothing(balanceCents - taken) },
      };
}

function ofCredit({ storeCreditCents }: Purse, payments: readonly Payment[]): Holding | 'pending' {
  if (storeCreditCents === undefined) return 'pending';
  const mostCents = atLeastNothing(storeCreditCents - takenBy(payments, 'store_credit'));
  return { mostCents, refusal: { code: 'STORE_CREDIT_SHORT', balanceCents: mostCents } };
}

function onAccount(purse: Purse, payments: readonly Payment[]): Holding | 'pending' {
  const { account, accountPaidCents } = purse;
  if (account === undefined) return 'pending';
  if (!account?.fields) return { mostCents: ZERO_CENTS, refusal: { code: 'ACCOUNT_NOT_OPEN' } };
  const { limitCents, onStop } = account.fields;
  if (onStop) return { mostCents: ZERO_CENTS, refusal: { code: 'ACCOUNT_STOPPED' } };
  const freeCents = atLeastNothing(limitCents - account.balanceCents + accountPaidCents);
  const leftCents = atLeastNothing(freeCents - takenBy(payments, 'house_account'));
  return { mostCents: leftCents, refusal: { code: 'ACCOUNT_OVER_LIMIT', leftCents } };
}

function takenBy(
  payments: readonly Payment[],
  kind: TenderKind,
  same: (payment: Payment) => boolean = () => true,
): Cents {
  const mine = payments.filter((paid) => paid.kind === kind && paid.amountCents > 0 && same(paid));
  return sumCents(mine.map((paid) => paid.amountCents));
}

function atLeastNothing(amount: number): Cents {
  return Math.max(0, amount) as Cents;
}
