import type { ReadDb } from '../write-path/read-db.ts';

/** A row by the program's names of its columns. */
export type TouchedCells = Readonly<Record<string, string | number | null>>;

/** A row that another register put in, or the fields of a profile that it changed. The id is always among them. */
export interface TouchedRow {
  readonly table: string;
  readonly row: TouchedCells;
}

/** The subjects that a row of each table is about. */
export type SubjectsOf = Readonly<
  Record<string, (row: TouchedCells, db: ReadDb) => readonly string[]>
>;

/** The subjects of what was touched, each once. */
export function touchedSubjects(
  db: ReadDb,
  subjectsOf: SubjectsOf,
  touched: readonly TouchedRow[],
): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const { table, row } of touched) {
    for (const subject of subjectsOf[table]?.(row, db) ?? []) subjects.add(subject);
  }
  return subjects;
}

/** The ids that these columns hold. */
export function idsIn(row: TouchedCells, ...columns: readonly string[]): readonly string[] {
  return columns.flatMap((column) => {
    const id = row[column];
    return typeof id === 'string' ? [id] : [];
  });
}
