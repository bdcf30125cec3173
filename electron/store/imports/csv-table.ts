import type { ReadFileRefusal } from '#shared/imports/contract.ts';
import type { ImportRow, RowShapeProblem } from '#shared/imports/import-row.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { tableHeaders } from './csv-headers.ts';
import { CHUNK_ROWS, type ImportTable, MOST_COLUMNS } from './import-table.ts';
import { type CsvRecord, type Delimiter, findDelimiter, readRecords } from './csv-records.ts';

export interface CsvTable extends ImportTable {
  readonly delimiter: Delimiter;
}

/**
 * Opens a text as a table: the first record that is not blank names the columns. Blank records are passed over,
 * ragged and broken ones come as rows that say so.
 *
 * Refuses with `IMPORT_EMPTY` without a header, `IMPORT_NO_ROWS` when nothing follows it, and `IMPORT_NOT_TEXT`
 * above 500 columns.
 */
export async function openCsv(text: string): Promise<Result<CsvTable, ReadFileRefusal>> {
  const delimiter = findDelimiter(text);
  let headers: readonly string[] | undefined;
  await nextTurn();
  for (const records of readRecords(text, delimiter)) {
    for (const { cells } of records) {
      if (isBlank(cells)) continue;
      if (headers) return ok(tableOf(text, delimiter, headers));
      if (cells.length > MOST_COLUMNS) return refuse({ code: 'IMPORT_NOT_TEXT' });
      headers = tableHeaders(cells);
    }
    await nextTurn();
  }
  return refuse({ code: headers ? 'IMPORT_NO_ROWS' : 'IMPORT_EMPTY' });
}

function tableOf(text: string, delimiter: Delimiter, headers: readonly string[]): CsvTable {
  return { headers, delimiter, rows: () => readRows(text, delimiter, headers) };
}

async function* readRows(
  text: string,
  delimiter: Delimiter,
  headers: readonly string[],
): AsyncGenerator<readonly ImportRow[]> {
  let rowNumber = 0;
  let isHeaderRead = false;
  let chunk: ImportRow[] = [];
  for (const records of readRecords(text, delimiter)) {
    for (const record of records) {
      rowNumber += 1;
      if (isBlank(record.cells)) continue;
      if (isHeaderRead) chunk.push(rowOf(record, rowNumber, headers));
      isHeaderRead = true;
      if (chunk.length < CHUNK_ROWS) continue;
      yield chunk;
      chunk = [];
      await nextTurn();
    }
    await nextTurn();
  }
  if (chunk.length > 0) yield chunk;
}

function rowOf(record: CsvRecord, rowNumber: number, headers: readonly string[]): ImportRow {
  const { cells, isQuoteBroken } = record;
  const extraCells = cells.slice(headers.length);
  const problems: RowShapeProblem[] = [];
  if (isQuoteBroken) problems.push('ROW_QUOTE_BROKEN');
  else if (!isBlank(extraCells)) problems.push('ROW_TOO_LONG');
  else if (cells.length < headers.length) problems.push('ROW_TOO_SHORT');
  return {
    rowNumber,
    // Entries become own keys even when a header is called `__proto__`.
    cells: Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
    extraCells: isBlank(extraCells) ? [] : extraCells,
    problems,
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
