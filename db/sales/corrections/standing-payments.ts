import { addCents, type Cents, subtractCents, ZERO_CENTS } from '#shared/money.ts';

/** What of a stored payment decides whether it stands. */
export interface StoredPayment {
  readonly id: string;
  readonly amountCents: number;
  readonly reversesPaymentId: string | null;
}

export interface Standing<Row> {
  readonly payments: readonly Row[];
  /** What of the sale's change belongs to payments that stand. */
  readonly changeCents: Cents;
}

/**
 * The payments of a sale as its corrections left them: one that was taken back is gone together with what takes it
 * back, and with the change that was given on it. Standing payments − change = payments − change of the sale (M1).
 *
 * Two registers may take the same payment back while they are apart. Then the second taking back stands as a payment of
 * its own, negative, so that the sum stays what the sale came to; the review tells people.
 */
export function standingPayments<Row extends StoredPayment>(
  payments: readonly Row[],
  changeCents: Cents,
): Standing<Row> {
  const taken = new Map<string, Row>();
  for (const row of payments)
    if (row.reversesPaymentId !== null && !taken.has(row.reversesPaymentId))
      taken.set(row.reversesPaymentId, row);
  const gone = new Set<string>();
  let leftCents = changeCents;
  for (const row of payments) {
    const back = taken.get(row.id);
    if (!back) continue;
    gone.add(row.id).add(back.id);
    leftCents = subtractCents(
      leftCents,
      addCents(row.amountCents as Cents, back.amountCents as Cents),
    );
  }
  return { payments: payments.filter(({ id }) => !gone.has(id)), changeCents: leftCents };
}

/** What each standing payment brought, by its id: its amount, less the change that was given on it. Change is of the first cash. */
export function netOfChange({
  payments,
  changeCents,
}: Standing<StoredPayment & { readonly tender: string }>): ReadonlyMap<string, Cents> {
  let leftCents = changeCents;
  return new Map(
    payments.map((row) => {
      const givenCents =
        row.tender === 'cash' && row.amountCents > 0
          ? (Math.min(leftCents, row.amountCents) as Cents)
          : ZERO_CENTS;
      leftCents = subtractCents(leftCents, givenCents);
      return [row.id, subtractCents(row.amountCents as Cents, givenCents)];
    }),
  );
}
