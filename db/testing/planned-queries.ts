import type { Sqlite } from '../store/open-database.ts';

/**
 * The query plans of everything that `run` asks for the first time on this connection, one line a step. Statements
 * that were prepared earlier are not seen, so give it a shop that was opened anew.
 */
export function plansOf(sqlite: Sqlite, run: () => void): readonly string[] {
  const statements: string[] = [];
  const { prepare } = sqlite;
  sqlite.prepare = ((source: string) => {
    statements.push(source);
    return prepare.call(sqlite, source);
  }) as typeof prepare;
  try {
    run();
  } finally {
    sqlite.prepare = prepare;
  }
  return statements.flatMap((statement) =>
    sqlite
      .prepare<unknown[], { detail: string }>(`explain query plan ${statement}`)
      .all(...statement.replaceAll(/[^?]/g, ''))
      .map(({ detail }) => detail),
  );
}

/**
 * Steps that read a whole table: a scan that no index serves and no word of a full-text index narrows, and a search
 * by the store alone, which every row has in common.
 */
export function fullScans(plans: readonly string[]): readonly string[] {
  return plans.filter((step) =>
    step.startsWith('SCAN')
      ? !/USING (COVERING )?INDEX|INDEX \d+:[M=]/.test(step)
      : step.endsWith('(store_id=?)'),
  );
}
