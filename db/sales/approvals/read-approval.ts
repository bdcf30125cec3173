import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CustomerId, Id, PieceId, SaleId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import type {
  Approval,
  ApprovalLineState,
  ApprovalSummary,
} from '#shared/sales/approvals/contract.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { approval, approvalEvent, approvalLine } from '../counter-tables.ts';
import {
  type ApprovalEventRow,
  type ApprovalLineRow,
  type ApprovalRow,
  endOf,
  findApproval,
  listApprovalEvents,
} from './find-approval.ts';

/** An approval with where each of its pieces is; null when there is none. */
export function readApproval(db: ReadDb, approvalId: string): Approval | null {
  const row = findApproval(db, approvalId);
  return row ? approvalOf(db, row) : null;
}

/** What is still out, by the day it is due; or all approvals of a customer, newest first. */
export function listApprovals(db: ReadDb, customerId?: string): readonly ApprovalSummary[] {
  const { storeId } = db;
  const rows =
    customerId === undefined
      ? openApprovals(db).all({ storeId })
      : approvalsOfCustomer(db).all({ storeId, customerId });
  const all = rows.map((row) => approvalOf(db, row));
  if (customerId !== undefined) return all;
  return all.filter((each) => each.outCount > 0).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

function approvalOf(db: ReadDb, row: ApprovalRow): Approval {
  const events = listApprovalEvents(db, row.id);
  const lines = linesOf(db)
    .all({ storeId: db.storeId, approvalId: row.id })
    .map((line) => ({
      approvalLineId: line.id as Id<'approvalLine'>,
      pieceId: line.pieceId as PieceId,
      stockNumber: line.stockNumber,
      description: line.description,
      valueCents: line.valueCents as Cents,
      state: stateOf(line, events),
    }));
  const out = lines.filter((line) => line.state.state === 'out');
  const extended = events.findLast((event) => event.kind === 'extended')?.dueOn;
  return {
    approvalId: row.id as Id<'approval'>,
    number: row.number,
    customerId: row.customerId as CustomerId,
    customerName: findCustomerBrief(db, row.customerId)?.name ?? '',
    dueOn: extended ?? row.dueOn,
    madeOn: row.businessDate,
    outCount: out.length,
    outValueCents: sumCents(out.map((line) => line.valueCents)),
    firstLine: lines[0]?.description ?? '',
    idNoted: row.idNoted,
    lines,
  };
}

function stateOf(line: ApprovalLineRow, events: readonly ApprovalEventRow[]): ApprovalLineState {
  const end = endOf(events, line.id);
  if (!end) return { state: 'out' };
  const on = end.businessDate;
  if (end.kind === 'returned') return { state: 'returned', on };
  return { state: 'bought', on, saleId: end.saleId as SaleId };
}

const linesOf = prepared((orm) =>
  orm
    .select()
    .from(approvalLine)
    .where(
      and(
        eq(approvalLine.storeId, sql.placeholder('storeId')),
        eq(approvalLine.approvalId, sql.placeholder('approvalId')),
      ),
    )
    .orderBy(asc(approvalLine.id))
    .prepare(),
);

const approvalsOfCustomer = prepared((orm) =>
  orm
    .select()
    .from(approval)
    .where(
      and(
        eq(approval.storeId, sql.placeholder('storeId')),
        eq(approval.customerId, sql.placeholder('customerId')),
      ),
    )
    .orderBy(desc(approval.atMs))
    .prepare(),
);

/** A line is out until an event ends it that was not undone: as `endOf` says, in a sum. */
const openApprovals = prepared((orm) =>
  orm
    .select()
    .from(approval)
    .where(
      and(
        eq(approval.storeId, sql.placeholder('storeId')),
        sql`exists (select 1 from ${approvalLine} where ${approvalLine.storeId} = ${approval.storeId}
          and ${approvalLine.approvalId} = ${approval.id}
          and (select coalesce(sum(case ${approvalEvent.kind} when 'returned' then 1 when 'converted' then 1
              when 'sale_undone' then -1 else 0 end), 0) from ${approvalEvent}
            where ${approvalEvent.storeId} = ${approval.storeId} and ${approvalEvent.approvalId} = ${approval.id}
              and ${approvalEvent.approvalLineId} = ${approvalLine.id}) <= 0)`,
      ),
    )
    .orderBy(asc(approval.dueOn))
    .prepare(),
);
