import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ReviewCauseId, ReviewTaskId, SaleId, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type {
  ReviewCause,
  ReviewInbox,
  ReviewResolution,
  ReviewTask,
} from '#shared/review/contract.ts';
import {
  REVIEW_DOCUMENTS,
  REVIEW_OUTCOMES,
  REVIEW_SUBJECTS,
  type ReviewKind,
  TROUBLE_ALONE,
} from '#shared/review/kinds.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findStaff } from '../../staff/find-staff.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { reviewCause, reviewResolution, reviewTask } from '../tables.ts';
import { findDocument } from './document-facts.ts';
import { isKnownKind, isOpenTask, isOpenCause } from './open-causes.ts';
import { subjectWords } from './subject-words.ts';

export interface ListReviewTasksInput {
  /** 50 where it is left out. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * The review inbox: open tasks first, the newest trouble on top; then the settled ones, the latest first. Tasks of a
 * kind that only a newer program knows are left to it.
 */
export function listReviewTasks(
  db: ReadDb,
  { limit = 50, offset = 0 }: ListReviewTasksInput = {},
): ReviewInbox {
  const { openCount = 0, total = 0 } = counts(db).get({ storeId: db.storeId }) ?? {};
  // The open ones are few, and only their documents tell which is the newest.
  const open = openTasks(db)
    .all({ storeId: db.storeId })
    .map((row) => taskOf(db, row))
    .toSorted((a, b) => (b.firstSeenAtMs ?? Infinity) - (a.firstSeenAtMs ?? Infinity));
  const shown = open.slice(offset, offset + limit);
  const settled = settledTasks(db).all({
    storeId: db.storeId,
    limit: limit - shown.length,
    offset: Math.max(0, offset - open.length),
  });
  return { tasks: [...shown, ...settled.map((row) => taskOf(db, row))], openCount, total };
}

/** How many tasks wait for somebody. */
export function countOpenReviewTasks(db: ReadDb): number {
  return counts(db).get({ storeId: db.storeId })?.openCount ?? 0;
}

interface TaskRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly open: number;
}

function taskOf(db: ReadDb, { id, kind: stored, subjectId, open }: TaskRow): ReviewTask {
  const kind = stored as ReviewKind;
  const subjectKind = REVIEW_SUBJECTS[kind];
  const causes = causesOf(db, id);
  const resolutions = resolutionsOf(db).all({ storeId: db.storeId, taskId: id });
  return {
    reviewTaskId: id as ReviewTaskId,
    kind,
    subjectKind,
    // The code itself would let anybody who reads the inbox spend the card.
    subjectId: subjectKind === 'gift_card_code' ? '' : subjectId,
    subjectWords: subjectWords(db, subjectKind, subjectId),
    open: open === 1,
    causes,
    resolutions: resolutions.map((row) => resolutionOf(db, row)),
    firstSeenAtMs: firstSeen(kind, causes),
  };
}

function causesOf(db: ReadDb, taskId: string): readonly ReviewCause[] {
  const rows = taskCauses(db).all({ storeId: db.storeId, taskId });
  return rows
    .map(({ id, documentKind: stored, documentId, open }): ReviewCause => {
      const documentKind = REVIEW_DOCUMENTS.find((each) => each === stored) ?? 'sale';
      const facts = findDocument(db, { documentKind, documentId });
      return {
        causeId: id as ReviewCauseId,
        documentKind,
        documentId,
        number: facts?.number ?? null,
        saleId: (facts?.saleId ?? null) as SaleId | null,
        businessDate: (facts?.businessDate ?? null) as BusinessDate | null,
        atMs: facts?.atMs ?? null,
        amountCents: (facts?.amountCents ?? null) as Cents | null,
        open: open === 1,
      };
    })
    .toSorted((a, b) => (a.atMs ?? Infinity) - (b.atMs ?? Infinity));
}

/** A thing done twice is trouble from the second time on, by the documents' own times. */
function firstSeen(kind: ReviewKind, causes: readonly ReviewCause[]): number | null {
  const times = causes.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return times[TROUBLE_ALONE.has(kind) ? 0 : Math.min(1, times.length - 1)] ?? null;
}

function resolutionOf(
  db: ReadDb,
  row: ReturnType<ReturnType<typeof resolutionsOf>['all']>[number],
): ReviewResolution {
  return {
    outcome: REVIEW_OUTCOMES.find((each) => each === row.outcome) ?? 'accepted',
    reason: row.reason,
    staffId: row.staffId as StaffId,
    staffName: findStaff(db, row.staffId)?.name ?? '',
    businessDate: row.businessDate as BusinessDate,
    atMs: row.atMs,
  };
}

const ownTask = and(eq(reviewTask.storeId, sql.placeholder('storeId')), isKnownKind);

const counts = prepared((orm) =>
  orm
    .select({
      total: sql<number>`count(*)`,
      openCount: sql<number>`coalesce(sum(${isOpenTask}), 0)`,
    })
    .from(reviewTask)
    .where(ownTask)
    .prepare(),
);

const openTasks = prepared((orm) =>
  orm
    .select({
      id: reviewTask.id,
      kind: reviewTask.kind,
      subjectId: reviewTask.subjectId,
      open: sql<number>`1`,
    })
    .from(reviewTask)
    .where(and(ownTask, isOpenTask))
    .orderBy(asc(reviewTask.id))
    .prepare(),
);

const settledTasks = prepared((orm) =>
  orm
    .select({
      id: reviewTask.id,
      kind: reviewTask.kind,
      subjectId: reviewTask.subjectId,
      open: sql<number>`0`,
    })
    .from(reviewTask)
    .where(and(ownTask, sql`not ${isOpenTask}`))
    .orderBy(
      sql`(select max(${reviewResolution.atMs}) from ${reviewResolution}
        where ${reviewResolution.storeId} = ${reviewTask.storeId} and ${reviewResolution.reviewTaskId} = ${reviewTask.id}) desc`,
      asc(reviewTask.id),
    )
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const taskCauses = prepared((orm) =>
  orm
    .select({
      id: reviewCause.id,
      documentKind: reviewCause.documentKind,
      documentId: reviewCause.documentId,
      open: sql<number>`${isOpenCause}`,
    })
    .from(reviewCause)
    .where(
      and(
        eq(reviewCause.storeId, sql.placeholder('storeId')),
        eq(reviewCause.reviewTaskId, sql.placeholder('taskId')),
      ),
    )
    .orderBy(asc(reviewCause.id))
    .prepare(),
);

const resolutionsOf = prepared((orm) =>
  orm
    .select()
    .from(reviewResolution)
    .where(
      and(
        eq(reviewResolution.storeId, sql.placeholder('storeId')),
        eq(reviewResolution.reviewTaskId, sql.placeholder('taskId')),
      ),
    )
    .orderBy(desc(reviewResolution.atMs), desc(reviewResolution.id))
    .prepare(),
);
