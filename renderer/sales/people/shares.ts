import type { StaffId } from '#shared/ids.ts';
import type { RatePpm } from '#shared/money.ts';
import type { SalesShare } from '#shared/sales/cart.ts';
import { WHOLE_PPM } from '../../app/percent.ts';

/** As many as one sale may count for. */
export const MOST_SHARES = 4;

/** One row of the form; a person or a share that is not chosen yet is undefined. */
export interface ShareRow {
  readonly key: string;
  readonly staffId: StaffId | undefined;
  readonly sharePpm: RatePpm | undefined;
}

export type SharesProblem = 'person' | 'twice' | 'share' | 'notWhole';

/** Even shares to the hundredth of a percent; what is left over is the first one's: 33.34, 33.33, 33.33. */
export function evenShares(count: number): readonly RatePpm[] {
  const step = 100;
  const even = Math.floor(WHOLE_PPM / count / step) * step;
  const first = WHOLE_PPM - even * (count - 1);
  return Array.from({ length: count }, (_, index) => (index === 0 ? first : even) as RatePpm);
}

/** The rows with even shares. */
export function sharedEvenly(rows: readonly ShareRow[]): readonly ShareRow[] {
  const shares = evenShares(rows.length);
  return rows.map((row, index) => ({ ...row, sharePpm: shares[index] }));
}

/** What the shares come to; a share that is not typed counts nothing. */
export function sumOfShares(rows: readonly ShareRow[]): number {
  return rows.reduce((sum, row) => sum + (row.sharePpm ?? 0), 0);
}

/** What keeps a sale from being shared so; undefined: nothing. */
export function sharesProblem(rows: readonly ShareRow[]): SharesProblem | undefined {
  const people = rows.map((row) => row.staffId);
  if (people.includes(undefined)) return 'person';
  if (new Set(people).size < people.length) return 'twice';
  if (rows.some(({ sharePpm }) => sharePpm === undefined || sharePpm === 0)) return 'share';
  return sumOfShares(rows) === WHOLE_PPM ? undefined : 'notWhole';
}

/** The shares as a cart holds them; undefined while something is wrong. */
export function sharesOf(rows: readonly ShareRow[]): readonly SalesShare[] | undefined {
  if (sharesProblem(rows) !== undefined) return undefined;
  return rows.flatMap(({ staffId, sharePpm }) =>
    staffId === undefined || sharePpm === undefined ? [] : [{ staffId, sharePpm }],
  );
}
