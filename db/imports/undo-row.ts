import type { ImportTarget } from '#shared/imports/contract.ts';
import { ok, type Result } from '#shared/result.ts';
import type { CustomerChange } from '../customers/customer-row.ts';
import { setCustomerFields } from '../customers/edit-customer.ts';
import { findCustomerBrief, findCustomerRow } from '../customers/find-customer.ts';
import { unindexCustomer } from '../customers/index-customer.ts';
import { customerTable } from '../customers/tables.ts';
import { type PieceChange, setPieceFields } from '../stock/edit-piece.ts';
import {
  findPiece,
  findPieceRow,
  findStockNumberTaken,
  type PieceRow,
} from '../stock/find-piece.ts';
import { unindexPiece } from '../stock/index-piece.ts';
import { moveStock } from '../stock/move-stock.ts';
import { pieceTable } from '../stock/tables.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { type FieldOrigins, fieldOrigins } from '../write-path/field-origins.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { DoneRow } from './find-batch.ts';
import type { ReplacedFields } from './mark-row.ts';
import { IMPORT_DOCUMENT, isMovedByImportsOnly } from './plan-piece.ts';
import { undoImportedLine } from './sales/undo-sale.ts';

export interface UndoRowInput {
  readonly batchId: string;
  readonly target: ImportTarget;
  readonly row: DoneRow;
  /** The open drawer's date, or today's in the store's zone. */
  readonly businessDate: string;
}

/** `kept`: somebody has sold, visited or changed it since, and that counts more than an undo. */
export type UndoneRow = 'removed' | 'restored' | 'kept';

/**
 * Takes back what one row of a batch did, as far as nobody has touched it since: what it created is archived (a piece
 * leaves the stock by a movement `import_undone`), fields it changed get their old values. Refuses nothing.
 */
export function undoRow(
  tx: WriteTx,
  context: CommandContext,
  input: UndoRowInput,
): Result<UndoneRow, never> {
  const { target, row } = input;
  if (target === 'sales') {
    undoImportedLine(tx, context, row.subjectId);
    return ok('removed');
  }
  if (row.outcome === 'created') {
    const isRemoved =
      target === 'pieces' ? removePiece(tx, context, input) : removeCustomer(tx, context, input);
    return ok(isRemoved ? 'removed' : 'kept');
  }
  const before = JSON.parse(row.before ?? '{"fields":{}}') as ReplacedFields;
  const isRestored =
    target === 'pieces'
      ? restorePiece(tx, context, input, before)
      : restoreCustomer(tx, input, before);
  return ok(isRestored ? 'restored' : 'kept');
}

function removePiece(
  tx: WriteTx,
  context: CommandContext,
  { batchId, row, businessDate }: UndoRowInput,
): boolean {
  const pieceId = row.subjectId;
  const piece = findPiece(tx, pieceId, false);
  const isUntouched =
    piece?.status === 'in_stock' &&
    piece.movements.every(({ documentId }) => documentId === batchId) &&
    fieldOrigins(tx, pieceTable.name, pieceId).isOnly(batchId);
  if (!isUntouched) return false;
  moveStock(tx, context, {
    pieceId,
    kind: 'import_undone',
    quantityThousandths: 0 - piece.quantityThousandths,
    documentKind: IMPORT_DOCUMENT,
    documentId: batchId,
    businessDate,
  });
  tx.archive(pieceTable, pieceId, context.nowMs);
  unindexPiece(tx, pieceId);
  return true;
}

function removeCustomer(
  tx: WriteTx,
  context: CommandContext,
  { batchId, row }: UndoRowInput,
): boolean {
  const customerId = row.subjectId;
  const isUntouched =
    findCustomerBrief(tx, customerId)?.lastVisitOn === null &&
    fieldOrigins(tx, customerTable.name, customerId).isOnly(batchId);
  if (!isUntouched) return false;
  tx.archive(customerTable, customerId, context.nowMs);
  unindexCustomer(tx, customerId);
  return true;
}

function restorePiece(
  tx: WriteTx,
  context: CommandContext,
  { batchId, row, businessDate }: UndoRowInput,
  before: ReplacedFields,
): boolean {
  const piece = findPieceRow(tx, row.subjectId);
  if (!piece || piece.archivedAtMs !== null) return false;
  const origins = fieldOrigins(tx, pieceTable.name, piece.pieceId);
  const fields: PieceChange = ownFields(before.fields, origins, batchId);
  const restored = withoutTakenNumber(tx, piece, fields);
  const moved = before.quantityThousandths ?? 0;
  const movesBack = moved !== 0 && isMovedByImportsOnly(tx, piece.pieceId);
  setPieceFields(tx, piece, restored);
  if (movesBack) {
    moveStock(tx, context, {
      pieceId: piece.pieceId,
      kind: 'adjusted',
      quantityThousandths: -moved,
      documentKind: IMPORT_DOCUMENT,
      documentId: batchId,
      businessDate,
    });
  }
  return movesBack || Object.keys(restored).length > 0;
}

/** The old number may be another piece's by now; then the new one stays. */
function withoutTakenNumber(tx: WriteTx, piece: PieceRow, fields: PieceChange): PieceChange {
  const { stockNumber, ...rest } = fields;
  if (stockNumber === undefined) return rest;
  return findStockNumberTaken(tx, stockNumber, piece.pieceId) ? rest : fields;
}

function restoreCustomer(
  tx: WriteTx,
  { batchId, row }: UndoRowInput,
  before: ReplacedFields,
): boolean {
  const customer = findCustomerRow(tx, row.subjectId);
  if (!customer) return false;
  const origins = fieldOrigins(tx, customerTable.name, customer.id);
  const restored: CustomerChange = ownFields(before.fields, origins, batchId);
  setCustomerFields(tx, customer, restored);
  return Object.keys(restored).length > 0;
}

/** The old values of fields that still are as the batch left them. */
function ownFields(
  fields: ReplacedFields['fields'],
  origins: FieldOrigins,
  batchId: string,
): Record<string, string | number | null> {
  const own = Object.entries(fields).filter(([name]) => origins.batchOf(name) === batchId);
  return Object.fromEntries(own);
}
