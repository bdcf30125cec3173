import { ok, type Result } from '#shared/result.ts';
import type { ReviewFinding } from '#shared/review/kinds.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import { findTroubles } from '../review/detect/find-troubles.ts';
import { findingParts, storeFindings } from '../review/store-findings.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { Writer } from '../write-path/writer.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { applyChangesets, type AppliedPage } from './apply-changesets.ts';
import type { PageRefusal, PulledChangeset } from './pulled-changeset.ts';

/** A page and what it came to, without the rows. */
export type PageOutcome = Omit<AppliedPage, 'touched'> & {
  /** Causes of review tasks that nobody had seen before. */
  readonly newCauses: number;
};

/**
 * One page of a pull, in one transaction: the changes of other registers, the rows derived from them, the review tasks
 * that they give cause to, and whatever `alsoMove` stores (the cursor). The tasks are this register's own: they enter
 * its log as a changeset of `review.detect`; a page that gives no cause makes none. I14.
 *
 * Refuses what `applyChangesets` and the write path refuse, with nothing put in. `newContext` makes a context of
 * `review.detect`; more than one is asked for only when a page gives cause to more tasks than a changeset holds.
 */
export function applyPage(
  writer: Writer,
  newContext: () => CommandContext,
  page: readonly PulledChangeset[],
  alsoMove: (tx: WriteTx) => void = () => undefined,
): Result<PageOutcome, PageRefusal | WriteRefusal> {
  const context = newContext();
  let rest: readonly (readonly ReviewFinding[])[] = [];
  const applied = writer.write(
    context,
    page.map?.((each) => each.id),
    (tx) => {
      const result = applyChangesets(tx, page, context.nowMs);
      if (!result.ok) return result;
      const { touched, ...outcome } = result.value;
      const [first = [], ...others] = findingParts(findTroubles(tx, touched));
      rest = others;
      alsoMove(tx);
      return ok({ ...outcome, newCauses: storeFindings(tx, first) });
    },
  );
  if (!applied.ok) return applied;
  let { newCauses } = applied.value;
  for (const part of rest) {
    const stored = writer.write(newContext(), part, (tx): Result<number, never> =>
      ok(storeFindings(tx, part)),
    );
    // The page stands; what is not stored now is found again at night.
    if (!stored.ok) break;
    newCauses += stored.value;
  }
  return ok({ ...applied.value, newCauses });
}
