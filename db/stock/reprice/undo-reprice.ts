import { ok, refuse, type Result } from '#shared/result.ts';
import {
  MOST_REPRICED,
  type UndoRepriceInput,
  type UndoRepriceRefusal,
} from '#shared/stock/reprice/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { findReprice, listStandingLines } from './find-reprice.ts';
import { insertReprice, naming, pieceNow, setPrice } from './reprice-pieces.ts';

/**
 * Gives pieces of a reprice the price they had before it, some hundred at a time: `left` says how many still wait for
 * the next command. The undo is a reprice of its own.
 *
 * Refuses with `REPRICE_CHANGED_SINCE`, naming the pieces, where a price was changed again or a piece is gone; with
 * `leaveChanged` those keep what they have. Refuses with `REPRICE_NOT_FOUND`, and with `REPRICE_UNDONE` where nothing
 * is left to undo.
 */
export function undoReprice(
  tx: WriteTx,
  context: CommandContext,
  input: Omit<UndoRepriceInput, 'commandId'> & { readonly businessDate: BusinessDate },
): Result<{ readonly done: number; readonly left: number }, UndoRepriceRefusal> {
  const { repriceId, undoId, leaveChanged, businessDate } = input;
  const document = findReprice(tx, repriceId);
  if (!document) return refuse({ code: 'REPRICE_NOT_FOUND' });
  const lines = listStandingLines(tx, repriceId).map((line) => ({
    ...line,
    now: pieceNow(tx, line.pieceId),
  }));
  const standing = lines.flatMap(({ now, ...line }) =>
    now && now.tagPriceCents === line.toCents ? [{ ...line, now }] : [],
  );
  if (standing.length < lines.length && !leaveChanged) {
    const changed = lines.filter(({ now, toCents }) => now?.tagPriceCents !== toCents);
    const numbers = changed.map(({ now }) => now?.stockNumber ?? '?');
    return refuse({ code: 'REPRICE_CHANGED_SINCE', ...naming(numbers) });
  }
  if (standing.length === 0) return refuse({ code: 'REPRICE_UNDONE' });
  if (!findReprice(tx, undoId)) {
    const made = { repriceId: undoId, stored: document.rule, undoesId: repriceId };
    insertReprice(tx, context, { ...made, pieceCount: standing.length, businessDate });
  }
  const turn = standing.slice(0, MOST_REPRICED);
  for (const { pieceId, now, fromCents } of turn)
    setPrice(tx, context, undoId, pieceId, now, fromCents);
  return ok({ done: turn.length, left: standing.length - turn.length });
}
