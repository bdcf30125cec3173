import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { applyChangesets } from './apply-changesets.ts';
import { pieceDeriver } from './derive/derive-piece.ts';
import type { Deriver } from './derive/deriver.ts';
import { DERIVERS } from './derive/derivers.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { aHistory, type History } from './testing/a-history.ts';
import { aReplica, type Dump, dumpOf } from './testing/replica.ts';

// Thousands of small shops on a machine that others use too.
vi.setConfig({ testTimeout: 600_000 });

const replica = aReplica();
afterAll(() => replica.close());

/** How the changesets of a history come: profiles in the server's order, facts anyhow, cut into pages, some twice. */
interface Arrival {
  readonly places: readonly number[];
  readonly cuts: readonly boolean[];
  readonly twice: readonly boolean[];
}

const anArrival: fc.Arbitrary<Arrival> = fc.record({
  places: fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 20, maxLength: 20 }),
  cuts: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  twice: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
});

/** Facts go where their numbers say among the profiles, which stay in order. */
function pagesOf({ profiles, facts }: History, { places, cuts, twice }: Arrival) {
  const placed = [
    ...profiles.map((each, n) => ({ each, at: (n + 1) * (9999 / (profiles.length + 1)) })),
    ...facts.map((each, n) => ({ each, at: places[n] ?? 0 })),
  ].toSorted((a, b) => a.at - b.at);
  const pages: PulledChangeset[][] = [[]];
  for (const [n, { each }] of placed.entries()) {
    if (cuts[n]) pages.push([]);
    pages.at(-1)?.push(each);
  }
  return pages.flatMap((page, n) => (twice[n] ? [page, page] : [page]));
}

function outcome(
  pages: readonly (readonly PulledChangeset[])[],
  apply: typeof applyChangesets = applyChangesets,
): Dump {
  return replica.within((tx) => {
    for (const page of pages) {
      const result = apply(tx, page, 99);
      if (!result.ok || result.value.aside.length > 0) throw new Error(JSON.stringify(result));
    }
    return dumpOf(replica.sqlite);
  });
}

/**
 * The law: however it arrives, the outcome is that of one page in the server's order; so any two ways have one outcome.
 * Answers where it does not hold.
 */
function brokenBy(apply: typeof applyChangesets, numRuns: number): string | undefined {
  const law = fc.property(aHistory, anArrival, (history, arrival) => {
    const inOrder = [[...history.profiles, ...history.facts]];
    expect(outcome(pagesOf(history, arrival), apply)).toEqual(outcome(inOrder, apply));
  });
  const checked = fc.check(law, { numRuns });
  return checked.failed ? fc.defaultReportMessage(checked) : undefined;
}

test('I7: whatever arrives in whatever order and however often, every register holds the same rows', () => {
  expect(brokenBy(applyChangesets, 2000)).toBeUndefined();
});

test('a page applied twice changes nothing', () => {
  fc.assert(
    fc.property(aHistory, ({ profiles, facts }) => {
      const page = [...profiles, ...facts];
      expect(outcome([page, page])).toEqual(outcome([page]));
    }),
    { numRuns: 300 },
  );
});

test('planted bug "derived value carried": a state that comes with a movement is caught', () => {
  // The register that moved the piece says where it is then, and the others believe it.
  const said = new Map<string, string>();
  const carried: Deriver = {
    subjectsOf: {
      ...pieceDeriver.subjectsOf,
      stock_movement: (row, db) => {
        said.set(String(row['pieceId']), row['kind'] === 'sold' ? 'sold' : 'in_stock');
        return pieceDeriver.subjectsOf['stock_movement']?.(row, db) ?? [];
      },
    },
    rebuild: (tx, pieceId) => {
      pieceDeriver.rebuild(tx, pieceId);
      const status = said.get(pieceId) ?? 'removed';
      tx.orm.run(sql`update piece_state set status = ${status} where piece_id = ${pieceId}`);
    },
  };
  const derivers = DERIVERS.map((each) => (each === pieceDeriver ? carried : each));
  const believing: typeof applyChangesets = (tx, page, nowMs) =>
    applyChangesets(tx, page, nowMs, derivers);
  expect(brokenBy(believing, 200)).toBeDefined();
});

test('planted bug "apply not idempotent": facts that are put in again under ids of their own are caught', () => {
  let again = 0;
  const renamed: typeof applyChangesets = (tx, page, nowMs) =>
    applyChangesets(
      tx,
      page.map((each) => ({
        ...each,
        ops: each.ops.replaceAll(/"id":"move-/g, `"id":"${(again += 1)}-move-`),
      })),
      nowMs,
    );
  expect(brokenBy(renamed, 200)).toBeDefined();
});
