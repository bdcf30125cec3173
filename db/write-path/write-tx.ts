import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { getTableColumns, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type DocumentKind, formatDocumentNumber } from '#shared/document-number.ts';
import type { StoreId } from '#shared/ids.ts';
import type { RegisterIdentity } from './command-context.ts';
import { type Op, type OpValue, type PersonalValue, personalHash } from './ops.ts';
import { type Orm, prepared, type ReadDb } from './read-db.ts';
import type { FactTable, ProfileTable } from './synced-table.ts';
import { numberSeries, syncFieldToken } from './tables.ts';

type Row<Table extends SQLiteTable> = Omit<InferInsertModel<Table>, 'storeId'>;
type Fields<Table extends SQLiteTable> = Partial<
  Omit<InferInsertModel<Table>, 'storeId' | 'id' | 'archivedAtMs'>
>;
type Cell = string | number | null;

/**
 * The only way to change the shop. Every insert and set records its op, so that no row of a synced table exists
 * without one; `write()` makes the changeset from them. Derived and local rows change through `local`.
 */
export class WriteTx implements ReadDb {
  readonly orm: Orm;
  readonly storeId: StoreId;
  readonly ops: Op[] = [];
  readonly personal: PersonalValue[] = [];
  readonly changed = new Set<string>();
  readonly #changesetId: string;
  readonly #register: RegisterIdentity;

  constructor(orm: Orm, register: RegisterIdentity, changesetId: string) {
    this.orm = orm;
    this.storeId = register.storeId;
    this.#register = register;
    this.#changesetId = changesetId;
  }

  /** Adds a fact. It stands for ever; a correction is another fact. I8. */
  insertFact<Table extends SQLiteTable>(fact: FactTable<Table>, row: Row<Table>): void {
    const sealed = this.#insert(fact, row);
    this.ops.push({ op: 'fact', table: fact.name, row: sealed });
  }

  /** Adds a profile: every field set for the first time. */
  insertProfile<Table extends SQLiteTable>(profile: ProfileTable<Table>, row: Row<Table>): void {
    const { id, ...rest } = this.#insert(profile, row);
    const fields = Object.fromEntries(
      Object.entries(rest).map(([field, value]) => [field, [value, null] as const]),
    );
    this.ops.push({ op: 'set', table: profile.name, id: textOf(id), fields });
    setToken(this).run({
      tableName: profile.name,
      rowId: textOf(id),
      field: '*',
      token: this.#changesetId,
    });
  }

  /** Sets fields of a profile that exists. Fields whose value is the same already are left out by the caller. */
  setFields<Table extends SQLiteTable>(
    profile: ProfileTable<Table>,
    id: string,
    fields: Fields<Table>,
  ): void {
    const names = Object.keys(fields);
    if (names.length === 0) return;
    updateStatement(profile, names)(this).run({ ...fields, storeId: this.storeId, id });
    const withBases = Object.entries(fields as Record<string, Cell>).map(([field, cell]) => {
      const value = this.#sealedCell(profile, field, cell);
      const base = this.#tokenOf(profile.name, id, field);
      setToken(this).run({ tableName: profile.name, rowId: id, field, token: this.#changesetId });
      return [field, [value, base] as const] as const;
    });
    this.ops.push({ op: 'set', table: profile.name, id, fields: Object.fromEntries(withBases) });
    this.changed.add(profile.name);
  }

  /** Takes a profile out of use; its history stays. */
  archive(profile: ProfileTable, id: string, atMs: number): void {
    updateStatement(profile, ['archivedAtMs'])(this).run({
      archivedAtMs: atMs,
      storeId: this.storeId,
      id,
    });
    this.ops.push({ op: 'archive', table: profile.name, id, atMs });
    this.changed.add(profile.name);
  }

  /** Says that a derived or local table changed, for the screens that show it. The statement itself is the caller's. */
  touch(table: string): void {
    this.changed.add(table);
  }

  /** M8, I9: the next number of a kind in this register's series, +1 and never twice, because it commits with its document. */
  nextNumber(kind: DocumentKind): string {
    const { registerNumber, series } = this.#register;
    const counter = takeNumber(this).get({ kind, series })?.last;
    if (counter === undefined) throw new Error(`no counter for ${kind}`);
    return formatDocumentNumber({ kind, registerNumber, series, counter });
  }

  /** Stores the row and answers it as the log may hold it. */
  #insert(synced: FactTable | ProfileTable, row: object): Record<string, OpValue> {
    const given = row as Record<string, Cell | undefined>;
    const cells: Cell[] = [];
    const sealed: Record<string, OpValue> = {};
    for (const column of synced.columns) {
      const cell = column === 'storeId' ? this.storeId : (given[column] ?? null);
      cells.push(cell);
      if (column !== 'storeId') sealed[column] = this.#sealedCell(synced, column, cell);
    }
    insertStatement(synced)(this).run(cells);
    this.changed.add(synced.name);
    return sealed;
  }

  /** A cell as the log may hold it: the store's id is left out (the changeset says it), personal values are hashed. */
  #sealedCell(synced: FactTable | ProfileTable, column: string, cell: Cell): OpValue {
    return cell !== null && synced.personal.has(column) ? this.#seal(column, cell) : cell;
  }

  #seal(column: string, value: string | number): OpValue {
    const salt = randomBytes(12).toString('base64url');
    this.personal.push({ path: `${this.ops.length}.${column}`, value: String(value), salt });
    return { h: personalHash(salt, String(value)) };
  }

  #tokenOf(tableName: string, rowId: string, field: string): string | null {
    const tokens = findTokens(this).all({ tableName, rowId, field });
    const own = tokens.find((token) => token.field === field) ?? tokens[0];
    return own?.token ?? null;
  }
}

/** Ids are never personal, so they stand in the log as they are. */
function textOf(id: OpValue | undefined): string {
  if (typeof id !== 'string') throw new TypeError('a row has no id');
  return id;
}

const insertsByTable = new WeakMap<SQLiteTable, ReturnType<typeof makeInsert>>();
function insertStatement(synced: FactTable | ProfileTable) {
  let statement = insertsByTable.get(synced.table);
  if (!statement) {
    statement = makeInsert(synced);
    insertsByTable.set(synced.table, statement);
  }
  return statement;
}

/**
 * Bare, with the cells in the order of the columns: a long ticket inserts three hundred rows, and the query builder's
 * own way of finding each value by its name cost as much as SQLite did. Text and integers are stored as they are.
 */
function makeInsert({ table, name, columns }: FactTable | ProfileTable) {
  const described = getTableColumns(table);
  const names = columns.map((column) => {
    const { name: stored, columnType } = described[column] ?? {};
    if (stored === undefined || !PLAIN_TYPES.has(columnType ?? ''))
      throw new Error(`${name}.${column} is neither text nor integer`);
    return stored;
  });
  const source = `insert into ${name} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
  return prepared(({ $client }) => $client.prepare<[readonly Cell[]]>(source));
}

const PLAIN_TYPES: ReadonlySet<string> = new Set(['SQLiteText', 'SQLiteInteger']);

const updatesByTable = new WeakMap<SQLiteTable, Map<string, ReturnType<typeof makeUpdate>>>();
function updateStatement(profile: ProfileTable, fields: readonly string[]) {
  const key = fields.toSorted().join();
  const statements =
    updatesByTable.get(profile.table) ?? new Map<string, ReturnType<typeof makeUpdate>>();
  updatesByTable.set(profile.table, statements);
  const statement = statements.get(key) ?? makeUpdate(profile, fields);
  statements.set(key, statement);
  return statement;
}

function makeUpdate({ table, name }: ProfileTable, fields: readonly string[]) {
  const columns = getTableColumns(table);
  const storeId = columns['storeId'];
  const id = columns['id'];
  if (!storeId || !id) throw new Error(`${name} has no synced key`);
  const values = Object.fromEntries(fields.map((field) => [field, sql`${sql.placeholder(field)}`]));
  const mine = and(eq(storeId, sql.placeholder('storeId')), eq(id, sql.placeholder('id')));
  return prepared((orm) => orm.update(table).set(values).where(mine).prepare());
}

const setToken = prepared((orm) =>
  orm
    .insert(syncFieldToken)
    .values({
      tableName: sql.placeholder('tableName'),
      rowId: sql.placeholder('rowId'),
      field: sql.placeholder('field'),
      token: sql.placeholder('token'),
    })
    .onConflictDoUpdate({
      target: [syncFieldToken.tableName, syncFieldToken.rowId, syncFieldToken.field],
      set: { token: sql`excluded.token` },
    })
    .prepare(),
);

const findTokens = prepared((orm) =>
  orm
    .select({ field: syncFieldToken.field, token: syncFieldToken.token })
    .from(syncFieldToken)
    .where(
      and(
        eq(syncFieldToken.tableName, sql.placeholder('tableName')),
        eq(syncFieldToken.rowId, sql.placeholder('rowId')),
        sql`${syncFieldToken.field} in ('*', ${sql.placeholder('field')})`,
      ),
    )
    .prepare(),
);

const takeNumber = prepared((orm) =>
  orm
    .insert(numberSeries)
    .values({ kind: sql.placeholder('kind'), series: sql.placeholder('series'), last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.kind, numberSeries.series],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
    .prepare(),
);
