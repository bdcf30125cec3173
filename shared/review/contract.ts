import { z } from 'zod';
import { commandId, idOf, requiredText } from '../fields.ts';
import type { ReviewCauseId, ReviewTaskId, SaleId, StaffId } from '../ids.ts';
import type { Cents } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';
import type { BusinessDate } from '../time.ts';
import {
  REVIEW_OUTCOMES,
  type ReviewDocumentKind,
  type ReviewKind,
  type ReviewOutcome,
  type ReviewSubjectKind,
} from './kinds.ts';

/** No task has more causes than this in one resolution. */
export const MAX_REVIEW_CAUSES = 500;

export const resolveReviewTaskInput = z.object({
  commandId,
  reviewTaskId: idOf('reviewTask'),
  outcome: z.enum(REVIEW_OUTCOMES),
  reason: requiredText(500),
  /** The causes that the person saw. One that came meanwhile is not settled by them. */
  causeIds: z.array(idOf('reviewCause')).min(1).max(MAX_REVIEW_CAUSES),
});
export type ResolveReviewTaskInput = Omit<z.infer<typeof resolveReviewTaskInput>, 'commandId'>;

/** A document that gave cause, as staff know it. */
export interface ReviewCause {
  readonly causeId: ReviewCauseId;
  readonly documentKind: ReviewDocumentKind;
  readonly documentId: string;
  /** The number people read, of the document or of its sale; null until it has arrived. */
  readonly number: string | null;
  /** The sale to look at, where there is one. */
  readonly saleId: SaleId | null;
  readonly businessDate: BusinessDate | null;
  readonly atMs: number | null;
  readonly amountCents: Cents | null;
  /** True while no resolution covers it. */
  readonly open: boolean;
}

export interface ReviewResolution {
  readonly outcome: ReviewOutcome;
  readonly reason: string;
  readonly staffId: StaffId;
  readonly staffName: string;
  readonly businessDate: BusinessDate;
  readonly atMs: number;
}

export interface ReviewTask {
  readonly reviewTaskId: ReviewTaskId;
  readonly kind: ReviewKind;
  readonly subjectKind: ReviewSubjectKind;
  readonly subjectId: string;
  /** What staff know the subject by: stock number and description, receipt number, name; '' until it has arrived. */
  readonly subjectWords: string;
  readonly open: boolean;
  /** Oldest first. */
  readonly causes: readonly ReviewCause[];
  /** Newest first. */
  readonly resolutions: readonly ReviewResolution[];
  /** When the documents first gave cause, by their own times; null until one of them has arrived. */
  readonly firstSeenAtMs: number | null;
}

export interface ReviewInbox {
  /** Open ones first, the newest of them on top. */
  readonly tasks: readonly ReviewTask[];
  /** How many are open, beyond this page. */
  readonly openCount: number;
  readonly total: number;
}

export type ResolveReviewRefusal =
  | { readonly code: 'REVIEW_TASK_NOT_FOUND' }
  | { readonly code: 'REVIEW_CAUSE_NOT_FOUND' }
  /** Everything they saw is settled already. */
  | { readonly code: 'REVIEW_ALREADY_RESOLVED' };

export const reviewContract = {
  list: query(
    'review.read',
    z.object({
      limit: z.int().min(1).max(200).optional(),
      offset: z.int().min(0).max(1_000_000).optional(),
    }),
  ).output(found<ReviewInbox>()),
  /** For the mark on the screen's key. */
  countOpen: query('review.read', z.object({})).output(found<number>()),
  resolve: command('review.resolve', resolveReviewTaskInput).output(
    answer<{ readonly open: boolean }, ResolveReviewRefusal>(),
  ),
};
