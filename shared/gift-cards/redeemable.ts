import { type Cents, cents, sumCents, ZERO_CENTS } from '../money.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Pulled at most this long ago counts as online (docs/rules.md, Gift cards). */
export const ONLINE_WITHIN_SECONDS = 60;

/** What this register knows when a card is presented. */
export interface GiftCardStanding {
  /** The entries known here, this register's own included; null when no such card is known. */
  readonly entries: readonly { readonly amountCents: Cents }[] | null;
  /** False for a store that was never connected to others: it is its own authority. */
  readonly everConnected: boolean;
  /** Since the last pull; null when this register never pulled. */
  readonly secondsSincePull: number | null;
  /** What an owner lets be redeemed of one card at one register while offline: nothing, or $50. */
  readonly offlineCapCents: Cents;
  /** What this register redeemed of this card since its last pull, less what it gave back. Positive. */
  readonly redeemedSincePullCents: Cents;
}

export type GiftCardRefusal =
  | { readonly code: 'GIFT_CARD_UNKNOWN' }
  /** The card holds less than asked; `balanceCents` of zero or less is an empty or overdrawn card. */
  | { readonly code: 'GIFT_CARD_SHORT'; readonly balanceCents: Cents }
  /** Offline, and beyond what one register may redeem of one card; `leftCents` is what it still may. */
  | {
      readonly code: 'GIFT_CARD_OVER_CAP';
      readonly capCents: Cents;
      readonly leftCents: Cents;
    };

/** M3: a gift card's balance is the sum of its entries. Negative when two registers spent it apart. */
export function giftCardBalance(entries: readonly { readonly amountCents: Cents }[]): Cents {
  return sumCents(entries.map((entry) => entry.amountCents));
}

/**
 * What may be redeemed now, zero or more: the whole balance in a store that was never connected and within 60 seconds
 * of a pull; else at most the cap less what this register redeemed since its last pull, because other registers may
 * have spent the card meanwhile. Nothing of an unknown card.
 */
export function redeemableCents(standing: GiftCardStanding): Cents {
  if (!standing.entries) return ZERO_CENTS;
  const balance = giftCardBalance(standing.entries);
  const underCap = isOwnAuthority(standing) ? balance : leftOfCap(standing);
  return cents(Math.max(0, Math.min(balance, underCap)));
}

/**
 * Whether `wantedCents` (more than zero) may be redeemed. Refuses with `GIFT_CARD_UNKNOWN`, `GIFT_CARD_SHORT` when the
 * balance known here is too low, or `GIFT_CARD_OVER_CAP`. Answers with what is left on the card afterwards.
 */
export function checkRedemption(
  standing: GiftCardStanding,
  wantedCents: Cents,
): Result<Cents, GiftCardRefusal> {
  if (!standing.entries) return refuse({ code: 'GIFT_CARD_UNKNOWN' });
  const balanceCents = giftCardBalance(standing.entries);
  if (wantedCents > balanceCents) return refuse({ code: 'GIFT_CARD_SHORT', balanceCents });
  const leftCents = redeemableCents(standing);
  if (wantedCents > leftCents)
    return refuse({ code: 'GIFT_CARD_OVER_CAP', capCents: standing.offlineCapCents, leftCents });
  return ok(cents(balanceCents - wantedCents));
}

function isOwnAuthority({ everConnected, secondsSincePull }: GiftCardStanding): boolean {
  if (!everConnected) return true;
  // A clock set back makes the pull lie in the future: that proves nothing, and counts as offline.
  return (
    secondsSincePull !== null && secondsSincePull >= 0 && secondsSincePull <= ONLINE_WITHIN_SECONDS
  );
}

/** What this register gave back does not widen the cap: another may have spent it. */
function leftOfCap({ offlineCapCents, redeemedSincePullCents }: GiftCardStanding): number {
  return offlineCapCents - Math.max(0, redeemedSincePullCents);
}
