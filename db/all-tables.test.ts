import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteText } from 'drizzle-orm/sqlite-core';
import { afterAll, expect, test } from 'vitest';
import { localTables, syncedTables } from './all-tables.ts';
import { aShop } from './testing/a-shop.ts';

const shop = aShop();
afterAll(() => shop.close());
const { sqlite } = shop.writer;

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const columnsOf = (table: string) =>
  sqlite
    .prepare(`select name, type, "notnull", pk from pragma_table_info(?)`)
    .all(table) as ColumnInfo[];
const tables = [...syncedTables.map((each) => each.table), ...localTables];

test.each(tables.map((table) => [getTableName(table), table] as const))(
  '%s: the program and the file agree on every column',
  (name, table) => {
    const config = getTableConfig(table);
    const declared = config.columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull ? 1 : 0,
    }));
    const stored = columnsOf(name).map(({ name: column, type, notnull, pk }) => ({
      name: column,
      type,
      notnull: pk > 0 && type === 'INTEGER' ? 1 : notnull,
    }));
    const inFile = stored.map((column) => ({
      ...column,
      notnull:
        declared.find((each) => each.name === column.name)?.notnull === 1 &&
        columnsOf(name).find((each) => each.name === column.name)?.pk
          ? 1
          : column.notnull,
    }));
    expect(inFile).toEqual(declared);
  },
);

test('every table is STRICT, and none is unknown to the program', () => {
  const listed = sqlite
    .prepare(
      "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .all() as { name: string; strict: number }[];
  const known = new Set([...tables.map((table) => getTableName(table)), 'schema_migration']);
  const own = listed.filter((table) => !table.name.includes('_fts'));
  expect(own.filter((table) => table.strict === 0)).toEqual([]);
  expect(own.map((table) => table.name).filter((name) => !known.has(name))).toEqual([]);
});

test('synced tables have the key of store and id, and no foreign keys', () => {
  for (const { name } of syncedTables) {
    expect(
      columnsOf(name)
        .filter((column) => column.pk > 0)
        .map((column) => column.name),
      name,
    ).toEqual(['store_id', 'id']);
    expect(sqlite.prepare('select * from pragma_foreign_key_list(?)').all(name), name).toEqual([]);
  }
});

test('I8: every table of facts refuses change and deletion', () => {
  const triggers = sqlite
    .prepare("select tbl_name || ' ' || sql from sqlite_schema where type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const { kind, name } of syncedTables) {
    const own = triggers.filter((trigger) => trigger.startsWith(`${name} `)).join('\n');
    if (kind === 'fact') {
      expect(own, name).toMatch(/before update/);
      expect(own, name).toMatch(/before delete/);
    }
  }
});

test('every text column of a synced table is marked personal or plain, so that none slips into the log unasked', () => {
  for (const { table, name, personal, plain } of syncedTables) {
    const text = Object.entries(getTableColumns(table)).filter(
      ([field, column]) => is(column, SQLiteText) && field !== 'storeId' && field !== 'id',
    );
    const unmarked = text
      .map(([field]) => field)
      .filter((field) => personal.has(field) === plain.has(field));
    expect(unmarked, name).toEqual([]);
  }
});
