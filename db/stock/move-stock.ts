import { eq, inArray, sql } from 'drizzle-orm';
import {
  isMovementPossible,
  type Movement,
  type StockMovementKind,
} from '#shared/stock/piece-status.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { pieceState, stockMovement, stockMovementTable } from './tables.ts';

export interface NewMovement extends Movement {
  readonly pieceId: string;
  /** `sale`, `import`; null where a person simply said so. */
  readonly documentKind: string | null;
  readonly documentId: string | null;
  readonly businessDate: string;
  /** In the words of who did it, where no document says why. */
  readonly reason?: string;
}

/**
 * Moves a piece: adds the fact and brings the piece's derived state up to it, by the rule of `statusAfter`. Answers the
 * id of the fact.
 * Quantity in thousandths, negative for what leaves the shop. Throws on a quantity with the wrong sign for its kind
 * and on a piece that is not there: both are bugs of the caller.
 */
export function moveStock(tx: WriteTx, context: CommandContext, movement: NewMovement): string {
  const id = context.newId('stockMovement');
  const staffId = context.actor?.staffId ?? null;
  putMovement(tx, { id, ...movement, staffId, atMs: context.nowMs });
  return id;
}

/** A movement with everything that its row says. */
export interface WholeMovement extends NewMovement {
  readonly id: string;
  readonly staffId: string | null;
  readonly atMs: number;
}

/** As `moveStock`, for a movement that is the same on whatever register it is made: its row follows from its document. */
export function putMovement(tx: WriteTx, movement: WholeMovement): void {
  const { pieceId, quantityThousandths } = movement;
  if (!isMovementPossible(movement)) {
    throw new RangeError(`${movement.kind} cannot move ${quantityThousandths}`);
  }
  tx.insertFact(stockMovementTable, { ...movement });
  const state = addToState(tx).get({ pieceId, quantityThousandths, storeId: tx.storeId });
  if (!state) throw new Error('a movement of a piece without state');
  tx.touch('piece_state');
}

/**
 * `statusAfter` by one step. The sums over what left are taken, all at once, only where nothing is left: goods counted by the
 * thousand have thousands of movements, and a sale of them must not read them all.
 */
const addToState = prepared((orm) => {
  const left = sql`${pieceState.quantityThousandths} + ${sql.placeholder('quantityThousandths')}`;
  const away = (...kinds: readonly StockMovementKind[]) =>
    sql`-sum(${stockMovement.quantityThousandths}) filter (where ${inArray(stockMovement.kind, kinds)})`;
  return orm
    .update(pieceState)
    .set({
      quantityThousandths: left,
      status: sql`case when ${left} > 0 then 'in_stock' else (
        select case when ${away('approval_out', 'approval_in')} > 0 then 'on_approval'
          when ${away('inspection_begun', 'inspection_passed')} > 0 then 'inspection'
          when ${away('sold', 'sale_voided', 'returned', 'return_voided')} > 0 then 'sold'
          when ${away('missing', 'found')} > 0 then 'missing'
          else 'removed' end
        from ${stockMovement} where ${stockMovement.storeId} = ${sql.placeholder('storeId')}
          and ${stockMovement.pieceId} = ${sql.placeholder('pieceId')}) end`,
    })
    .where(eq(pieceState.pieceId, sql.placeholder('pieceId')))
    .returning({ status: pieceState.status })
    .prepare();
});
