import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isMovementPossible,
  type Movement,
  STOCK_MOVEMENT_KINDS,
  type StockMovementKind,
  statusAfter,
} from './piece-status.ts';

const move = (kind: StockMovementKind, quantityThousandths: number): Movement => ({
  kind,
  quantityThousandths,
});
const received = move('received', 1000);
const sold = move('sold', -1000);
const voided = move('sale_voided', 1000);

const anyMovement = fc
  .record({
    kind: fc.constantFrom(...STOCK_MOVEMENT_KINDS),
    quantityThousandths: fc.integer({ min: -5000, max: 5000 }),
  })
  .filter(isMovementPossible);

test('a piece that was received is in stock', () => {
  expect(statusAfter([received])).toEqual({ status: 'in_stock', quantityThousandths: 1000 });
});

test('a piece nobody has moved is nowhere', () => {
  expect(statusAfter([])).toEqual({ status: 'removed', quantityThousandths: 0 });
});

test('a sold piece is sold, and in stock again after the void', () => {
  expect(statusAfter([received, sold]).status).toBe('sold');
  expect(statusAfter([received, sold, voided]).status).toBe('in_stock');
});

test('a piece sold on two offline registers is sold, and one too many is gone', () => {
  expect(statusAfter([received, sold, sold])).toEqual({
    status: 'sold',
    quantityThousandths: -1000,
  });
  expect(statusAfter([received, sold, sold, voided]).status).toBe('sold');
});

test('a piece whose import was undone is removed', () => {
  const undone = statusAfter([move('imported', 1000), move('import_undone', -1000)]);
  expect(undone).toEqual({ status: 'removed', quantityThousandths: 0 });
});

test('counted goods stay in stock while some are left', () => {
  expect(statusAfter([move('received', 5000), move('sold', -4500)])).toEqual({
    status: 'in_stock',
    quantityThousandths: 500,
  });
});

test('an adjustment goes both ways; everything else only its own way, and nothing moves nothing', () => {
  expect(isMovementPossible(move('adjusted', -1))).toBe(true);
  expect(isMovementPossible(move('adjusted', 1))).toBe(true);
  expect(isMovementPossible(move('sold', 1000))).toBe(false);
  expect(isMovementPossible(move('received', -1000))).toBe(false);
  expect(isMovementPossible(move('received', 0))).toBe(false);
  expect(isMovementPossible(move('received', 0.5))).toBe(false);
});

test('every order of arrival of the same movements gives the same state', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyMovement, { maxLength: 12 })
        .chain((movements) =>
          fc.tuple(
            fc.constant(movements),
            fc.shuffledSubarray(movements, { minLength: movements.length }),
          ),
        ),
      ([movements, arrived]) => {
        expect(statusAfter(arrived)).toEqual(statusAfter(movements));
      },
    ),
  );
});
