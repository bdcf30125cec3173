import { findCustomerBrief } from '#db/customers/find-customer.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { type DoneRow, listDoneRowsBefore, type StagedBatch } from '#db/imports/find-batch.ts';
import { setBatchState } from '#db/imports/stage-file.ts';
import { undoRow } from '#db/imports/undo-row.ts';
import { findPieceRow } from '#db/stock/find-piece.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { UndoneImport } from '#shared/imports/contract.ts';
import type { ImportPace } from './import-pace.ts';
import { rowCommandId } from './row-command-id.ts';
import type { NewImportContext } from './run-import.ts';

const MOST_NAMED = 100;

/**
 * Takes a batch back from its last row to its first, in slices between sales. Each row is a command of its own with
 * an id that follows from batch and row, so that an undo cut short by a crash is done again without doing more.
 */
export async function undoImport(
  writer: () => Writer,
  staged: StagedBatch,
  newContext: NewImportContext,
  pace: ImportPace,
): Promise<UndoneImport> {
  const { batchId } = staged.batch;
  const counts = { removed: 0, restored: 0, kept: 0 };
  const kept: { readonly row: number; readonly title: string }[] = [];
  let beforeRow = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = listDoneRowsBefore(writer(), batchId, beforeRow, pace.rows);
    const last = rows.at(-1);
    if (!last) break;
    const results = writer().writeMany(
      rows.map((row) => stepOf(writer(), staged, newContext, row)),
    );
    for (const [index, result] of results.entries()) {
      if (!result.ok) throw new Error(`an undo was refused: ${result.refusal.code}`);
      counts[result.value] += 1;
      const row = rows[index];
      if (result.value === 'kept' && row && kept.length < MOST_NAMED)
        kept.push({ row: row.rowNumber, title: titleOf(writer(), row.subjectId) });
    }
    beforeRow = last.rowNumber;
    await pace.giveWay();
  }
  writer().writeLocal((tx) => setBatchState(tx, batchId, 'undone'));
  return {
    removedCount: counts.removed,
    restoredCount: counts.restored,
    keptCount: counts.kept,
    kept: kept.toReversed(),
  };
}

/** The piece or customer in words a person can look for; '' for who has been archived since. */
function titleOf(writer: Writer, subjectId: string): string {
  const piece = findPieceRow(writer, subjectId);
  if (piece) return `${piece.stockNumber} ${piece.description}`;
  return findCustomerBrief(writer, subjectId)?.name ?? '';
}

function stepOf(
  writer: Writer,
  { batch: { batchId, target } }: StagedBatch,
  newContext: NewImportContext,
  row: DoneRow,
) {
  const context = newContext(rowCommandId(batchId, 'undo', row.rowNumber), batchId);
  const businessDate = businessDateNow(writer, context.register.registerId, context.nowMs);
  return {
    context,
    input: { row: row.rowNumber },
    body: (tx: WriteTx) => undoRow(tx, context, { batchId, target, row, businessDate }),
  };
}
