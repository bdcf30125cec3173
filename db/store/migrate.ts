import { createHash } from 'node:crypto';
import { refuse, ok, type Result } from '#shared/result.ts';
import type { Migration } from './migrations.ts';
import type { Sqlite } from './open-database.ts';

export type MigrateRefusal =
  | { readonly code: 'STORE_NEWER'; readonly migration: string }
  | { readonly code: 'STORE_CHANGED'; readonly migration: string };

/** Which migrations the file still lacks. Refuses a file that a newer program has touched, or whose past was rewritten. */
export function pendingMigrations(
  db: Sqlite,
  migrations: readonly Migration[],
): Result<readonly Migration[], MigrateRefusal> {
  const done = new Map(appliedMigrations(db).map((row) => [row.name, row.sha256]));
  for (const name of done.keys()) {
    if (!migrations.some((migration) => migration.name === name))
      return refuse({ code: 'STORE_NEWER', migration: name });
  }
  for (const { name, sql } of migrations) {
    const applied = done.get(name);
    if (applied !== undefined && applied !== sha256(sql))
      return refuse({ code: 'STORE_CHANGED', migration: name });
  }
  return ok(migrations.filter((migration) => !done.has(migration.name)));
}

/** Applies migrations in order, each in a transaction of its own: a crash leaves the old schema or the new one. */
export function applyMigrations(db: Sqlite, pending: readonly Migration[], nowMs: number): void {
  db.exec(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at_ms integer not null) strict',
  );
  for (const migration of pending) {
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        db.exec(migration.sql);
        const broken = db.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0)
          throw new Error(`${migration.name} breaks foreign keys`);
        db.prepare('insert into schema_migration values (?, ?, ?)').run(
          migration.name,
          sha256(migration.sql),
          nowMs,
        );
      }).immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}

interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

function appliedMigrations(db: Sqlite): readonly AppliedMigration[] {
  const exists = db.prepare("select 1 from sqlite_schema where name = 'schema_migration'").get();
  if (!exists) return [];
  return db.prepare('select name, sha256 from schema_migration').all() as AppliedMigration[];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
