import type { Sqlite } from './open-database.ts';
import { photosSealAndOpen } from './photo-files.ts';

/** The oldest SQLite without the WAL-reset bug that can lose committed writes (docs/rules.md, The store). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Asks the running library, not the documentation, for everything a sale stands on. Answers the name of the first
 * check that failed; a store whose check fails does not open.
 */
export function failedSelfTest(db: Sqlite): string | undefined {
  const checks: readonly (readonly [string, () => boolean])[] = [
    ['sqlite version', () => isAtLeast(text(db, 'select sqlite_version()'))],
    ['cipher', () => pragma(db, 'cipher') === 'sqlcipher'],
    ['write-ahead log', () => pragma(db, 'journal_mode') === 'wal'],
    ['synchronous = FULL', () => pragma(db, 'synchronous') === 2],
    ['foreign keys', () => pragma(db, 'foreign_keys') === 1],
    ['secure delete', () => pragma(db, 'secure_delete') === 1],
    ['no automatic checkpoint', () => pragma(db, 'wal_autocheckpoint') === 0],
    ['strict tables', () => refusesWrongType(db)],
    ['full-text search', () => findsFolded(db)],
    ['encrypted photos', photosSealAndOpen],
  ];
  return checks.find(([, passes]) => !passes())?.[0];
}

function pragma(db: Sqlite, name: string): unknown {
  return db.pragma(name, { simple: true });
}

function text(db: Sqlite, sql: string): string {
  return String(db.prepare(sql).pluck().get());
}

function isAtLeast(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

function refusesWrongType(db: Sqlite): boolean {
  db.exec('create temp table self_test_strict (n integer) strict');
  try {
    db.exec("insert into self_test_strict values ('x')");
    return false;
  } catch {
    return true;
  } finally {
    db.exec('drop table self_test_strict');
  }
}

function findsFolded(db: Sqlite): boolean {
  db.exec(
    "create virtual table temp.self_test_fts using fts5 (t, tokenize = 'unicode61 remove_diacritics 2')",
  );
  try {
    db.exec("insert into self_test_fts values ('Núñez')");
    return (
      db
        .prepare("select count(*) from self_test_fts where self_test_fts match 'nunez'")
        .pluck()
        .get() === 1
    );
  } finally {
    db.exec('drop table self_test_fts');
  }
}
