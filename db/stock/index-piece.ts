import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { foldForSearch } from '#shared/search-text.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { pieceState } from './tables.ts';

/** Derived: the words of each piece that is not archived. Contentless, so that texts are stored once. */
export const pieceFts = sqliteTable('piece_fts', {
  rowid: integer('rowid').notNull(),
  text: text('text').notNull(),
});

/** What a piece is found by. */
export interface PieceWords {
  readonly stockNumber: string;
  readonly description: string;
  readonly category: string;
  readonly vendor: string;
  readonly vendorStyle: string;
  readonly serial: string;
}

/** Begins the derived rows of a new piece: nowhere yet, but found by its words. Belongs into the transaction that adds it. */
export function indexNewPiece(tx: WriteTx, pieceId: string, words: PieceWords): void {
  const { seq } = insertState(tx).get({ pieceId });
  insertWords(tx).run({ rowid: seq, text: searchText(words) });
  tx.touch('piece_state');
}

/** Puts the new words of a piece in place of the old ones. */
export function reindexPiece(tx: WriteTx, pieceId: string, words: PieceWords): void {
  const rowid = seqOf(tx, pieceId);
  deleteWords(tx).run({ rowid });
  insertWords(tx).run({ rowid, text: searchText(words) });
}

/** Takes an archived piece out of the search; where it is stays known. */
export function unindexPiece(tx: WriteTx, pieceId: string): void {
  deleteWords(tx).run({ rowid: seqOf(tx, pieceId) });
}

function seqOf(tx: WriteTx, pieceId: string): number {
  const state = findSeq(tx).get({ pieceId });
  if (!state) throw new Error('a piece without its state');
  return state.seq;
}

function searchText(words: PieceWords): string {
  const { stockNumber, description, category, vendor, vendorStyle, serial } = words;
  return foldForSearch([stockNumber, description, category, vendor, vendorStyle, serial].join(' '));
}

const insertState = prepared((orm) =>
  orm
    .insert(pieceState)
    .values({ pieceId: sql.placeholder('pieceId'), status: 'removed', quantityThousandths: 0 })
    .returning({ seq: pieceState.seq })
    .prepare(),
);

const findSeq = prepared((orm) =>
  orm
    .select({ seq: pieceState.seq })
    .from(pieceState)
    .where(eq(pieceState.pieceId, sql.placeholder('pieceId')))
    .prepare(),
);

const insertWords = prepared((orm) =>
  orm
    .insert(pieceFts)
    .values({ rowid: sql.placeholder('rowid'), text: sql.placeholder('text') })
    .prepare(),
);

const deleteWords = prepared((orm) =>
  orm
    .delete(pieceFts)
    .where(eq(pieceFts.rowid, sql.placeholder('rowid')))
    .prepare(),
);
