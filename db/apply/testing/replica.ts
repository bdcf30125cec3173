import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { DeviceId, RegisterId, StoreId } from '#shared/ids.ts';
import { localTables, syncedTables } from '../../all-tables.ts';
import { getTableName } from 'drizzle-orm';
import { applyMigrations } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations.ts';
import type { Sqlite } from '../../store/open-database.ts';
import { WriteTx } from '../../write-path/write-tx.ts';

/** A register's database in memory, with the real schema. What happens `within` is forgotten afterwards. */
export interface Replica {
  readonly sqlite: Sqlite;
  within<Value>(body: (tx: WriteTx) => Value): Value;
  close(): void;
}

export const REPLICA_STORE = '019aa000-0000-7000-8000-000000000001' as StoreId;

export function aReplica(storeId: StoreId = REPLICA_STORE): Replica {
  const sqlite = new Database(':memory:');
  applyMigrations(sqlite, migrations, 0);
  // What a dump needs is made before any transaction that is forgotten.
  dumpOf(sqlite);
  const orm = drizzle(sqlite);
  const register = {
    storeId,
    deviceId: '019aa000-0000-7000-8000-000000000002' as DeviceId,
    registerId: '019aa000-0000-7000-8000-000000000003' as RegisterId,
    registerNumber: 2,
    series: 1,
  };
  return {
    sqlite,
    within: (body) => {
      sqlite.exec('begin');
      try {
        return body(new WriteTx(orm, register, 'local-changeset'));
      } finally {
        sqlite.exec('rollback');
      }
    },
    close: () => sqlite.close(),
  };
}

/** Rows of tables by name; empty tables are left out. */
export type Dump = Readonly<Record<string, readonly string[]>>;

const DERIVED: Readonly<Record<string, string>> = {
  piece_state: 'select piece_id, status, quantity_thousandths from piece_state',
  customer_lookup: `select customer_id, name, folded_name, town, phone, phone_last4, phone_digits, last_visit_on,
    last_visit_at_ms from customer_lookup`,
  piece_terms:
    'select s.piece_id, t.term, t.offset from piece_terms t left join piece_state s on s.seq = t.doc',
  customer_terms:
    'select l.customer_id, t.term, t.offset from customer_terms t left join customer_lookup l on l.seq = t.doc',
};
const LEFT_OUT = new Set(['sync_meta', ...Object.keys(DERIVED)]);

const selects = [
  ...[...syncedTables.map(({ table }) => table), ...localTables]
    .map((table) => getTableName(table))
    .filter((name) => !LEFT_OUT.has(name))
    .map((name) => [name, `select * from ${name}`] as const),
  ...Object.entries(DERIVED),
];

const statements = new WeakMap<
  Sqlite,
  readonly (readonly [string, ReturnType<typeof prepare>])[]
>();
const prepare = (sqlite: Sqlite, select: string) => sqlite.prepare<[], unknown[]>(select).raw();

/** Everything a register holds, row numbers aside, which follow the order of arrival. */
export function dumpOf(sqlite: Sqlite): Dump {
  const known = statements.get(sqlite) ?? prepareAll(sqlite);
  statements.set(sqlite, known);
  const dump: Record<string, readonly string[]> = {};
  for (const [name, statement] of known) {
    const rows = statement.all().map((row) => JSON.stringify(row));
    if (rows.length > 0) dump[name] = rows.toSorted();
  }
  return dump;
}

/** The words of the searches lie in tables that only a view of their own can read back. */
function prepareAll(sqlite: Sqlite) {
  sqlite.exec(
    `create virtual table temp.piece_terms using fts5vocab ('main', 'piece_fts', 'instance');
     create virtual table temp.customer_terms using fts5vocab ('main', 'customer_fts', 'instance');`,
  );
  return selects.map(([name, select]) => [name, prepare(sqlite, select)] as const);
}
/** What of it all registers share: synced rows, what is derived from them, and who set each field last. */
export function sharedPart(dump: Dump): Dump {
  const shared = new Set([
    ...syncedTables.map(({ name }) => name),
    ...Object.keys(DERIVED),
    'journal_row',
    'sync_field_token',
  ]);
  return Object.fromEntries(Object.entries(dump).filter(([name]) => shared.has(name)));
}
