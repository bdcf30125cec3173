import { and, eq, sql } from 'drizzle-orm';
import type { SaleId } from '#shared/ids.ts';
import { type Cents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import {
  type OriginalPayment,
  type OriginalSale,
  type PaidState,
  sourceIdOf,
} from '#shared/sales/returns/refund-sources.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { ReturnedLine } from '../complete/ringing.ts';
import { standingPayments } from '../corrections/standing-payments.ts';
import { findLine, findSale, listLines, listPayments, type PaymentRow } from '../find-sale.ts';
import { findResolution, listCheckEvents } from '../payments/find-payment.ts';
import { payment, saleVoid } from '../tables.ts';

/**
 * The sales that lines of a ticket come back to, each with what its payments are worth today and what earlier tickets
 * gave back of it, in the order of the lines. What a correction took back is no payment any more.
 *
 * Goods that were taken in exchange were paid with what came back for them: what the exchange itself did not take in
 * goes back to the sale before it, up to what that sale brought into the exchange.
 */
export function originalSales(
  db: ReadDb,
  returns: Iterable<ReturnedLine>,
): readonly OriginalSale[] {
  const returned = new Map<string, number>();
  for (const [saleId, lines] of Map.groupBy(returns, ({ original }) => original.saleId)) {
    const amounts = lines.flatMap(({ amounts }) => [amounts.netCents, amounts.taxCents]);
    share(db, saleId, 0 - sumCents(amounts), returned, []);
  }
  return [...returned].map(([saleId, cents]) => originalSale(db, saleId, (0 - cents) as Cents));
}

/** Books what comes back to a sale, and what its own payments do not cover to the sales that were exchanged into it. */
function share(
  db: ReadDb,
  saleId: string,
  backCents: number,
  returned: Map<string, number>,
  path: readonly string[],
): void {
  const taken = returned.get(saleId) ?? 0;
  returned.set(saleId, taken);
  const ownCents = Math.min(backCents, Math.max(0, coveredCents(db, saleId) - taken));
  let restCents = backCents - ownCents;
  for (const [from, broughtCents] of exchangedInto(db, saleId)) {
    const there = Math.min(restCents, broughtCents);
    if (there <= 0 || path.includes(from)) continue;
    restCents -= there;
    share(db, from, there, returned, [...path, saleId]);
  }
  returned.set(saleId, taken + ownCents + restCents);
}

/** What the payments of a sale took in, less its change and what went back of it before. */
function coveredCents(db: ReadDb, saleId: string): number {
  const { payments, refunds, changeCents } = originalSale(db, saleId, ZERO_CENTS);
  return sumCents([...payments, ...refunds].map((each) => each.amountCents)) - changeCents;
}

/** What each earlier sale brought into an exchange: what came back of it, less what the exchange gave out of that. */
function exchangedInto(db: ReadDb, saleId: string): ReadonlyMap<string, number> {
  const brought = new Map<string, number>();
  const add = (from: string | null, cents: number) => {
    if (from !== null) brought.set(from, (brought.get(from) ?? 0) + cents);
  };
  for (const line of listLines(db, saleId)) {
    if (line.originalLineId === null) continue;
    add(findLine(db, line.originalLineId)?.saleId ?? null, 0 - line.netCents - line.taxCents);
  }
  for (const row of listPayments(db, saleId)) add(row.refundOfSaleId, row.amountCents);
  return brought;
}

/** One such sale; `returnedCents` is what its lines bring now, negative. Throws where there is no such sale. */
export function originalSale(db: ReadDb, saleId: string, returnedCents: Cents): OriginalSale {
  const sale = findSale(db, saleId);
  if (!sale) throw new Error('a line of no sale came back');
  const standing = standingPayments(listPayments(db, saleId), sale.changeCents as Cents);
  return {
    saleId: sale.id as SaleId,
    payments: standing.payments.filter(isPaid).map((row) => originalPayment(db, row)),
    changeCents: standing.changeCents,
    refunds: [
      ...standing.payments.filter((row) => !isPaid(row)),
      ...refundsOf(db).all({ storeId: db.storeId, saleId }),
    ].map((row) => ({ ...tenderOf(row), amountCents: row.amountCents as Cents })),
    returnedCents,
  };
}

const isPaid = ({ amountCents }: PaymentRow) => amountCents > 0;

/** The kind of a stored payment with what tells it from others of its kind. */
export function tenderOf(row: PaymentRow): Pick<OriginalPayment, 'kind' | 'sourceId'> {
  return { kind: row.tender, sourceId: sourceIdOf({ ...row, kind: row.tender }) };
}

function originalPayment(db: ReadDb, row: PaymentRow): OriginalPayment {
  return { ...tenderOf(row), amountCents: row.amountCents as Cents, state: paidState(db, row) };
}

/**
 * What a payment is worth today. A check that somebody had a reason to hold is money once it is said to have cleared,
 * not by the calendar.
 */
export function paidState(db: ReadDb, row: PaymentRow): PaidState {
  if (row.unknown === 1) {
    const outcome = findResolution(db, row.id)?.outcome;
    if (outcome === undefined) return 'unknown';
    return outcome === 'charged' ? 'paid' : 'not_paid';
  }
  if (row.checkKind === null) return 'paid';
  const events = listCheckEvents(db, row.id);
  if (events.some(({ kind }) => kind === 'returned')) return 'not_paid';
  const cleared = events.some(({ kind }) => kind === 'cleared');
  return cleared || row.holdUntil === null ? 'paid' : 'on_hold';
}

/** What earlier tickets gave back of a sale, with the corrections of those refunds; voided tickets gave nothing. */
const refundsOf = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        eq(payment.refundOfSaleId, sql.placeholder('saleId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${payment.storeId}
          and ${saleVoid.saleId} = ${payment.saleId})`,
      ),
    )
    .prepare(),
);
