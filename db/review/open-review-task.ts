import { and, eq, sql } from 'drizzle-orm';
import type { ReviewTaskId } from '#shared/ids.ts';
import { REVIEW_SUBJECTS, type ReviewFinding } from '#shared/review/kinds.ts';
import { reviewCauseId, reviewTaskId } from '#shared/review/review-ids.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { reviewCause, reviewCauseTable, reviewTask, reviewTaskTable } from './tables.ts';

/** How ids of tasks and causes follow from what they are about. */
export interface ReviewIds {
  readonly ofTask: typeof reviewTaskId;
  readonly ofCause: typeof reviewCauseId;
}

export const REVIEW_IDS: ReviewIds = { ofTask: reviewTaskId, ofCause: reviewCauseId };

/**
 * I14: opens the task of a finding, or adds to it what is new. A task with a cause that no resolution covers is open,
 * so a new cause opens a settled one again. What is known already is left alone and makes no op.
 */
export function openReviewTask(
  tx: WriteTx,
  { kind, subjectId, causes }: ReviewFinding,
  ids: ReviewIds = REVIEW_IDS,
): { readonly reviewTaskId: ReviewTaskId; readonly newCauses: number } {
  const taskId = ids.ofTask(kind, subjectId);
  if (!taskById(tx).get({ storeId: tx.storeId, id: taskId })) {
    const subjectKind = REVIEW_SUBJECTS[kind];
    tx.insertFact(reviewTaskTable, { id: taskId, kind, subjectKind, subjectId });
  }
  let newCauses = 0;
  for (const document of causes) {
    const id = ids.ofCause(taskId, document);
    if (causeById(tx).get({ storeId: tx.storeId, id })) continue;
    tx.insertFact(reviewCauseTable, { id, reviewTaskId: taskId, ...document });
    newCauses += 1;
  }
  return { reviewTaskId: taskId, newCauses };
}

const taskById = prepared((orm) =>
  orm
    .select({ id: reviewTask.id })
    .from(reviewTask)
    .where(
      and(
        eq(reviewTask.storeId, sql.placeholder('storeId')),
        eq(reviewTask.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const causeById = prepared((orm) =>
  orm
    .select({ id: reviewCause.id })
    .from(reviewCause)
    .where(
      and(
        eq(reviewCause.storeId, sql.placeholder('storeId')),
        eq(reviewCause.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
