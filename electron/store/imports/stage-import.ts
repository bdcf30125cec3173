import {
  findBatch,
  listRowsAfter,
  listTornBatches,
  type StagedBatch,
} from '#db/imports/find-batch.ts';
import {
  beginStaging,
  discardRows,
  finishStaging,
  MOST_STAGED_AT_ONCE,
  stageRows,
} from '#db/imports/stage-file.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { BatchId } from '#shared/ids.ts';
import {
  IMPORT_TARGETS,
  type ImportTarget,
  type ReadFileRefusal,
  type StagedFile,
} from '#shared/imports/contract.ts';
import type { ImportRow } from '#shared/imports/import-row.ts';
import {
  detectSource,
  missingFields,
  suggestMapping,
  targetFields,
} from '#shared/imports/sources.ts';
import { ok, type Result } from '#shared/result.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openCsv } from './csv-table.ts';
import type { ImportTable } from './import-table.ts';
import { looksLikeJson } from './json-records.ts';
import { openJson } from './json-table.ts';
import { readImportFile } from './read-file.ts';

const SAMPLE_ROWS = 5;
const LONGEST_FILE_NAME = 200;

/**
 * Takes a file in and keeps its rows aside, in slices between sales. A batch that is there already is answered as it
 * is: the window asked twice. Refuses what cannot be read as a table.
 */
export async function stageImport(
  writer: () => Writer,
  {
    batchId,
    file,
    nowMs,
  }: { readonly batchId: BatchId; readonly file: File; readonly nowMs: number },
): Promise<Result<StagedFile, ReadFileRefusal>> {
  const known = findBatch(writer(), batchId);
  if (known) return ok(describe(writer(), known));
  const text = await readImportFile(file);
  if (!text.ok) return text;
  const table = await openTable(text.value.text);
  if (!table.ok) return table;
  await discardTorn(writer);
  const { headers } = table.value;
  const target = targetOf(headers);
  const batch = {
    batchId,
    fileName: file.name.slice(0, LONGEST_FILE_NAME),
    encoding: text.value.encoding,
    target,
    source: sourceOf(headers, target),
    headers,
    mapping: suggestMapping(headers, target),
    startedAtMs: nowMs,
  };
  writer().writeLocal((tx) => beginStaging(tx, batch));
  let rowCount = 0;
  for await (const rows of inSlices(table.value.rows())) {
    writer().writeLocal((tx) => stageRows(tx, batch, rows));
    rowCount += rows.length;
    await nextTurn();
  }
  writer().writeLocal((tx) => finishStaging(tx, batchId, rowCount));
  const staged = findBatch(writer(), batchId);
  if (!staged) throw new Error('a file taken in is not there');
  return ok(describe(writer(), staged));
}

function openTable(text: string): Promise<Result<ImportTable, ReadFileRefusal>> {
  return looksLikeJson(text) ? openJson(text) : openCsv(text);
}

/** A few chunks to a transaction: each transaction waits for the disk once. */
async function* inSlices(
  chunks: AsyncGenerator<readonly ImportRow[]>,
): AsyncGenerator<readonly ImportRow[]> {
  let slice: ImportRow[] = [];
  for await (const chunk of chunks) {
    if (slice.length + chunk.length > MOST_STAGED_AT_ONCE) {
      yield slice;
      slice = [];
    }
    slice.push(...chunk);
  }
  if (slice.length > 0) yield slice;
}

/** Throws away what a crash left of files that never came in whole. */
async function discardTorn(writer: () => Writer): Promise<void> {
  for (const batchId of listTornBatches(writer())) {
    while (writer().writeLocal((tx) => discardRows(tx, batchId))) await nextTurn();
  }
}

/** What a file is a file of: by its maker, else by which fields it has, else by how many. */
function targetOf(headers: readonly string[]): ImportTarget {
  const detected = detectSource(headers);
  if (detected) return detected.source.target;
  const guesses = IMPORT_TARGETS.map((target) => {
    const mapping = suggestMapping(headers, target);
    const lacking = missingFields(mapping, target, headers).length;
    return { target, lacking, mapped: Object.keys(mapping).length };
  });
  const whole = guesses.filter(({ lacking }) => lacking === 0);
  // Sales need the most columns, so a file that is whole as sales is one of sales.
  if (whole.some(({ target }) => target === 'sales')) return 'sales';
  const likely = whole.length > 0 ? whole : guesses.filter(({ target }) => target !== 'sales');
  return likely.toSorted((a, b) => b.mapped - a.mapped)[0]?.target ?? 'pieces';
}

function sourceOf(headers: readonly string[], target: ImportTarget): string | null {
  const detected = detectSource(headers);
  return detected?.source.target === target ? detected.source.id : null;
}

function describe(writer: Writer, staged: StagedBatch): StagedFile {
  const { batch, encoding, headers, mapping, rowCount, source } = staged;
  const sample = listRowsAfter(writer, staged, 0, SAMPLE_ROWS).map(({ row }) =>
    headers.map((header) => row.cells[header] ?? ''),
  );
  return {
    batchId: batch.batchId,
    fileName: batch.fileName,
    encoding,
    rowCount,
    headers,
    sample,
    target: batch.target,
    source,
    mapping: Object.fromEntries(
      Object.entries(mapping).flatMap(([field, header]) =>
        header === undefined ? [] : [[field, header] as const],
      ),
    ),
    fields: targetFields(batch.target).map(({ field, required }) => ({ field, required })),
  };
}
