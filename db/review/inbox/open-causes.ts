import { inArray, sql } from 'drizzle-orm';
import { REVIEW_SUBJECTS, type ReviewKind } from '#shared/review/kinds.ts';
import { paymentResolution } from '../../sales/after-sale-tables.ts';
import { reviewCause, reviewResolution, reviewTask } from '../tables.ts';

/** Kinds that this program can say in words. */
export const isKnownKind = inArray(reviewTask.kind, Object.keys(REVIEW_SUBJECTS) as ReviewKind[]);

/** A cause that no resolution of its task covers. */
const uncovered = sql`not exists (
  select 1 from ${reviewResolution}, json_each(${reviewResolution.covers}) as covered
  where ${reviewResolution.storeId} = ${reviewCause.storeId}
    and ${reviewResolution.reviewTaskId} = ${reviewCause.reviewTaskId} and covered.value = ${reviewCause.id})`;

/** A payment that the close left open is settled by whoever finds out what became of it. */
const paymentKnown = sql`exists (
  select 1 from ${paymentResolution}
  where ${paymentResolution.storeId} = ${reviewCause.storeId} and ${paymentResolution.paymentId} = ${reviewCause.documentId})`;

/** I14: a cause is open until a resolution covers it, so that one which comes later opens its task again. */
export const isOpenCause = sql`(${uncovered} and not (
  ${reviewCause.documentKind} = 'payment' and ${paymentKnown}))`;

/** A task is open while one of its causes is. */
export const isOpenTask = sql`exists (
  select 1 from ${reviewCause}
  where ${reviewCause.storeId} = ${reviewTask.storeId} and ${reviewCause.reviewTaskId} = ${reviewTask.id}
    and ${isOpenCause})`;
