import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { openWriter, type Sqlite } from '#db/store/open-database.ts';
import { storeFiles } from '#db/store/store-files.ts';
import type { Cell, SaleRows } from './sale-rows.ts';

/**
 * The floor: the rows of a sale by bare statements, each prepared once and given its values by position, in one
 * transaction on the same cipher and pragmas, and the witness's bytes written and synced. It decides nothing, looks
 * nothing up and computes no hash: every value comes ready from the shop that rang the same sale up.
 */
export class RawShop {
  readonly db: Sqlite;
  readonly #witness: number;
  readonly #begin;
  readonly #commit;
  readonly #sale;
  readonly #line;
  readonly #tax;
  readonly #movement;
  readonly #share;
  readonly #journal;
  readonly #payment;
  readonly #changeset;
  readonly #cart;
  readonly #pieceState;
  readonly #number;

  constructor(dataDir: string, keyHex: string) {
    const { database, witness } = storeFiles(dataDir);
    this.db = openWriter(database, keyHex);
    this.#witness = openSync(witness, 'r+');
    this.#begin = this.db.prepare('begin immediate');
    this.#commit = this.db.prepare('commit');
    this.#sale = insert(this.db, 'sale');
    this.#line = insert(this.db, 'sale_line');
    this.#tax = insert(this.db, 'sale_tax');
    this.#movement = insert(this.db, 'stock_movement');
    this.#share = insert(this.db, 'commission_share');
    this.#journal = insert(this.db, 'journal_row');
    this.#payment = insert(this.db, 'payment');
    this.#changeset = insert(this.db, 'changeset');
    this.#cart = insert(this.db, 'cart');
    this.#pieceState = this.db.prepare<Cell[]>(
      'update piece_state set status = ?, quantity_thousandths = ? where piece_id = ?',
    );
    this.#number = this.db.prepare(
      'update number_series set last = ? where kind = ? and series = ?',
    );
  }

  store(rows: SaleRows): void {
    this.#begin.run();
    this.#number.run(...rows.number);
    this.#sale.run(...rows.sale);
    runAll(this.#line, rows.lines);
    runAll(this.#tax, rows.taxes);
    runAll(this.#movement, rows.movements);
    runAll(this.#pieceState, rows.pieceStates);
    runAll(this.#share, rows.shares);
    runAll(this.#payment, rows.payments);
    runAll(this.#journal, rows.journal);
    this.#cart.run(...rows.cart);
    this.#changeset.run(...rows.changeset);
    this.#commit.run();
    writeSync(this.#witness, rows.witness.bytes, 0, rows.witness.bytes.length, rows.witness.offset);
    fdatasyncSync(this.#witness);
  }

  close(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.db.close();
    closeSync(this.#witness);
  }
}

type Statement = ReturnType<typeof insert>;

function insert(db: Sqlite, table: string) {
  const columns = db
    .prepare<[string], string>('select name from pragma_table_info(?)')
    .pluck()
    .all(table);
  return db.prepare<Cell[]>(`insert into ${table} values (${columns.map(() => '?').join(', ')})`);
}

function runAll(statement: Statement, rows: readonly (readonly Cell[])[]): void {
  for (const row of rows) statement.run(...row);
}
