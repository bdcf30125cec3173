import { and, asc, eq, sql } from 'drizzle-orm';
import type { CloseDayRefusal } from '#shared/day-close/contract.ts';
import { bankedCheck, bankedCheckTable, drawerSession } from '../../drawer/tables.ts';
import { checkEvent } from '../../sales/after-sale-tables.ts';
import { payment } from '../../sales/tables.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';

export type CheckRow = typeof payment.$inferSelect;

/**
 * Checks that lie in a register's drawer, oldest first: taken there, not given back, not on a deposit slip yet, and of
 * which the bank said nothing.
 */
export function listDrawerChecks(db: ReadDb, registerId: string): readonly CheckRow[] {
  return checksHere(db).all({ storeId: db.storeId, registerId });
}

/** The checks on the slip of a day close, in the order in which they were taken. */
export function listBankedChecks(db: ReadDb, dayCloseId: string): readonly CheckRow[] {
  return checksBanked(db).all({ storeId: db.storeId, dayCloseId });
}

/** Why checks cannot go to the bank from here; undefined: they can. */
export function refusedChecks(
  db: ReadDb,
  registerId: string,
  checkIds: readonly string[],
): Extract<CloseDayRefusal, { readonly code: 'CHECK_NOT_HERE' }> | undefined {
  const here = new Set(listDrawerChecks(db, registerId).map(({ id }) => id));
  const missing = checkIds.find((id) => !here.has(id));
  return missing === undefined ? undefined : { code: 'CHECK_NOT_HERE', paymentId: missing };
}

/** Puts checks on the slip of a day close. Each lies in this drawer; naming one twice puts it there once. */
export function bankChecks(
  tx: WriteTx,
  context: CommandContext,
  dayCloseId: string,
  businessDate: string,
  checkIds: readonly string[],
): void {
  for (const paymentId of new Set(checkIds))
    tx.insertFact(bankedCheckTable, {
      id: context.newId('bankedCheck'),
      dayCloseId,
      paymentId,
      businessDate,
    });
}

const checksHere = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        sql`${payment.checkKind} is not null and ${payment.amountCents} > 0 and ${payment.reversesPaymentId} is null`,
        sql`exists (select 1 from ${drawerSession} where ${drawerSession.storeId} = ${payment.storeId}
          and ${drawerSession.id} = ${payment.drawerSessionId} and ${drawerSession.registerId} = ${sql.placeholder('registerId')})`,
        sql`not exists (select 1 from ${bankedCheck} where ${bankedCheck.storeId} = ${payment.storeId} and ${bankedCheck.paymentId} = ${payment.id})`,
        sql`not exists (select 1 from ${checkEvent} where ${checkEvent.storeId} = ${payment.storeId} and ${checkEvent.paymentId} = ${payment.id})`,
        sql`not exists (select 1 from payment back where back.store_id = ${payment.storeId} and back.reverses_payment_id = ${payment.id})`,
      ),
    )
    .orderBy(asc(payment.atMs), asc(payment.id))
    .prepare(),
);

const checksBanked = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        sql`${payment.id} in (select ${bankedCheck.paymentId} from ${bankedCheck} where ${bankedCheck.storeId} = ${payment.storeId}
          and ${bankedCheck.dayCloseId} = ${sql.placeholder('dayCloseId')})`,
      ),
    )
    .orderBy(asc(payment.atMs), asc(payment.id))
    .prepare(),
);
