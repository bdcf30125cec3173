import type { ReviewFinding } from '#shared/review/kinds.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { openReviewTask, REVIEW_IDS, type ReviewIds } from './open-review-task.ts';

/** A changeset holds at most this many causes: some 500 bytes each with their tasks, well within its 256 KB. */
const MOST_CAUSES = 250;

/** Cuts findings so that each part fits a changeset. Of one that alone has too many causes, the latest stay. */
export function findingParts(
  findings: readonly ReviewFinding[],
): readonly (readonly ReviewFinding[])[] {
  const parts: ReviewFinding[][] = [];
  let room = 0;
  for (const { causes, ...rest } of findings) {
    const finding = { ...rest, causes: causes.slice(-MOST_CAUSES) };
    if (finding.causes.length > room) {
      parts.push([]);
      room = MOST_CAUSES;
    }
    room -= finding.causes.length;
    parts.at(-1)?.push(finding);
  }
  return parts;
}

/** Opens a task for each finding. Answers how many causes were new. */
export function storeFindings(
  tx: WriteTx,
  findings: readonly ReviewFinding[],
  ids: ReviewIds = REVIEW_IDS,
): number {
  return findings.reduce((sum, finding) => sum + openReviewTask(tx, finding, ids).newCauses, 0);
}
