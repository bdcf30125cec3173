/** Where a piece is: one place at a time, changed only by a document (docs/rules.md, Stock). Later documents add to the list. */
export const PIECE_STATUSES = [
  'in_stock',
  'on_approval',
  'inspection',
  'sold',
  'missing',
  'removed',
] as const;
export type PieceStatus = (typeof PIECE_STATUSES)[number];

/** Why a piece moved. A later document adds its kind here and its sign below. */
export const STOCK_MOVEMENT_KINDS = [
  'received',
  'imported',
  'import_undone',
  'adjusted',
  'sold',
  'sale_voided',
  'returned',
  'return_voided',
  'inspection_begun',
  'inspection_passed',
  'approval_out',
  'approval_in',
  'missing',
  'found',
] as const;
export type StockMovementKind = (typeof STOCK_MOVEMENT_KINDS)[number];

/** A movement as far as it decides where the piece is. What leaves the shop is negative, so that balances are sums. */
export interface Movement {
  readonly kind: StockMovementKind;
  readonly quantityThousandths: number;
}

export interface PieceState {
  readonly status: PieceStatus;
  readonly quantityThousandths: number;
}

const SIGNS: Readonly<Record<StockMovementKind, 1 | -1 | 0>> = {
  received: 1,
  imported: 1,
  import_undone: -1,
  adjusted: 0,
  sold: -1,
  sale_voided: 1,
  returned: 1,
  return_voided: -1,
  inspection_begun: -1,
  inspection_passed: 1,
  approval_out: -1,
  approval_in: 1,
  missing: -1,
  found: 1,
};

/** The place outside the case that a movement leads to, or back from. */
export const PLACES: Readonly<
  Partial<Record<StockMovementKind, Exclude<PieceStatus, 'in_stock' | 'removed'>>>
> = {
  sold: 'sold',
  sale_voided: 'sold',
  returned: 'sold',
  return_voided: 'sold',
  inspection_begun: 'inspection',
  inspection_passed: 'inspection',
  approval_out: 'on_approval',
  approval_in: 'on_approval',
  missing: 'missing',
  found: 'missing',
};

/** True when the quantity has the sign of its kind: only an adjustment goes both ways, and nothing moves nothing. */
export function isMovementPossible({ kind, quantityThousandths }: Movement): boolean {
  if (!Number.isSafeInteger(quantityThousandths) || quantityThousandths === 0) return false;
  return SIGNS[kind] === 0 || Math.sign(quantityThousandths) === SIGNS[kind];
}

/**
 * Where a piece is after all its movements: in stock while some of it is left; else with a customer on approval, being
 * looked at, sold, or missing, whichever holds more than came back from it; else removed. Only sums decide, so the movements of
 * two registers give the same answer in every order of arrival (docs/rules.md, The log). A piece sold twice has a
 * quantity below zero. Quantity in thousandths.
 */
export function statusAfter(movements: Iterable<Movement>): PieceState {
  let quantityThousandths = 0;
  const away = { on_approval: 0, inspection: 0, sold: 0, missing: 0 };
  for (const movement of movements) {
    quantityThousandths += movement.quantityThousandths;
    const place = PLACES[movement.kind];
    if (place) away[place] -= movement.quantityThousandths;
  }
  if (quantityThousandths > 0) return { status: 'in_stock', quantityThousandths };
  const place = AWAY_PLACES.find((each) => away[each] > 0);
  return { status: place ?? 'removed', quantityThousandths };
}

/** A piece that is in two places at once stands where it can be fetched back from first; one that was sold is not missing. */
const AWAY_PLACES = ['on_approval', 'inspection', 'sold', 'missing'] as const;
