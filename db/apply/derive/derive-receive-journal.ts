import { listReversals } from '../../receiving/find-receive.ts';
import { postReceiveJournal, postReversalJournal } from '../../receiving/post-receive-journal.ts';
import { idsIn } from '../../review/touched-rows.ts';
import type { Deriver } from './deriver.ts';
import { postOrClear } from './post-or-clear.ts';

/** Invoices that were received, and those taken back: a reversal may come before what it reverses. */
export const receiveJournalDerivers: readonly Deriver[] = [
  {
    subjectsOf: { receive: (row) => idsIn(row, 'id') },
    rebuild: (tx, id) => postOrClear(tx, 'receive', id, postReceiveJournal),
  },
  {
    subjectsOf: {
      receive_reversal: (row) => idsIn(row, 'id'),
      receive: (row, db) =>
        idsIn(row, 'id').flatMap((id) => listReversals(db, id).map((reversal) => reversal.id)),
    },
    rebuild: (tx, id) => postOrClear(tx, 'receive_reversal', id, postReversalJournal),
  },
];
