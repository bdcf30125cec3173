import { and, eq, sql } from 'drizzle-orm';
import { idsIn, type TouchedCells } from '../../review/touched-rows.ts';
import { postWriteOffJournal } from '../../sales/returns/post-write-off-journal.ts';
import { stockMovement } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { Deriver } from './deriver.ts';
import { postOrClear } from './post-or-clear.ts';

/** Pieces that were written off after a look, at the cost they came back with: the ticket may come after the write-off. */
export const writeOffJournalDeriver: Deriver = {
  subjectsOf: {
    stock_movement: (row) => (row['kind'] === 'adjusted' ? idsIn(row, 'id') : []),
    sale_line: writeOffsOf,
  },
  rebuild: (tx, movementId) => postOrClear(tx, 'stock_movement', movementId, postWriteOffJournal),
};

function writeOffsOf(row: TouchedCells, db: ReadDb): readonly string[] {
  const [pieceId] = idsIn(row, 'pieceId');
  const [saleId] = idsIn(row, 'saleId');
  if (pieceId === undefined || saleId === undefined) return [];
  return writeOffs(db)
    .all({ storeId: db.storeId, pieceId, saleId })
    .map(({ id }) => id);
}

const writeOffs = prepared((orm) =>
  orm
    .select({ id: stockMovement.id })
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.pieceId, sql.placeholder('pieceId')),
        eq(stockMovement.kind, 'adjusted'),
        eq(stockMovement.documentKind, 'sale'),
        eq(stockMovement.documentId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);
