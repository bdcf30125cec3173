import { and, eq, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { ResolveReviewRefusal, ResolveReviewTaskInput } from '#shared/review/contract.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { isOpenCause } from './inbox/open-causes.ts';
import { reviewCause, reviewResolutionTable } from './tables.ts';

/**
 * Settles a task by what people found out: a fact beside the others, which stand as they are. It covers the causes that
 * the person saw; one that came meanwhile, or comes later, keeps the task open or opens it again. Answers whether it is.
 *
 * Refuses with `REVIEW_TASK_NOT_FOUND`, with `REVIEW_CAUSE_NOT_FOUND` for a cause of another task, and with
 * `REVIEW_ALREADY_RESOLVED` when nothing that they saw is open any more.
 */
export function resolveReviewTask(
  tx: WriteTx,
  context: CommandContext,
  { reviewTaskId, outcome, reason, causeIds }: ResolveReviewTaskInput,
): Result<{ readonly open: boolean }, ResolveReviewRefusal> {
  const causes = causesOf(tx).all({ storeId: tx.storeId, reviewTaskId });
  if (causes.length === 0) return refuse({ code: 'REVIEW_TASK_NOT_FOUND' });
  const seen = new Set<string>(causeIds);
  const known = causes.filter(({ id }) => seen.has(id));
  if (known.length < seen.size) return refuse({ code: 'REVIEW_CAUSE_NOT_FOUND' });
  if (known.every((cause) => cause.open === 0)) return refuse({ code: 'REVIEW_ALREADY_RESOLVED' });
  tx.insertFact(reviewResolutionTable, {
    id: context.newId('reviewResolution'),
    reviewTaskId,
    outcome,
    reason,
    covers: JSON.stringify([...seen].toSorted()),
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  return ok({ open: causes.some((cause) => cause.open === 1 && !seen.has(cause.id)) });
}

const causesOf = prepared((orm) =>
  orm
    .select({ id: reviewCause.id, open: sql<number>`${isOpenCause}` })
    .from(reviewCause)
    .where(
      and(
        eq(reviewCause.storeId, sql.placeholder('storeId')),
        eq(reviewCause.reviewTaskId, sql.placeholder('reviewTaskId')),
      ),
    )
    .prepare(),
);
