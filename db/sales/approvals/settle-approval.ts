import { ONE } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import { moveStock } from '../../stock/move-stock.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { approvalEventTable } from '../counter-tables.ts';
import { findApproval, findApprovalLine, isApprovalLineOpen } from './find-approval.ts';

interface ApprovalNotFound {
  readonly code: 'APPROVAL_NOT_FOUND';
}

/**
 * Takes pieces of an approval back into the case. Refuses, storing nothing, with `APPROVAL_NOT_FOUND`, and with
 * `APPROVAL_LINE_CLOSED` for one that is back already or was bought.
 */
export function returnApproval(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly approvalId: string; readonly approvalLineIds: readonly string[] },
): Result<
  null,
  ApprovalNotFound | { readonly code: 'APPROVAL_LINE_CLOSED'; readonly stockNumber: string }
> {
  if (!findApproval(tx, input.approvalId)) return refuse({ code: 'APPROVAL_NOT_FOUND' });
  const lines = new Set(input.approvalLineIds);
  for (const approvalLineId of lines) {
    const line = findApprovalLine(tx, approvalLineId);
    if (line?.approvalId !== input.approvalId) return refuse({ code: 'APPROVAL_NOT_FOUND' });
    if (!isApprovalLineOpen(tx, line))
      return refuse({ code: 'APPROVAL_LINE_CLOSED', stockNumber: line.stockNumber });
    const { pieceId } = line;
    const { businessDate } = insertEvent(tx, context, input.approvalId, {
      kind: 'returned',
      approvalLineId,
    });
    moveStock(tx, context, {
      pieceId,
      kind: 'approval_in',
      quantityThousandths: ONE,
      documentKind: 'approval',
      documentId: input.approvalId,
      businessDate,
    });
  }
  return ok(null);
}

/** Lets a customer decide later. Refuses a day that has passed. */
export function extendApproval(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly approvalId: string; readonly dueOn: string; readonly reason: string },
): Result<null, ApprovalNotFound | { readonly code: 'APPROVAL_DUE_PAST' }> {
  if (!findApproval(tx, input.approvalId)) return refuse({ code: 'APPROVAL_NOT_FOUND' });
  if (input.dueOn < businessDateNow(tx, context.register.registerId, context.nowMs))
    return refuse({ code: 'APPROVAL_DUE_PAST' });
  const { dueOn, reason } = input;
  insertEvent(tx, context, input.approvalId, { kind: 'extended', dueOn, reason });
  return ok(null);
}

function insertEvent(
  tx: WriteTx,
  context: CommandContext,
  approvalId: string,
  event: {
    readonly kind: 'returned' | 'extended';
    readonly approvalLineId?: string;
    readonly dueOn?: string;
    readonly reason?: string;
  },
): { readonly businessDate: string } {
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  tx.insertFact(approvalEventTable, {
    id: context.newId('approvalEvent'),
    approvalId,
    approvalLineId: event.approvalLineId ?? null,
    kind: event.kind,
    dueOn: event.dueOn ?? null,
    reason: event.reason ?? '',
    staffId: actingStaff(context).staffId,
    businessDate,
    atMs: context.nowMs,
  });
  return { businessDate };
}
