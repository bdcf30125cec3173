import { type BadRow, badRowsCsv } from '#electron/store/imports/csv-bad-rows.ts';
import { openCsv } from '#electron/store/imports/csv-table.ts';
import { decodeImport, type ImportEncoding } from '#electron/store/imports/read-file.ts';
import { readCustomerRow } from '#shared/imports/customer-row.ts';
import type { CustomerDraft, PieceDraft } from '#shared/imports/drafts.ts';
import type { ImportMapping, ImportRow, RowError, RowWarning } from '#shared/imports/import-row.ts';
import { readPieceRow } from '#shared/imports/piece-row.ts';
import { detectSource, suggestMapping } from '#shared/imports/sources.ts';
import {
  findCustomerTwice,
  findPieceTwice,
  noRowsSeen,
  type SeenRows,
} from '#shared/imports/twice-in-file.ts';

interface Reading<Draft> {
  readonly draft?: Draft;
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowWarning[];
}
type ReadRow<Draft> = (row: ImportRow, mapping: ImportMapping, seen: SeenRows) => Reading<Draft>;

/** A whole file as an import reads it, before anything is stored. */
export interface ReadExport<Draft> {
  readonly encoding: ImportEncoding;
  readonly source: string | undefined;
  readonly drafts: readonly Draft[];
  /** `3 tagPrice AMOUNT_NEGATIVE`: row, field, code. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly badRowsCsv: string;
}

export function readPieces(bytes: Uint8Array): Promise<ReadExport<PieceDraft>> {
  return readExport(bytes, 'pieces', (row, mapping, seen) => {
    const reading = readPieceRow(row, mapping);
    if (!reading.ok) return { errors: reading.errors, warnings: [] };
    const twice = findPieceTwice(seen, reading.piece, row.rowNumber);
    if (twice) return { errors: [twice], warnings: [] };
    return { draft: reading.piece, errors: [], warnings: reading.warnings };
  });
}

export function readCustomers(bytes: Uint8Array): Promise<ReadExport<CustomerDraft>> {
  return readExport(bytes, 'customers', (row, mapping, seen) => {
    const reading = readCustomerRow(row, mapping);
    if (!reading.ok) return { errors: reading.errors, warnings: [] };
    const { error, warnings } = findCustomerTwice(seen, reading.customer, row.rowNumber);
    if (error) return { errors: [error], warnings: [] };
    return { draft: reading.customer, errors: [], warnings: [...reading.warnings, ...warnings] };
  });
}

async function readExport<Draft>(
  bytes: Uint8Array,
  target: 'pieces' | 'customers',
  readRow: ReadRow<Draft>,
): Promise<ReadExport<Draft>> {
  const file = await decodeImport(bytes);
  if (!file.ok) throw new Error(file.refusal.code);
  const table = await openCsv(file.value.text);
  if (!table.ok) throw new Error(table.refusal.code);
  const { headers } = table.value;
  const mapping = suggestMapping(headers, target);
  const seen = noRowsSeen();
  const drafts: Draft[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  const badRows: BadRow[] = [];
  const say = (row: ImportRow, { field, code }: RowError | RowWarning) =>
    `${row.rowNumber} ${field} ${code}`;
  for await (const chunk of table.value.rows()) {
    for (const row of chunk) {
      const reading = readRow(row, mapping, seen);
      if (reading.draft) drafts.push(reading.draft);
      else badRows.push({ row, errors: reading.errors });
      errors.push(...reading.errors.map((error) => say(row, error)));
      warnings.push(...reading.warnings.map((warning) => say(row, warning)));
    }
  }
  return {
    encoding: file.value.encoding,
    source: detectSource(headers)?.source.id,
    drafts,
    errors,
    warnings,
    badRowsCsv: badRowsCsv(headers, badRows),
  };
}
