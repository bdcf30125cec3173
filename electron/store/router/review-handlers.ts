import { resolveReviewTask } from '#db/review/resolve-review-task.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { review } = gated;

export const reviewHandlers = {
  list: review.list.handler(fromReader('review.list')),
  countOpen: review.countOpen.handler(fromReader('review.countOpen')),
  resolve: review.resolve.handler(toWriter('review.resolve', resolveReviewTask)),
};
