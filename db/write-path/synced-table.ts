import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A table whose rows are inserted once and never changed: sales, movements, events. */
export interface FactTable<Table extends SQLiteTable = SQLiteTable> extends SyncedTable<Table> {
  readonly kind: 'fact';
}

/** A table whose rows merge field by field: customers, pieces, settings. */
export interface ProfileTable<Table extends SQLiteTable = SQLiteTable> extends SyncedTable<Table> {
  readonly kind: 'profile';
}

interface SyncedTable<Table extends SQLiteTable> {
  readonly table: Table;
  readonly name: string;
  /** Columns that may say something about a person: only their salted hashes enter the log. */
  readonly personal: ReadonlySet<string>;
  /** Text columns that never do. Every text column is in one list or the other, and a test fails for one in neither. */
  readonly plain: ReadonlySet<string>;
  readonly columns: readonly string[];
}

interface TextColumns<Table extends SQLiteTable> {
  readonly personal?: readonly (keyof Table['_']['columns'] & string)[];
  readonly plain?: readonly (keyof Table['_']['columns'] & string)[];
}

/** Declares a table of facts. */
export function factTable<Table extends SQLiteTable>(
  table: Table,
  text: TextColumns<Table>,
): FactTable<Table> {
  return { kind: 'fact', ...described(table, text) };
}

/** Declares a table of profiles. */
export function profileTable<Table extends SQLiteTable>(
  table: Table,
  text: TextColumns<Table>,
): ProfileTable<Table> {
  return { kind: 'profile', ...described(table, text) };
}

function described<Table extends SQLiteTable>(
  table: Table,
  text: TextColumns<Table>,
): SyncedTable<Table> {
  return {
    table,
    name: getTableName(table),
    personal: new Set(text.personal),
    plain: new Set(text.plain),
    columns: Object.keys(getTableColumns(table)),
  };
}
