import { listRowsAfter, type StagedBatch, type StagedRow } from '#db/imports/find-batch.ts';
import { noteErrors } from '#db/imports/mark-row.ts';
import { planCustomer } from '#db/imports/plan-customer.ts';
import { findImportedLine } from '#db/imports/sales/find-imported-line.ts';
import { planPiece } from '#db/imports/plan-piece.ts';
import type { Writer } from '#db/write-path/writer.ts';
import { customerName } from '#shared/customers/customer-name.ts';
import type { DryRun, ImportProblem } from '#shared/imports/contract.ts';
import { type FieldChange, rowOutcome } from '#shared/imports/diff-draft.ts';
import type { ImportMapping, RowProblem } from '#shared/imports/import-row.ts';
import { type DraftedRow, DraftReader } from './draft-rows.ts';
import type { ImportPace } from './import-pace.ts';

/** More says no more on a screen; the file of bad rows has all. */
const MOST_SHOWN = 100;

interface Findings {
  newCount: number;
  changedCount: number;
  skippedCount: number;
  errorCount: number;
  warningCount: number;
  readonly errors: ImportProblem[];
  readonly warnings: ImportProblem[];
  readonly changes: DryRun['changes'][number][];
  readonly newSample: string[];
}

/**
 * Says what an import would do and does none of it, in slices between sales. What is wrong with a row is written
 * beside the row for the file of bad rows. Rows that repeat each other without a key are planned one by one, so a
 * run may skip the second where this counts two new ones.
 */
export async function dryRunImport(
  writer: () => Writer,
  staged: StagedBatch,
  mapping: ImportMapping,
  pace: ImportPace,
): Promise<DryRun> {
  const reader = new DraftReader(staged, mapping);
  const findings: Findings = {
    newCount: 0,
    changedCount: 0,
    skippedCount: 0,
    errorCount: 0,
    warningCount: 0,
    errors: [],
    warnings: [],
    changes: [],
    newSample: [],
  };
  let afterRow = 0;
  for (;;) {
    const rows = listRowsAfter(writer(), staged, afterRow, pace.rows);
    const last = rows.at(-1);
    if (!last) return findings;
    const drafted = rows.map((row) => ({ row, drafted: reader.read(row.row) }));
    for (const each of drafted) addFinding(findings, writer(), staged, reader, each);
    noteBadRows(writer(), staged, drafted);
    afterRow = last.row.rowNumber;
    await pace.giveWay();
  }
}

interface Drafted {
  readonly row: StagedRow;
  readonly drafted: DraftedRow;
}

function addFinding(
  findings: Findings,
  writer: Writer,
  { source }: StagedBatch,
  { mapping }: DraftReader,
  { row, drafted }: Drafted,
): void {
  const { rowNumber } = row.row;
  if (drafted.kind === 'bad') {
    findings.errorCount += 1;
    show(findings.errors, problemsOf(rowNumber, drafted.errors));
    return;
  }
  findings.warningCount += drafted.warnings.length;
  show(findings.warnings, problemsOf(rowNumber, drafted.warnings));
  const { title, changes } = planOf(writer, drafted, { source, mapping });
  const outcome = rowOutcome(changes);
  if (outcome === 'created') {
    findings.newCount += 1;
    show(findings.newSample, [title]);
  } else if (outcome === 'changed') {
    findings.changedCount += 1;
    show(findings.changes, [{ row: rowNumber, title, fields: changes ?? [] }]);
  } else findings.skippedCount += 1;
}

function planOf(
  writer: Writer,
  drafted: Exclude<DraftedRow, { readonly kind: 'bad' }>,
  terms: { readonly source: string | null; readonly mapping: ImportMapping },
): { readonly title: string; readonly changes: readonly FieldChange[] | undefined } {
  if (drafted.kind === 'piece') {
    const { draft } = drafted;
    const { existing, changes } = planPiece(writer, draft, terms);
    const title = `${draft.stockNumber} ${draft.description}`;
    return { title, changes: existing && changes };
  }
  if (drafted.kind === 'sale') {
    const { draft, sameBefore } = drafted;
    const isThere = findImportedLine(writer, draft, sameBefore, terms.source) !== undefined;
    const title = `${draft.saleNumber} ${draft.description}`;
    return { title, changes: isThere ? [] : undefined };
  }
  const { draft } = drafted;
  const { existing, changes } = planCustomer(writer, draft, terms);
  return { title: customerName({ company: '', ...draft }), changes: existing && changes };
}

function problemsOf(
  row: number,
  problems: readonly RowProblem<string>[],
): readonly ImportProblem[] {
  return problems.map(({ field, code, value, firstRowNumber }) => ({
    row,
    field,
    code,
    value,
    ...(firstRowNumber !== undefined && { firstRow: firstRowNumber }),
  }));
}

function show<Item>(shown: Item[], more: readonly Item[]): void {
  shown.push(...more.slice(0, MOST_SHOWN - shown.length));
}

/** Only where it differs from the dry run before: most rows have nothing wrong, and stay untouched. */
function noteBadRows(writer: Writer, { batch }: StagedBatch, drafted: readonly Drafted[]): void {
  const noted = drafted
    .map((each) => ({ ...each, errors: errorsOf(each.drafted) }))
    .filter(({ row, errors }) => row.outcome === null && row.errors !== errors);
  if (noted.length === 0) return;
  writer.writeLocal((tx) => {
    for (const { row, errors } of noted) {
      noteErrors(tx, { batchId: batch.batchId, rowNumber: row.row.rowNumber }, errors);
    }
  });
}

function errorsOf(drafted: DraftedRow): string | null {
  return drafted.kind === 'bad' ? JSON.stringify(drafted.errors) : null;
}
