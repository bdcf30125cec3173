import { storableCell } from '#shared/imports/card-in-cell.ts';
import type { ImportRow, RowShapeProblem } from '#shared/imports/import-row.ts';

/** A row's cells in the order of the batch's headers, and what else its line held. Short names: there are many rows. */
interface StoredCells {
  readonly c: readonly string[];
  /** Cells right of the last header. */
  readonly x?: readonly string[];
  /** What is wrong with the line as a whole. */
  readonly p?: readonly RowShapeProblem[];
}

/** A row of a file as text, without its headers. Card numbers do not reach the disk, in whatever column they stand. */
export function packRow(row: ImportRow, headers: readonly string[]): string {
  const stored: StoredCells = {
    c: headers.map((header) => storableCell(row.cells[header] ?? '')),
    ...(row.extraCells.length > 0 && { x: row.extraCells.map(storableCell) }),
    ...(row.problems.length > 0 && { p: row.problems }),
  };
  return JSON.stringify(stored);
}

/** The row as it was packed. */
export function unpackRow(cells: string, rowNumber: number, headers: readonly string[]): ImportRow {
  const stored = JSON.parse(cells) as StoredCells;
  return {
    rowNumber,
    // Entries become own keys even when a header is called `__proto__`.
    cells: Object.fromEntries(headers.map((header, index) => [header, stored.c[index] ?? ''])),
    extraCells: stored.x ?? [],
    problems: stored.p ?? [],
  };
}
