import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { prepared } from '../write-path/read-db.ts';
import type { FactTable, ProfileTable } from '../write-path/synced-table.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { type Cell, findRow, keyOf, type Row } from './known-tables.ts';

/** `new`: it was not here. `known`: the same fact is here. `differs`: another fact with its id is here, and stands. */
export type PutFact = 'new' | 'known' | 'differs';

/** I8: inserts a fact of another register, or leaves the one that is here. `named` are the columns its register knew. */
export function putFact(tx: WriteTx, fact: FactTable, row: Row, named: readonly string[]): PutFact {
  if (insertRow(tx, fact, row)) return 'new';
  const here = findRow(tx, fact, String(row['id']));
  return here && isSame(fact, here, row, named) ? 'known' : 'differs';
}

/** A row says a word that its column's list of words does not hold: a newer program's. */
export class UnknownWord extends Error {}

/**
 * Inserts a row where none with its key is; answers whether it did. Lists of words are kept by the
 * program and not by the file, for every document adds its own; an unknown one throws {@link UnknownWord}.
 */
export function insertRow(tx: WriteTx, synced: FactTable | ProfileTable, row: Row): boolean {
  for (const [column, words] of wordsOf(synced)) {
    const word = row[column];
    if (typeof word === 'string' && !words.has(word)) throw new UnknownWord(column);
  }
  if (insertOf(synced)(tx).run(row).changes !== 1) return false;
  tx.touch(synced.name);
  return true;
}

/** An erased value is equal to what it was: only one side may have forgotten it yet. */
function isSame(fact: FactTable, here: Row, row: Row, named: readonly string[]): boolean {
  return named.every((column) => {
    const [mine, theirs] = [here[column] ?? null, row[column] ?? null];
    return mine === theirs || (fact.personal.has(column) && (isErased(mine) || isErased(theirs)));
  });
}

const isErased = (cell: Cell) => cell === null || cell === '';

const wordsByTable = new WeakMap<SQLiteTable, ReadonlyMap<string, ReadonlySet<string>>>();
function wordsOf(synced: FactTable | ProfileTable): ReadonlyMap<string, ReadonlySet<string>> {
  const words = wordsByTable.get(synced.table) ?? readWords(synced);
  wordsByTable.set(synced.table, words);
  return words;
}

/** What a person said is never one of a list: it can be erased to an empty word. */
function readWords({ table, personal }: FactTable | ProfileTable) {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [name, { enumValues }] of Object.entries(getTableColumns(table)))
    if (enumValues?.length && !personal.has(name)) lists.set(name, new Set(enumValues.map(String)));
  return lists;
}

const insertsByTable = new WeakMap<SQLiteTable, ReturnType<typeof makeInsert>>();
function insertOf(fact: FactTable | ProfileTable) {
  const statement = insertsByTable.get(fact.table) ?? makeInsert(fact);
  insertsByTable.set(fact.table, statement);
  return statement;
}

function makeInsert(fact: FactTable | ProfileTable) {
  const { storeId, id } = keyOf(fact);
  const values = Object.fromEntries(
    fact.columns.map((column) => [column, sql.placeholder(column)]),
  );
  return prepared((orm) =>
    orm
      .insert(fact.table)
      .values(values)
      .onConflictDoNothing({ target: [storeId, id] })
      .prepare(),
  );
}
