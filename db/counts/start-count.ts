import { ok, refuse, type Result } from '#shared/result.ts';
import type { StartCountInput, StartCountRefusal } from '#shared/stock/counts/contract.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { isPlaceInUse } from '../stock/places/find-places.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { stockCountTable } from './tables.ts';

/**
 * Begins a count of the stock, or of a part of it, as of the midnight that this business date begins with. Nothing is
 * written down of what is expected: it follows from the movements, on every register. Refuses with `PLACE_NOT_FOUND`.
 */
export function startCount(
  tx: WriteTx,
  context: CommandContext,
  { countId, scope }: StartCountInput,
): Result<{ readonly number: string }, StartCountRefusal> {
  const { category, vendor, placeIds } = scope;
  if (placeIds.some((placeId) => !isPlaceInUse(tx, placeId)))
    return refuse({ code: 'PLACE_NOT_FOUND' });
  const number = tx.nextNumber('count');
  tx.insertFact(stockCountTable, {
    id: countId,
    number,
    scope: JSON.stringify({ category, vendor, placeIds: [...new Set(placeIds)].toSorted() }),
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  return ok({ number });
}
