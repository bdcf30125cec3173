import type { SubjectsOf } from '../../review/touched-rows.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';

/** Rows that never travel: a pure function of the set of synced rows, made anew for whatever subject was touched. */
export interface Deriver {
  readonly subjectsOf: SubjectsOf;
  /** Makes the derived rows of one subject from all its synced rows, whatever was derived before. */
  rebuild(tx: WriteTx, subjectId: string): void;
}
