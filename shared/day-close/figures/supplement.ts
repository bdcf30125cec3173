import { type JournalRow, reversed, totalsByAccount } from '../../journal/journal-row.ts';

export interface ClosedBooks {
  /** Totals by account as the Z froze them. */
  readonly frozen: readonly JournalRow[];
  /** The deltas of the supplements that were made since. */
  readonly supplements: readonly (readonly JournalRow[])[];
  /** The journals of the day's documents as they are now, or their totals. */
  readonly now: readonly (readonly JournalRow[])[];
}

/**
 * The delta journal of a closed day: what its documents come to now, less what the Z and its supplements have told. No
 * rows: nothing came late, and there is no supplement to make. M2: the rows sum to 0, as both sides do; frozen totals
 * that do not are a broken Z, and throw.
 */
export function supplementRows({ frozen, supplements, now }: ClosedBooks): readonly JournalRow[] {
  const told = totalsByAccount([frozen, ...supplements]);
  const rows = totalsByAccount([...now, reversed(told)]);
  const offCents = rows.reduce((sum, row) => sum + row.amountCents, 0);
  if (offCents !== 0) throw new Error(`a supplement is off by ${offCents} cents`);
  return rows;
}

/** `Z1-31-2`: the second supplement of `Z1-31`. */
export function supplementNumber(dayCloseNumber: string, k: number): string {
  return `${dayCloseNumber}-${k}`;
}
