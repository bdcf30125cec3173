import { type Cents, ONE, sumCents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { MakeApprovalInput } from '#shared/sales/approvals/contract.ts';
import { findCustomerBrief, noteVisit } from '../../customers/find-customer.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { queuePaper } from '../../printing/queue-paper.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import { findPieceForSale, type PieceForSale } from '../../stock/find-piece.ts';
import { moveStock } from '../../stock/move-stock.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { approvalLineTable, approvalTable } from '../counter-tables.ts';

export type MakeApprovalRefusal =
  | { readonly code: 'CUSTOMER_NOT_FOUND' }
  | { readonly code: 'APPROVAL_DUE_PAST' }
  | { readonly code: 'PIECE_NOT_IN_STOCK'; readonly stockNumber: string }
  | { readonly code: 'APPROVAL_NOT_ONE_OF_ONE'; readonly stockNumber: string };

/**
 * Hands pieces out on approval: a numbered memo with their value and the day they are due, each piece `on_approval`
 * until it comes back or is bought. They stay ours. Refuses, storing nothing, a piece that is not here, goods counted by
 * quantity, a due day that has passed and a customer who is not there.
 */
export function makeApproval(
  tx: WriteTx,
  context: CommandContext,
  input: MakeApprovalInput,
): Result<
  { readonly approvalId: MakeApprovalInput['approvalId']; readonly number: string },
  MakeApprovalRefusal
> {
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  if (!findCustomerBrief(tx, input.customerId)) return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  if (input.dueOn < businessDate) return refuse({ code: 'APPROVAL_DUE_PAST' });
  const pieces = readPieces(tx, input);
  if (!pieces.ok) return pieces;
  const { approvalId } = input;
  const number = tx.nextNumber('approval');
  tx.insertFact(approvalTable, {
    id: approvalId,
    number,
    customerId: input.customerId,
    dueOn: input.dueOn,
    idNoted: input.idNoted,
    valueCents: sumCents(input.lines.map((line) => line.valueCents)),
    staffId: actingStaff(context).staffId,
    registerId: context.register.registerId,
    businessDate,
    atMs: context.nowMs,
  });
  for (const { approvalLineId, valueCents, piece } of pieces.value) {
    const { pieceId, stockNumber, description } = piece;
    tx.insertFact(approvalLineTable, {
      id: approvalLineId,
      approvalId,
      pieceId,
      stockNumber,
      description,
      valueCents,
      businessDate,
    });
    moveStock(tx, context, {
      pieceId,
      kind: 'approval_out',
      quantityThousandths: 0 - ONE,
      documentKind: 'approval',
      documentId: approvalId,
      businessDate,
    });
  }
  noteVisit(tx, input.customerId, businessDate, context.nowMs);
  if (input.print)
    queuePaper(tx, context, {
      kind: 'approval',
      subjectId: approvalId,
      copy: false,
      title: number,
    });
  return ok({ approvalId, number });
}

interface LentPiece {
  readonly approvalLineId: string;
  readonly valueCents: Cents;
  readonly piece: PieceForSale;
}

function readPieces(
  tx: WriteTx,
  { lines }: MakeApprovalInput,
): Result<readonly LentPiece[], MakeApprovalRefusal> {
  const lent: LentPiece[] = [];
  for (const { approvalLineId, pieceId, valueCents } of lines) {
    const piece = findPieceForSale(tx, pieceId);
    const stockNumber = piece?.stockNumber ?? '';
    const twice = lent.some((each) => each.piece.pieceId === pieceId);
    if (!piece || twice || piece.archived || piece.status !== 'in_stock')
      return refuse({ code: 'PIECE_NOT_IN_STOCK', stockNumber });
    if (piece.kind !== 'piece') return refuse({ code: 'APPROVAL_NOT_ONE_OF_ONE', stockNumber });
    lent.push({ approvalLineId, valueCents, piece });
  }
  return ok(lent);
}
