import { postCountJournal } from '../../counts/post-count-journal.ts';
import { idsIn } from '../../review/touched-rows.ts';
import type { Deriver } from './deriver.ts';
import { postOrClear } from './post-or-clear.ts';

/** What counts have booked: a line may come before its count. */
export const countJournalDeriver: Deriver = {
  subjectsOf: {
    stock_count: (row) => idsIn(row, 'id'),
    count_line: (row) => idsIn(row, 'countId'),
  },
  rebuild: (tx, countId) => postOrClear(tx, 'stock_count', countId, postCountJournal),
};
