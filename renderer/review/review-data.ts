import type { ReviewInbox } from '#shared/review/contract.ts';
import { type StoreAnswer, useStoreQuery } from '../store-client/store-hooks.tsx';

const TABLES = ['review_task', 'review_cause', 'review_resolution', 'sale', 'piece', 'customer'];

/** What must be settled, and what was. */
export function useReviewInbox(): StoreAnswer<ReviewInbox> {
  return useStoreQuery({
    key: ['review.list'],
    tables: TABLES,
    read: (store) => store.review.list({ limit: 200 }),
  });
}

/** How many are open; undefined for who may not see them, and until it is known. */
export function useOpenReviews(enabled: boolean): number | undefined {
  return useStoreQuery({
    key: ['review.countOpen'],
    tables: ['review_task', 'review_cause', 'review_resolution'],
    enabled,
    read: (store) => store.review.countOpen({}),
  }).data;
}
