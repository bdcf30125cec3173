import { hadCardNumber, holdsCardNumber } from '#shared/imports/card-in-cell.ts';
import { cellText, type ImportRow, type RowError } from '#shared/imports/import-row.ts';
import { problemInWords } from '#shared/imports/problem-words.ts';
import { stringify } from 'csv-stringify/sync';
import { REPORT_HEADERS, reportColumn } from './csv-headers.ts';

export interface BadRow {
  readonly row: ImportRow;
  readonly errors: readonly RowError[];
}

/** Stands where a card number was; the number itself must not reach a disk again (docs/rules.md, The sale). */
const CARD_REMOVED = '[card number removed]';

/**
 * The rows that were not imported as a file of their own: the original columns, then the row's number in the
 * original file, then what is wrong in words. Corrected and imported again it reads like the original; opened in
 * a spreadsheet nothing in it computes. `say` puts an error into words.
 */
export function badRowsCsv(
  headers: readonly string[],
  badRows: readonly BadRow[],
  say: (error: RowError) => string = problemInWords,
): string {
  // An earlier report's own columns are left out, so that a file corrected twice does not grow.
  const columns = headers.slice(0, reportColumn(headers));
  const extraCount = Math.max(0, ...badRows.map(({ row }) => row.extraCells.length));
  const extras = Array.from({ length: extraCount }, (_, index) => `Extra ${index + 1}`);
  const lines = badRows.map(({ row, errors }) => [
    ...columns.map((header) => withoutCard(cellText(row, header))),
    String(row.rowNumber),
    errors.map(say).join(' '),
    ...extras.map((_, index) => withoutCard(row.extraCells[index] ?? '')),
  ]);
  return stringify([[...columns, ...REPORT_HEADERS, ...extras], ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function withoutCard(cell: string): string {
  return hadCardNumber(cell) || holdsCardNumber(cell.replaceAll(/\s+/g, ' ')) ? CARD_REMOVED : cell;
}
