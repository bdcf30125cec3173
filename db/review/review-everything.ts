import { ok, type Result } from '#shared/result.ts';
import type { ReviewFinding } from '#shared/review/kinds.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { Writer } from '../write-path/writer.ts';
import { findingParts, storeFindings } from './store-findings.ts';

export interface WholeReview {
  readonly writer: Writer;
  /** What `findTroublesAnywhere` found, in whatever thread. */
  readonly findings: readonly ReviewFinding[];
  /** Makes one context of `review.detect` per changeset. */
  readonly newContext: () => CommandContext;
  /** Lets others write: awaited before each changeset. Throwing ends the check with what was stored until then. */
  readonly pause: () => Promise<void>;
}

/**
 * The nightly check: opens a task for whatever no page of another register has opened one for, as after a crash between
 * a page and its tasks. Holds the writer for one changeset of causes at a time. Answers how many causes were new.
 */
export async function reviewEverything({
  writer,
  findings,
  newContext,
  pause,
}: WholeReview): Promise<Result<number, WriteRefusal>> {
  let newCauses = 0;
  for (const part of findingParts(findings)) {
    await pause();
    const stored = writer.write(newContext(), part, (tx): Result<number, never> =>
      ok(storeFindings(tx, part)),
    );
    if (!stored.ok) return stored;
    newCauses += stored.value;
  }
  return ok(newCauses);
}
