import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REVIEW_DOCUMENTS, REVIEW_SUBJECTS, type ReviewKind } from './kinds.ts';
import { reviewCauseId, reviewTaskId } from './review-ids.ts';

const PIECE = '019aa001-0000-7000-8000-000000000001';
const SALE = '019aa001-0000-7000-8000-000000000002';
const kinds = fc.constantFrom(...(Object.keys(REVIEW_SUBJECTS) as ReviewKind[]));

test('I14: a task and its causes have the ids that every register and the server compute', () => {
  const task = reviewTaskId('piece_sold_twice', PIECE);
  expect(task).toBe('5f55a0c6-6386-5ebc-aed0-fc6bbd5dfbcf');
  expect(reviewCauseId(task, { documentKind: 'sale', documentId: SALE })).toBe(
    '8e4ad211-b6b1-5b31-b301-ee3d1b4a4871',
  );
});

test('I14: kind and subject alone decide the id of a task, and no two of them share one', () => {
  const named = fc.tuple(kinds, fc.uuid());
  fc.assert(
    fc.property(named, named, ([kind, subject], [otherKind, other]) => {
      const same = kind === otherKind && subject === other;
      expect(reviewTaskId(kind, subject) === reviewTaskId(otherKind, other)).toBe(same);
      expect(reviewTaskId(kind, subject)).toBe(reviewTaskId(kind, subject));
    }),
    { numRuns: 2000 },
  );
});

test('I14: task and document alone decide the id of a cause', () => {
  const documents = fc.record({
    documentKind: fc.constantFrom(...REVIEW_DOCUMENTS),
    documentId: fc.uuid(),
  });
  fc.assert(
    fc.property(kinds, fc.uuid(), documents, documents, (kind, subject, one, other) => {
      const task = reviewTaskId(kind, subject);
      const same = one.documentKind === other.documentKind && one.documentId === other.documentId;
      expect(reviewCauseId(task, one) === reviewCauseId(task, other)).toBe(same);
    }),
    { numRuns: 2000 },
  );
});
