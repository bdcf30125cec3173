import type { ReadFileRefusal } from '#shared/imports/contract.ts';
import type { ImportRow } from '#shared/imports/import-row.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { tableHeaders } from './csv-headers.ts';
import { flatRecord } from './flat-record.ts';
import { CHUNK_ROWS, type ImportTable, MOST_COLUMNS } from './import-table.ts';
import { readJsonTexts } from './json-records.ts';

/**
 * Opens a text of objects as a table: every name that any of them has is a column, in the order in which they come.
 * What is no object comes as a row that says so. Rows are counted from 1.
 *
 * Refuses with `IMPORT_NO_ROWS` when there is no object, and `IMPORT_NOT_TEXT` above 500 columns.
 */
export async function openJson(text: string): Promise<Result<ImportTable, ReadFileRefusal>> {
  const names = new Set<string>();
  let count = 0;
  for (const each of readJsonTexts(text)) {
    for (const name of recordOf(each)?.keys() ?? []) names.add(name);
    if (names.size > MOST_COLUMNS) return refuse({ code: 'IMPORT_NOT_TEXT' });
    count += 1;
    if (count % CHUNK_ROWS === 0) await nextTurn();
  }
  if (names.size === 0) return refuse({ code: 'IMPORT_NO_ROWS' });
  const keys = [...names];
  const headers = tableHeaders(keys);
  return ok({ headers, rows: () => readRows(text, keys, headers) });
}

async function* readRows(
  text: string,
  keys: readonly string[],
  headers: readonly string[],
): AsyncGenerator<readonly ImportRow[]> {
  let rowNumber = 0;
  let chunk: ImportRow[] = [];
  for (const each of readJsonTexts(text)) {
    rowNumber += 1;
    chunk.push(rowOf(recordOf(each), rowNumber, keys, headers));
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
    await nextTurn();
  }
  if (chunk.length > 0) yield chunk;
}

function rowOf(
  record: ReadonlyMap<string, string> | undefined,
  rowNumber: number,
  keys: readonly string[],
  headers: readonly string[],
): ImportRow {
  return {
    rowNumber,
    // Entries become own keys even when a header is called `__proto__`.
    cells: Object.fromEntries(
      headers.map((header, index) => [header, record?.get(keys[index] ?? '') ?? '']),
    ),
    extraCells: [],
    problems: record ? [] : ['ROW_NOT_AN_OBJECT'],
  };
}

function recordOf(text: string): ReadonlyMap<string, string> | undefined {
  const value = parsed(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? flatRecord(value) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
