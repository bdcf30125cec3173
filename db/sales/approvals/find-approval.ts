import { and, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { approval, approvalEvent, approvalLine } from '../counter-tables.ts';

export type ApprovalLineRow = typeof approvalLine.$inferSelect;
export type ApprovalEventRow = typeof approvalEvent.$inferSelect;
export type ApprovalRow = typeof approval.$inferSelect;

/** A line of an approval; undefined when there is none. */
export function findApprovalLine(db: ReadDb, id: string): ApprovalLineRow | undefined {
  return lineById(db).get({ storeId: db.storeId, id });
}

export function findApproval(db: ReadDb, id: string): ApprovalRow | undefined {
  return approvalById(db).get({ storeId: db.storeId, id });
}

/** True while the piece of a line is with the customer: neither back nor bought, or its sale was undone. */
export function isApprovalLineOpen(db: ReadDb, line: ApprovalLineRow): boolean {
  return endOf(listApprovalEvents(db, line.approvalId), line.id) === undefined;
}

/**
 * What ended a line: its piece was bought by a sale that stands, else came back; undefined while it is out. Decided by
 * the set of events alone: a clock that was set back puts an undone sale before the sale.
 */
export function endOf(
  events: readonly ApprovalEventRow[],
  approvalLineId: string,
): ApprovalEventRow | undefined {
  const own = events.filter((event) => event.approvalLineId === approvalLineId);
  const undone = new Set(own.flatMap(({ kind, saleId }) => (kind === 'sale_undone' ? saleId : [])));
  const bought = own.findLast(({ kind, saleId }) => kind === 'converted' && !undone.has(saleId));
  return bought ?? own.findLast(({ kind }) => kind === 'returned');
}

/** All that happened to an approval, oldest first. */
export function listApprovalEvents(db: ReadDb, approvalId: string): readonly ApprovalEventRow[] {
  return eventsOf(db).all({ storeId: db.storeId, approvalId });
}

const lineById = prepared((orm) =>
  orm
    .select()
    .from(approvalLine)
    .where(
      and(
        eq(approvalLine.storeId, sql.placeholder('storeId')),
        eq(approvalLine.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const approvalById = prepared((orm) =>
  orm
    .select()
    .from(approval)
    .where(
      and(eq(approval.storeId, sql.placeholder('storeId')), eq(approval.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const eventsOf = prepared((orm) =>
  orm
    .select()
    .from(approvalEvent)
    .where(
      and(
        eq(approvalEvent.storeId, sql.placeholder('storeId')),
        eq(approvalEvent.approvalId, sql.placeholder('approvalId')),
      ),
    )
    .orderBy(approvalEvent.atMs, approvalEvent.id)
    .prepare(),
);
