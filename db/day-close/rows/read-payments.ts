import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ZPayment } from '#shared/day-close/figures/z-rows.ts';
import { financeProvider } from '../../sales/counter-tables.ts';
import { paymentResolution } from '../../sales/after-sale-tables.ts';
import { payment, sale } from '../../sales/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

/**
 * All payments that were stored in a drawer, with those of its voids and corrections, as they are known now. Those named
 * in `stillUnknown` count as unknown whatever was found out since: a closed day told of them so.
 */
export function readPayments(
  db: ReadDb,
  drawerSessionId: string,
  terminal: string,
  stillUnknown: ReadonlySet<string> = new Set(),
): readonly ZPayment[] {
  return paymentsOf(db)
    .all({ storeId: db.storeId, drawerSessionId })
    .map((row) => ({
      paymentId: row.paymentId,
      saleId: row.saleId,
      saleNumber: row.saleNumber,
      tender: row.tender,
      brand: row.provider ?? row.brand,
      terminal: row.tender === 'card' ? terminal : '',
      reference: row.reference,
      holdUntil: row.holdUntil,
      amountCents: row.amountCents,
      state: stateOf(row, stillUnknown),
      // A void takes back what a correction took back, too: that payment is then taken once more.
      reverses: row.reversesPaymentId !== null && row.takenBackBefore === null,
      // A correction of a counted drawer moves no cash of today's.
      inDrawer: row.saleCorrectionId === null || row.saleDrawerId === drawerSessionId,
    }));
}

interface StoredState {
  readonly rootId: string;
  readonly unknown: number;
  readonly outcome: 'charged' | 'not_charged' | null;
}

/** What takes a payment back is in the state of that payment. M7. */
function stateOf(row: StoredState, stillUnknown: ReadonlySet<string>): ZPayment['state'] {
  if (row.unknown === 0) return 'known';
  if (row.outcome === null || stillUnknown.has(row.rootId)) return 'unknown';
  return row.outcome === 'charged' ? 'known' : 'not_charged';
}

const first = alias(paymentResolution, 'first');
const reversed = alias(payment, 'reversed');

/** The payment that was taken at first, whatever took it back since. */
const rootId = sql<string>`coalesce(${reversed.reversesPaymentId}, ${payment.reversesPaymentId}, ${payment.id})`;

/** Of two answers about one payment the first counts, on every register. */
const outcome = sql<
  'charged' | 'not_charged' | null
>`(select ${first.outcome} from ${paymentResolution} ${sql.identifier('first')}
  where ${first.storeId} = ${payment.storeId} and ${first.paymentId} = ${rootId}
  order by ${first.atMs}, ${first.id} limit 1)`;

const paymentsOf = prepared((orm) =>
  orm
    .select({
      paymentId: payment.id,
      saleId: payment.saleId,
      saleNumber: sale.number,
      saleDrawerId: sale.drawerSessionId,
      saleCorrectionId: payment.saleCorrectionId,
      reversesPaymentId: payment.reversesPaymentId,
      takenBackBefore: reversed.reversesPaymentId,
      rootId,
      tender: payment.tender,
      brand: payment.brand,
      provider: financeProvider.name,
      reference: payment.reference,
      holdUntil: payment.holdUntil,
      amountCents: payment.amountCents,
      unknown: payment.unknown,
      outcome,
    })
    .from(payment)
    .innerJoin(sale, and(eq(sale.storeId, payment.storeId), eq(sale.id, payment.saleId)))
    .leftJoin(
      reversed,
      and(eq(reversed.storeId, payment.storeId), eq(reversed.id, payment.reversesPaymentId)),
    )
    .leftJoin(
      financeProvider,
      and(eq(financeProvider.storeId, payment.storeId), eq(financeProvider.id, payment.providerId)),
    )
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        eq(payment.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(payment.atMs), asc(payment.id))
    .prepare(),
);
