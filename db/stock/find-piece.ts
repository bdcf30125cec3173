import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { readPrintedCode } from '#shared/document-number.ts';
import type { PieceId } from '#shared/ids.ts';
import { type Cents, cents, type Thousandths } from '#shared/money.ts';
import type { Piece, PieceKind, PieceSummary } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';
import type { PieceTaxClass } from '#shared/stock/piece-tax-class.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { piece, pieceState, stockMovement } from './tables.ts';

/** What the sale asks of a piece. */
export interface PieceForSale {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  readonly kind: PieceKind;
  readonly status: PieceStatus;
  readonly quantityThousandths: Thousandths;
  readonly archived: boolean;
  readonly taxClass: PieceTaxClass;
  readonly category: string;
  /** Null where nobody knows it. */
  readonly costCents: Cents | null;
}

/** One read on the way to every sale: the piece and where it is. Archived pieces are answered and say so. */
export function findPieceForSale(db: ReadDb, pieceId: string): PieceForSale | undefined {
  const row = pieceForSale(db).get({ storeId: db.storeId, pieceId });
  if (!row) return undefined;
  const { taxed, archivedAtMs, ...rest } = row;
  return {
    ...rest,
    pieceId: row.pieceId as PieceId,
    tagPriceCents: cents(row.tagPriceCents),
    costCents: row.costCents === null ? null : cents(row.costCents),
    quantityThousandths: row.quantityThousandths as Thousandths,
    taxed: taxed === 1,
    archived: archivedAtMs !== null,
  };
}

/** A piece with what was moved of it; a movement's document still by its id, because documents stand above stock. */
export interface PieceRecord extends Omit<Piece, 'movements'> {
  readonly movements: readonly MovementRecord[];
}

export interface MovementRecord {
  readonly kind: string;
  readonly quantityThousandths: Thousandths;
  readonly businessDate: string;
  readonly atMs: number;
  readonly documentKind: string | null;
  readonly documentId: string | null;
}

/** A piece and its movements, newest first. Undefined when there is none. Cost only for those who may see it. */
export function findPiece(db: ReadDb, pieceId: string, seesCost: boolean): PieceRecord | undefined {
  const row = findPieceRow(db, pieceId);
  if (!row) return undefined;
  const movements = movementsOf(db).all({ storeId: db.storeId, pieceId });
  return {
    ...summaryOf(row),
    vendor: row.vendor,
    vendorStyle: row.vendorStyle,
    serial: row.serial,
    costCents: seesCost && row.costCents !== null ? cents(row.costCents) : null,
    movements: movements.map((movement) => ({
      ...movement,
      quantityThousandths: movement.quantityThousandths as Thousandths,
    })),
  };
}

/**
 * All pieces that carry a scanned or typed code: a stock number in any case of letters, or our own printed code; where no
 * piece has that number, those with this serial.
 */
export function findByCode(db: ReadDb, code: string): readonly PieceSummary[] {
  const typed = code.trim();
  const printed = readPrintedCode(typed);
  const numbers = new Set([typed, ...(printed?.kind === 'piece' ? [printed.number] : [])]);
  const byNumber = [...numbers].flatMap((stockNumber) =>
    piecesByNumber(db).all({ storeId: db.storeId, stockNumber }),
  );
  const rows =
    byNumber.length > 0 || typed === ''
      ? byNumber
      : piecesBySerial(db).all({ storeId: db.storeId, serial: typed });
  return rows
    .toSorted((a, b) => Number(b.status === 'in_stock') - Number(a.status === 'in_stock'))
    .map(summaryOf);
}

/** Another piece that carries the number, archived ones aside. */
export function findStockNumberTaken(
  db: ReadDb,
  stockNumber: string,
  exceptPieceId: string,
): { readonly stockNumber: string; readonly description: string } | undefined {
  return takenBy(db).get({ storeId: db.storeId, stockNumber, exceptPieceId });
}

/** The row of a piece beside its state. Undefined when there is none; archived ones are answered. */
export function findPieceRow(db: ReadDb, pieceId: string): PieceRow | undefined {
  return pieceRow(db).get({ storeId: db.storeId, pieceId });
}

export type PieceRow = NonNullable<ReturnType<ReturnType<typeof pieceRow>['get']>>;

/** A row as a list shows it. */
export function summaryOf(row: PieceListRow): PieceSummary {
  return {
    pieceId: row.pieceId as PieceId,
    stockNumber: row.stockNumber,
    description: row.description,
    category: row.category,
    tagPriceCents: cents(row.tagPriceCents),
    taxed: row.taxed === 1,
    taxClass: row.taxClass,
    kind: row.kind,
    status: row.status,
    quantityThousandths: row.quantityThousandths as Thousandths,
  };
}

/** Columns of a list of pieces. */
export const pieceListColumns = {
  pieceId: piece.id,
  stockNumber: piece.stockNumber,
  description: piece.description,
  category: piece.category,
  tagPriceCents: piece.tagPriceCents,
  taxed: piece.taxed,
  taxClass: piece.taxClass,
  kind: piece.kind,
  status: pieceState.status,
  quantityThousandths: pieceState.quantityThousandths,
};

export type PieceListRow = NonNullable<
  ReturnType<ReturnType<typeof piecesByNumber>['all']>[number]
>;

const ownPiece = and(
  eq(piece.storeId, sql.placeholder('storeId')),
  eq(piece.id, sql.placeholder('pieceId')),
);
const ownNumber = and(
  eq(piece.storeId, sql.placeholder('storeId')),
  sql`${piece.stockNumber} = ${sql.placeholder('stockNumber')} collate nocase`,
  isNull(piece.archivedAtMs),
);

const pieceForSale = prepared((orm) =>
  orm
    .select({
      pieceId: piece.id,
      stockNumber: piece.stockNumber,
      description: piece.description,
      tagPriceCents: piece.tagPriceCents,
      taxed: piece.taxed,
      taxClass: piece.taxClass,
      category: piece.category,
      costCents: piece.costCents,
      kind: piece.kind,
      archivedAtMs: piece.archivedAtMs,
      status: pieceState.status,
      quantityThousandths: pieceState.quantityThousandths,
    })
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(ownPiece)
    .prepare(),
);

const pieceRow = prepared((orm) =>
  orm
    .select({
      ...pieceListColumns,
      vendor: piece.vendor,
      vendorStyle: piece.vendorStyle,
      serial: piece.serial,
      costCents: piece.costCents,
      source: piece.source,
      externalId: piece.externalId,
      archivedAtMs: piece.archivedAtMs,
      taggedCents: piece.taggedCents,
      placeId: piece.placeId,
    })
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(ownPiece)
    .prepare(),
);

const movementsOf = prepared((orm) =>
  orm
    .select({
      kind: stockMovement.kind,
      quantityThousandths: stockMovement.quantityThousandths,
      businessDate: stockMovement.businessDate,
      atMs: stockMovement.atMs,
      documentKind: stockMovement.documentKind,
      documentId: stockMovement.documentId,
    })
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.pieceId, sql.placeholder('pieceId')),
      ),
    )
    .orderBy(desc(stockMovement.atMs), desc(stockMovement.id))
    .prepare(),
);

const piecesByNumber = prepared((orm) =>
  orm
    .select(pieceListColumns)
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(ownNumber)
    .prepare(),
);

const piecesBySerial = prepared((orm) =>
  orm
    .select(pieceListColumns)
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        sql`${piece.serial} = ${sql.placeholder('serial')} collate nocase and ${piece.serial} <> ''`,
        isNull(piece.archivedAtMs),
      ),
    )
    .prepare(),
);

const takenBy = prepared((orm) =>
  orm
    .select({ stockNumber: piece.stockNumber, description: piece.description })
    .from(piece)
    .where(and(ownNumber, ne(piece.id, sql.placeholder('exceptPieceId'))))
    .limit(1)
    .prepare(),
);
