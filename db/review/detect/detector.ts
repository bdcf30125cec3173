import type { ReviewDocument, ReviewKind } from '#shared/review/kinds.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { SubjectsOf } from '../touched-rows.ts';

/**
 * Looks for one kind of trouble. What it finds is a function of all facts about a subject, never of the one that came
 * last: the other half of a thing done twice may have been here for days.
 */
export interface Detector {
  readonly kind: ReviewKind;
  readonly subjectsOf: SubjectsOf;
  /** The documents that give cause, in a steady order; none when all is well. */
  find(db: ReadDb, subjectId: string): readonly ReviewDocument[];
  /** Subjects worth a look, out of everything. Reads whole tables: for the reader's connection, at night. */
  candidates(db: ReadDb): readonly string[];
}
