import { and, eq, isNull, sql } from 'drizzle-orm';
import { diffPiece, type FieldChange } from '#shared/imports/diff-draft.ts';
import type { PieceDraft } from '#shared/imports/drafts.ts';
import type { ImportMapping } from '#shared/imports/import-row.ts';
import { cents, type Thousandths } from '#shared/money.ts';
import type { PieceChange } from '../stock/edit-piece.ts';
import { findByCode, findPiece, findPieceRow, type PieceRow } from '../stock/find-piece.ts';
import { piece } from '../stock/tables.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';

/** What stands on the movements that imports make. */
export const IMPORT_DOCUMENT = 'import';

/** What the file and its reader know of the rows besides the rows. */
export interface ImportTerms {
  readonly source: string | null;
  readonly mapping: ImportMapping;
}

/** What a row would do to the stock. */
export interface PiecePlan {
  readonly existing: PieceRow | undefined;
  readonly changes: readonly FieldChange[];
  readonly columns: PieceChange;
  /** By how much the quantity follows the file. */
  readonly quantityThousandths: number;
}

/**
 * Plans a row: the piece with the other system's key, else the one with the stock number, else a new one. A field the
 * file does not hold changes nothing. The quantity of a piece follows the file only as long as nothing but imports
 * has moved it: a piece sold here since does not come back because an old file still lists it. A number that another
 * piece carries already is not taken over.
 */
export function planPiece(
  db: ReadDb,
  draft: PieceDraft,
  { source, mapping }: ImportTerms,
): PiecePlan {
  const existing = findMatch(db, draft, source);
  if (!existing) return { existing, changes: [], columns: {}, quantityThousandths: 0 };
  const followsFile = isMovedByImportsOnly(db, existing.pieceId);
  const now = draftOf(existing);
  const changes = diffPiece(
    followsFile
      ? now
      : { ...now, quantityThousandths: draft.quantityThousandths, kind: draft.kind },
    isNumberFree(db, draft.stockNumber, existing) ? draft : { ...draft, ...numberOf(existing) },
    mapping,
  );
  const quantity = changes.some(({ field }) => field === 'quantityThousandths')
    ? draft.quantityThousandths - existing.quantityThousandths
    : 0;
  const columns = columnsOf(existing, draft, new Set(changes.map(({ field }) => field)));
  return { existing, changes, columns, quantityThousandths: quantity };
}

/** True while every movement of the piece came with a file. */
export function isMovedByImportsOnly(db: ReadDb, pieceId: string): boolean {
  const { movements = [] } = findPiece(db, pieceId, false) ?? {};
  return movements.every(({ documentKind }) => documentKind === IMPORT_DOCUMENT);
}

function findMatch(db: ReadDb, draft: PieceDraft, source: string | null): PieceRow | undefined {
  const externalId = draft.externalId ?? null;
  const keyed =
    source === null || externalId === null
      ? undefined
      : byExternalId(db).get({ storeId: db.storeId, source, externalId });
  const pieceId = keyed?.pieceId ?? findByNumber(db, draft.stockNumber);
  return pieceId === undefined ? undefined : findPieceRow(db, pieceId);
}

function findByNumber(db: ReadDb, stockNumber: string): string | undefined {
  return findByCode(db, stockNumber).find(
    (hit) => hit.stockNumber.toUpperCase() === stockNumber.toUpperCase(),
  )?.pieceId;
}

function isNumberFree(db: ReadDb, stockNumber: string, existing: PieceRow): boolean {
  const holder = findByNumber(db, stockNumber);
  return holder === undefined || holder === existing.pieceId;
}

const numberOf = ({ stockNumber }: PieceRow) => ({ stockNumber });

function draftOf(row: PieceRow): PieceDraft {
  const { stockNumber, description, category, vendor, vendorStyle, serial, kind } = row;
  return {
    stockNumber,
    description,
    category,
    vendor,
    vendorStyle,
    serial,
    ...(row.costCents !== null && { costCents: cents(row.costCents) }),
    tagPriceCents: cents(row.tagPriceCents),
    taxed: row.taxed === 1,
    quantityThousandths: row.quantityThousandths as Thousandths,
    kind,
  };
}

/** The columns behind the changes: what the draft says where the difference says that it counts. */
function columnsOf(
  existing: PieceRow,
  draft: PieceDraft,
  changed: ReadonlySet<string>,
): PieceChange {
  const {
    stockNumber,
    description,
    category,
    vendor,
    vendorStyle,
    serial,
    costCents,
    tagPriceCents,
    kind,
  } = draft;
  const taxed = draft.taxed ? 1 : 0;
  return changedFields<PieceChange>(existing, {
    ...(changed.has('stockNumber') && { stockNumber }),
    ...(changed.has('description') && { description }),
    ...(changed.has('category') && category !== undefined && { category }),
    ...(changed.has('vendor') && vendor !== undefined && { vendor }),
    ...(changed.has('vendorStyle') && vendorStyle !== undefined && { vendorStyle }),
    ...(changed.has('serial') && serial !== undefined && { serial }),
    ...(changed.has('costCents') && costCents !== undefined && { costCents }),
    ...(changed.has('tagPriceCents') && { tagPriceCents }),
    ...(changed.has('taxed') && { taxed }),
    ...(changed.has('kind') && { kind }),
  });
}

const byExternalId = prepared((orm) =>
  orm
    .select({ pieceId: piece.id })
    .from(piece)
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        eq(piece.source, sql.placeholder('source')),
        eq(piece.externalId, sql.placeholder('externalId')),
        isNull(piece.archivedAtMs),
      ),
    )
    .limit(1)
    .prepare(),
);
