import { type JournalRow, reversed, totalsByAccount } from './journal-row.ts';

/**
 * The journal of a void: the exact opposite of all that was booked for the sale until then. `journals` are those of the
 * sale itself and of what followed it (corrections, resolutions, a delivery), so that afterwards nothing of it stands on
 * any account. M2.
 */
export function postVoid(journals: readonly (readonly JournalRow[])[]): readonly JournalRow[] {
  return reversed(totalsByAccount(journals));
}
