import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { StoreId } from '#shared/ids.ts';
import type { Sqlite } from '../store/open-database.ts';

/** The query builder over one connection, and the connection itself. */
export type Orm = BetterSQLite3Database & { readonly $client: Sqlite };

/** A connection that may only be read through. Queries take this, so that the reader's thread can run them too. */
export interface ReadDb {
  readonly orm: Orm;
  readonly storeId: StoreId;
}

/**
 * A statement that is built and prepared once per connection: prepared costs 1.05 × bare SQLite, built anew each
 * time 1.9 × (docs/rules.md, The store).
 */
export function prepared<Statement>(build: (orm: Orm) => Statement): (db: ReadDb) => Statement {
  const byConnection = new WeakMap<Orm, Statement>();
  return ({ orm }) => {
    let statement = byConnection.get(orm);
    if (!statement) {
      statement = build(orm);
      byConnection.set(orm, statement);
    }
    return statement;
  };
}
