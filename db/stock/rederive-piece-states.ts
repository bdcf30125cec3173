import { sql } from 'drizzle-orm';
import {
  type PieceState,
  statusAfter,
  type StockMovementKind,
} from '#shared/stock/piece-status.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { pieceState, stockMovement } from './tables.ts';

export interface StateDifference {
  readonly pieceId: string;
  /** What the shop shows. */
  readonly kept: PieceState;
  /** What the movements say. */
  readonly derived: PieceState;
}

/**
 * Takes every piece's state anew from its movements and answers where the one kept beside it differs; none is right
 * (docs/rules.md, Stock: the nightly check). Changes nothing. Reads everything: for the reader's connection.
 */
export function rederivePieceStates(db: ReadDb): readonly StateDifference[] {
  const kept = new Map<string, PieceState>();
  for (const { pieceId, status, quantityThousandths } of keptStates(db).all()) {
    kept.set(pieceId, { status, quantityThousandths });
  }
  const sums = new Map<string, { kind: StockMovementKind; quantityThousandths: number }[]>();
  for (const { pieceId, kind, quantityThousandths } of movementSums(db).all()) {
    const movements = sums.get(pieceId) ?? [];
    movements.push({ kind, quantityThousandths });
    sums.set(pieceId, movements);
  }
  const differences: StateDifference[] = [];
  for (const [pieceId, state] of kept) {
    const derived = statusAfter(sums.get(pieceId) ?? []);
    if (!isSame(state, derived)) differences.push({ pieceId, kept: state, derived });
  }
  return differences;
}

function isSame(a: PieceState, b: PieceState): boolean {
  return a.status === b.status && a.quantityThousandths === b.quantityThousandths;
}

const keptStates = prepared((orm) => orm.select().from(pieceState).prepare());

/** Only sums decide, so the sum of each kind stands for its movements. */
const movementSums = prepared((orm) =>
  orm
    .select({
      pieceId: stockMovement.pieceId,
      kind: stockMovement.kind,
      quantityThousandths: sql<number>`sum(${stockMovement.quantityThousandths})`,
    })
    .from(stockMovement)
    .groupBy(stockMovement.pieceId, stockMovement.kind)
    .prepare(),
);
