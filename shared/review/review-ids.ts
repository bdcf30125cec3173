import { v5 } from 'uuid';
import type { ReviewCauseId, ReviewTaskId } from '../ids.ts';
import type { ReviewDocument, ReviewKind } from './kinds.ts';

/** Fixed for ever: every register and the server name the same task by it. */
const REVIEW_NAMESPACE = '6f1c1d0e-6c0b-5b0a-9a53-3d0f4c7a2b11';

/**
 * I14: the id of a task is UUID version 5 of its kind and subject, so that two registers that find it apart open one.
 * Nothing of who found it, or when, is in it.
 */
export function reviewTaskId(kind: ReviewKind, subjectId: string): ReviewTaskId {
  return v5(`${kind}/${subjectId}`, REVIEW_NAMESPACE) as ReviewTaskId;
}

/** I14: the id of a cause is UUID version 5 of its task and document: found twice it is one, and a new one is new. */
export function reviewCauseId(
  reviewTaskId: ReviewTaskId,
  { documentKind, documentId }: ReviewDocument,
): ReviewCauseId {
  return v5(`${documentKind}/${documentId}`, reviewTaskId) as ReviewCauseId;
}
