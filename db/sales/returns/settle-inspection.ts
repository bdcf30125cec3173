import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  InspectionRefusal,
  PassInspectionInput,
  WriteOffInput,
} from '#shared/sales/returns/contract.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { moveStock } from '../../stock/move-stock.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { waitingOf } from './inspections.ts';
import { postWriteOffJournal } from './post-write-off-journal.ts';

/**
 * A piece that came back was looked at and is good: it is in stock again. Refuses with `INSPECTION_NOT_FOUND` where less
 * of it waits than that, because somebody else has looked at it since.
 */
export function passInspection(
  tx: WriteTx,
  context: CommandContext,
  input: PassInspectionInput,
): Result<null, InspectionRefusal> {
  const leftThousandths = waitingOf(tx, input.pieceId, input.saleId);
  if (input.quantityThousandths > leftThousandths)
    return refuse({ code: 'INSPECTION_NOT_FOUND', leftThousandths });
  moveStock(tx, context, { ...documentOf(tx, context, input), kind: 'inspection_passed' });
  return ok(null);
}

/**
 * A piece that came back cannot be sold again: it leaves the stock, with the words that say why, and the books at what it
 * had cost. Refuses as `passInspection` does.
 */
export function writeOff(
  tx: WriteTx,
  context: CommandContext,
  input: WriteOffInput,
): Result<null, InspectionRefusal> {
  const passed = passInspection(tx, context, input);
  if (!passed.ok) return passed;
  const { quantityThousandths, ...document } = documentOf(tx, context, input);
  const movementId = moveStock(tx, context, {
    ...document,
    kind: 'adjusted',
    quantityThousandths: 0 - quantityThousandths,
    reason: input.reason,
  });
  postWriteOffJournal(tx, movementId);
  return ok(null);
}

/** Under the ticket by which it came back: that is where its cost is written down. */
function documentOf(
  tx: WriteTx,
  { register, nowMs }: CommandContext,
  { pieceId, saleId, quantityThousandths }: PassInspectionInput,
) {
  return {
    pieceId,
    quantityThousandths: quantityThousandths as number,
    documentKind: 'sale',
    documentId: saleId,
    businessDate: businessDateNow(tx, register.registerId, nowMs),
  };
}
