import { expect, it } from 'vitest';
import type { ReviewTask } from '#shared/review/contract.ts';
import type { ReviewTaskId } from '#shared/ids.ts';
import { placeOf } from './task-place.ts';

const task: ReviewTask = {
  reviewTaskId: 'task' as ReviewTaskId,
  kind: 'piece_sold_twice',
  subjectKind: 'piece',
  subjectId: 'ring',
  subjectWords: '100-1 Ring',
  open: true,
  causes: [],
  resolutions: [],
  firstSeenAtMs: null,
};

it('a task leads to the piece, the account or the payments it is about', () => {
  expect(placeOf(task)).toEqual({ name: 'piece', address: '/stock/ring' });
  const owes = { ...task, subjectKind: 'customer', subjectId: 'rosa' } as const;
  expect(placeOf({ ...owes, kind: 'store_credit_overdrawn' })).toEqual({
    name: 'customer',
    address: '/customers/rosa',
  });
  expect(placeOf({ ...owes, kind: 'house_account_over_limit' })).toEqual({
    name: 'account',
    address: '/accounts/house/rosa',
  });
  const card = { ...task, kind: 'payment_unresolved', subjectKind: 'payment' } as const;
  expect(placeOf(card)?.address).toBe('/accounts/unsure');
});

it('leads nowhere before the piece has arrived, and where the documents say all', () => {
  expect(placeOf({ ...task, subjectWords: '' })).toBeUndefined();
  expect(placeOf({ ...task, kind: 'sale_voided_twice', subjectKind: 'sale' })).toBeUndefined();
});
