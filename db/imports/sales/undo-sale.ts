import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { importedSaleUndoTable } from './tables.ts';

/** Takes a line of a past sale back by a fact of its own. Nobody can have changed it since: facts stand. */
export function undoImportedLine(tx: WriteTx, context: CommandContext, lineId: string): void {
  tx.insertFact(importedSaleUndoTable, {
    id: context.newId('imported-sale-undo'),
    importedSaleLineId: lineId,
    atMs: context.nowMs,
  });
}
