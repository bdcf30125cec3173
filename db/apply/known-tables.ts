import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { syncedTables } from '../all-tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { FactTable, ProfileTable } from '../write-path/synced-table.ts';
import type { PulledCell } from './pulled-op.ts';

/** A value as SQLite holds it. */
export type Cell = string | number | null;
/** A row by the program's names of its columns. */
export type Row = Readonly<Record<string, Cell>>;

const tablesByName = new Map<string, FactTable | ProfileTable>(
  syncedTables.map((synced) => [synced.name, synced]),
);

/** The table of facts or profiles with this name; undefined for one of a newer schema. */
export function findTable(name: string): FactTable | ProfileTable | undefined {
  return tablesByName.get(name);
}

/** The columns of `names` that the table has. */
export function knownColumns(
  { columns }: FactTable | ProfileTable,
  names: Iterable<string>,
): readonly string[] {
  return [...names].filter((column) => column !== 'storeId' && columns.includes(column));
}

/**
 * A whole row out of what a changeset holds of it: a column that it does not name has the default of the file, as it
 * has for rows that were here before the column was. Erased values are empty.
 */
export function wholeRow(
  db: ReadDb,
  synced: FactTable | ProfileTable,
  id: string,
  cells: ReadonlyMap<string, PulledCell>,
): Row {
  const row: Record<string, Cell> = { storeId: db.storeId };
  const defaults = defaultsOf(db, synced);
  for (const [field, column] of columnsOf(synced)) {
    if (field === 'storeId') continue;
    row[field] = cells.has(field)
      ? storedCell(column, cells.get(field))
      : (defaults.get(column.name) ?? null);
  }
  return { ...row, id };
}

/** A pulled value as the column keeps it: personal numbers travel as text, and what was erased is empty. */
export function storedCell(column: SQLiteColumn, cell: PulledCell): Cell {
  if (cell === undefined) return column.notNull ? '' : null;
  return typeof cell === 'string' && column.dataType === 'number' ? Number(cell) : cell;
}

/** The columns of a table by the program's names for them. */
export function columnsOf({ table }: FactTable | ProfileTable): readonly [string, SQLiteColumn][] {
  return Object.entries(getTableColumns(table));
}

/** What the file puts into a column nobody names, by the file's names. */
function defaultsOf(db: ReadDb, { name }: FactTable | ProfileTable): ReadonlyMap<string, Cell> {
  const known = defaultsByTable(db);
  let defaults = known.get(name);
  if (!defaults) {
    defaults = readDefaults(db, name);
    known.set(name, defaults);
  }
  return defaults;
}

const defaultsByTable = prepared(() => new Map<string, ReadonlyMap<string, Cell>>());

function readDefaults(db: ReadDb, table: string): ReadonlyMap<string, Cell> {
  const columns = db.orm.all<{ readonly name: string; readonly written: string | null }>(
    sql`select name, dflt_value as written from pragma_table_info(${table})`,
  );
  return new Map(
    columns.flatMap(({ name, written }) =>
      written === null
        ? []
        : [
            [
              name,
              db.orm.get<{ value: Cell }>(sql.raw(`select ${written} as value`)).value,
            ] as const,
          ],
    ),
  );
}

/** A row as it is here; undefined when it is not. */
export function findRow(db: ReadDb, synced: FactTable | ProfileTable, id: string): Row | undefined {
  return findOf(synced)(db).get({ storeId: db.storeId, id });
}

/** The two columns of a synced table's key. */
export function keyOf(synced: FactTable | ProfileTable) {
  const columns = new Map(columnsOf(synced));
  const [storeId, id] = [columns.get('storeId'), columns.get('id')];
  if (!storeId || !id) throw new Error(`${synced.name} has no synced key`);
  return { storeId, id };
}

const findsByTable = new WeakMap<SQLiteTable, ReturnType<typeof makeFind>>();
function findOf(synced: FactTable | ProfileTable) {
  const statement = findsByTable.get(synced.table) ?? makeFind(synced);
  findsByTable.set(synced.table, statement);
  return statement;
}

function makeFind(synced: FactTable | ProfileTable) {
  const { storeId, id } = keyOf(synced);
  return prepared((orm) =>
    orm
      .select()
      .from(synced.table)
      .where(and(eq(storeId, sql.placeholder('storeId')), eq(id, sql.placeholder('id'))))
      .prepare(),
  );
}
