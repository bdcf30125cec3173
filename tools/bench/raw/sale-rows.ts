import { readFileSync } from 'node:fs';
import type { Sqlite } from '#db/store/open-database.ts';

export type Cell = string | number | null;
type Row = readonly Cell[];

/** Every row one sale left behind, values in the order of the table's columns, and the bytes of its witness. */
export interface SaleRows {
  readonly sale: Row;
  readonly lines: readonly Row[];
  readonly taxes: readonly Row[];
  readonly movements: readonly Row[];
  readonly shares: readonly Row[];
  readonly journal: readonly Row[];
  readonly payments: readonly Row[];
  readonly changeset: Row;
  readonly cart: Row;
  /** Status, quantity, piece. */
  readonly pieceStates: readonly Row[];
  /** Last, kind, series. */
  readonly number: Row;
  readonly witness: { readonly bytes: Buffer; readonly offset: number };
}

const SLOT_BYTES = 512;

/** Reads what a sale stored, so that the bare statements can store the same. The witness is as it is now. */
export function rowsOfSale(
  db: Sqlite,
  { saleId, cartId }: { readonly saleId: string; readonly cartId: string },
  witnessFile: string,
): SaleRows {
  const changeset = one(
    db,
    'select * from changeset where id = (select id from changeset where subject = ? and n > (select max(n) from changeset) - 1000)',
    [`sale/${saleId}`],
  );
  const offset = (Number(changeset[0]) % 2) * SLOT_BYTES;
  return {
    sale: one(
      db,
      'select * from sale where id = ? and store_id = (select store_id from sync_meta)',
      [saleId],
    ),
    lines: ofSale(db, 'sale_line', 'position', saleId),
    taxes: ofSale(db, 'sale_tax', 'id', saleId),
    movements: sold(db, '*', saleId),
    shares: ofSale(db, 'commission_share', 'id', saleId),
    journal: all(
      db,
      "select * from journal_row where document_kind = 'sale' and document_id = ? order by position",
      [saleId],
    ),
    payments: ofSale(db, 'payment', 'id', saleId),
    changeset,
    cart: one(db, 'select * from cart where cart_id = ?', [cartId]),
    pieceStates: sold(db, 'piece_id', saleId).map(([pieceId]) =>
      one(db, 'select status, quantity_thousandths, piece_id from piece_state where piece_id = ?', [
        String(pieceId),
      ]),
    ),
    number: one(
      db,
      `select cast(substr(number, instr(number, '-') + 1) as integer), 'sale', (select series from sync_meta)
       from sale where id = ? and store_id = (select store_id from sync_meta)`,
      [saleId],
    ),
    witness: { bytes: readFileSync(witnessFile).subarray(offset, offset + SLOT_BYTES), offset },
  };
}

function ofSale(db: Sqlite, table: string, order: string, saleId: string): readonly Row[] {
  return all(
    db,
    `select * from ${table} where store_id = (select store_id from sync_meta) and sale_id = ? order by ${order}`,
    [saleId],
  );
}

/** The sale's movements in the order in which they were made: ids rise. */
function sold(db: Sqlite, columns: string, saleId: string): readonly Row[] {
  return all(
    db,
    `select ${columns} from stock_movement where store_id = (select store_id from sync_meta)
       and piece_id in (select piece_id from sale_line where store_id = (select store_id from sync_meta) and sale_id = ?)
       and document_id = ? and kind = 'sold' order by id`,
    [saleId, saleId],
  );
}

function one(db: Sqlite, sql: string, values: string[]): Row {
  const row = db
    .prepare<string[], Row>(sql)
    .raw()
    .get(...values);
  if (!row) throw new Error(`no row: ${sql}`);
  return row;
}

function all(db: Sqlite, sql: string, values: string[]): readonly Row[] {
  return db
    .prepare<string[], Row>(sql)
    .raw()
    .all(...values);
}
