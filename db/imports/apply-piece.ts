import type { PieceDraft } from '#shared/imports/drafts.ts';
import { ok, type Result } from '#shared/result.ts';
import { type PieceChange, setPieceFields } from '../stock/edit-piece.ts';
import type { PieceRow } from '../stock/find-piece.ts';
import { indexNewPiece } from '../stock/index-piece.ts';
import { moveStock } from '../stock/move-stock.ts';
import { pieceTable } from '../stock/tables.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { type AppliedRow, markRow, type RowPlace } from './mark-row.ts';
import { IMPORT_DOCUMENT, type ImportTerms, planPiece } from './plan-piece.ts';

export interface ApplyRowInput<Draft> extends RowPlace, ImportTerms {
  readonly draft: Draft;
  /** The open drawer's date, or today's in the store's zone. */
  readonly businessDate: string;
}

/**
 * Takes one row of a file into stock, with its place in the file marked in the same transaction: a new piece with
 * its movement `imported`, a changed one with what it was before, or nothing where nothing differs. A file that is
 * read again doubles nothing. Refuses nothing: what is wrong with a row its reader has said.
 */
export function applyPiece(
  tx: WriteTx,
  context: CommandContext,
  input: ApplyRowInput<PieceDraft>,
): Result<AppliedRow, never> {
  const { existing, columns, quantityThousandths } = planPiece(tx, input.draft, input);
  if (!existing) return ok(addPiece(tx, context, input));
  const hasFields = Object.keys(columns).length > 0;
  const outcome = hasFields || quantityThousandths !== 0 ? 'changed' : 'skipped';
  const applied: AppliedRow = { outcome, subjectId: existing.pieceId };
  setPieceFields(tx, existing, columns);
  if (quantityThousandths !== 0) {
    moveStock(tx, context, {
      ...movementOf(input, existing.pieceId),
      kind: 'adjusted',
      quantityThousandths,
    });
  }
  const before = { fields: oldValues(existing, columns), quantityThousandths };
  markRow(tx, input, applied, outcome === 'changed' ? before : undefined);
  return ok(applied);
}

function addPiece(
  tx: WriteTx,
  context: CommandContext,
  input: ApplyRowInput<PieceDraft>,
): AppliedRow {
  const { draft, source } = input;
  const pieceId = context.newId('piece');
  const words = {
    stockNumber: draft.stockNumber,
    description: draft.description,
    category: draft.category ?? '',
    vendor: draft.vendor ?? '',
    vendorStyle: draft.vendorStyle ?? '',
    serial: draft.serial ?? '',
  };
  tx.insertProfile(pieceTable, {
    id: pieceId,
    ...words,
    costCents: draft.costCents ?? null,
    tagPriceCents: draft.tagPriceCents,
    taxed: draft.taxed ? 1 : 0,
    taxClass: 'goods',
    kind: draft.kind,
    source,
    externalId: draft.externalId ?? null,
    createdAtMs: context.nowMs,
  });
  indexNewPiece(tx, pieceId, words);
  const { quantityThousandths } = draft;
  moveStock(tx, context, { ...movementOf(input, pieceId), kind: 'imported', quantityThousandths });
  const applied: AppliedRow = { outcome: 'created', subjectId: pieceId };
  markRow(tx, input, applied);
  return applied;
}

function movementOf({ batchId, businessDate }: ApplyRowInput<PieceDraft>, pieceId: string) {
  return { pieceId, documentKind: IMPORT_DOCUMENT, documentId: batchId, businessDate };
}

function oldValues(existing: PieceRow, columns: PieceChange): PieceChange {
  const { stockNumber, description, category, vendor, vendorStyle, serial } = existing;
  const { costCents, tagPriceCents, taxed, kind } = existing;
  const all: Required<PieceChange> = {
    stockNumber,
    description,
    category,
    vendor,
    vendorStyle,
    serial,
    costCents,
    tagPriceCents,
    taxed,
    kind,
  };
  const kept = Object.entries(all).filter(([name]) => Object.hasOwn(columns, name));
  return Object.fromEntries(kept);
}
