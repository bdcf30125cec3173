import { v5 } from 'uuid';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CountedPiece, CountOutcome } from '#shared/stock/counts/classify-piece.ts';
import type { CloseCountInput, CloseCountRefusal } from '#shared/stock/counts/contract.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { putMovement } from '../stock/move-stock.ts';
import { isPlaceInUse } from '../stock/places/find-places.ts';
import { pieceTable } from '../stock/tables.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { figuresOf } from './count-figures.ts';
import { countPieces } from './count-pieces.ts';
import { type CountRecord, findCountClose, findCountRow } from './find-count.ts';
import { postCountJournal } from './post-count-journal.ts';
import { countCloseTable, countLineTable } from './tables.ts';

/** As many lines as fit a changeset with their movements. */
export const MOST_LINES = 150;

const WRITTEN: ReadonlySet<CountOutcome> = new Set([
  'missing',
  'difference',
  'wrong_place',
  'unexpected',
  'outside',
]);

/**
 * Books the next lines of a count that is being closed: what is missing leaves the stock and the books at its cost as of
 * midnight, in one transaction. Called again until `left` is 0; whoever goes on after a crash books nothing twice, and
 * two registers that close apart make the same movements, which are then one.
 *
 * Refuses with `COUNT_NOT_FOUND`, `COUNT_CLOSED`, and with `COUNT_CHANGED` when more or less is missing than the person
 * saw.
 */
export function bookCountLines(
  tx: WriteTx,
  context: CommandContext,
  { countId, missing, keepPlaces, closeId }: CloseCountInput & { readonly closeId: string },
): Result<{ readonly booked: number; readonly left: number }, CloseCountRefusal> {
  const count = findCountRow(tx, countId);
  if (!count) return refuse({ code: 'COUNT_NOT_FOUND' });
  if (findCountClose(tx, countId)) return refuse({ code: 'COUNT_CLOSED', number: count.number });
  const lines = countPieces(tx, count);
  const now = lines.filter(({ outcome }) => outcome === 'missing').length;
  if (now !== missing) return refuse({ code: 'COUNT_CHANGED', missing: now });
  const open = lines.filter(
    (line) => WRITTEN.has(line.outcome) && !lineOf(tx).get(tx.storeId, countId, line.pieceId),
  );
  const part = open.slice(0, MOST_LINES);
  for (const line of part) bookLine(tx, context, count, line, { closeId, keepPlaces });
  if (part.length > 0) postCountJournal(tx, countId);
  return ok({ booked: part.length, left: open.length - part.length });
}

/** Writes the end of a count whose lines are all booked, with its figures as they are now. Refuses with `COUNT_CLOSED`. */
export function endCount(
  tx: WriteTx,
  context: CommandContext,
  { countId, closeId }: { readonly countId: string; readonly closeId: string },
): Result<{ readonly booked: number }, CloseCountRefusal> {
  const count = findCountRow(tx, countId);
  if (!count) return refuse({ code: 'COUNT_NOT_FOUND' });
  if (findCountClose(tx, countId)) return refuse({ code: 'COUNT_CLOSED', number: count.number });
  const lineCount = linesOf(tx).get({ storeId: tx.storeId, countId })?.n ?? 0;
  tx.insertFact(countCloseTable, {
    id: closeId,
    countId,
    figures: JSON.stringify(figuresOf(tx, count, countPieces(tx, count))),
    lineCount,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  return ok({ booked: lineCount });
}

function bookLine(
  tx: WriteTx,
  context: CommandContext,
  count: CountRecord,
  line: CountedPiece,
  { closeId, keepPlaces }: { readonly closeId: string; readonly keepPlaces: boolean },
): void {
  const { pieceId, outcome, quantityThousandths, placeId } = line;
  const moves = outcome === 'missing' || outcome === 'difference';
  const movementId = moves ? v5(`${pieceId}/${quantityThousandths}`, count.id) : null;
  if (movementId !== null && !movementById(tx).get(tx.storeId, movementId))
    putMovement(tx, {
      id: movementId,
      pieceId,
      kind: quantityThousandths < 0 ? 'missing' : 'found',
      quantityThousandths,
      documentKind: 'stock_count',
      documentId: count.id,
      // Nothing of who closed it, or when: the same fact on every register.
      staffId: null,
      businessDate: count.businessDate,
      atMs: count.atMs,
    });
  tx.insertFact(countLineTable, {
    id: context.newId('countLine'),
    countId: count.id,
    countCloseId: closeId,
    movementId,
    pieceId,
    outcome,
    status: line.status,
    quantityThousandths,
    costCents: line.costCents,
    owned: line.owned ? 1 : 0,
    homePlaceId: line.homePlaceId,
    placeId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
  });
  if (keepPlaces && outcome === 'wrong_place' && placeId !== null && isPlaceInUse(tx, placeId))
    tx.setFields(pieceTable, pieceId, { placeId });
}

const lineOf = prepared(({ $client }) =>
  $client.prepare<[string, string, string], { id: string }>(
    'select id from count_line where store_id = ? and +count_id = ? and piece_id = ?',
  ),
);

const movementById = prepared(({ $client }) =>
  $client.prepare<[string, string], { id: string }>(
    'select id from stock_movement where store_id = ? and id = ?',
  ),
);

const linesOf = prepared(({ $client }) =>
  $client.prepare<[object], { n: number }>(
    'select count(distinct piece_id) as n from count_line where store_id = @storeId and count_id = @countId',
  ),
);
