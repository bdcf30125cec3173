import { reversed } from '#shared/journal/journal-row.ts';
import { postReceive } from '#shared/journal/post-receive.ts';
import { postDocument } from '../journal/post-document.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findReceiveRow, findReversal } from './find-receive.ts';

const OF_THE_STORE = { registerId: null, drawerSessionId: null };

/** Posts an invoice that was received. It belongs to the store and to no drawer. M2. */
export function postReceiveJournal(tx: WriteTx, receiveId: string): void {
  const row = findReceiveRow(tx, receiveId);
  if (!row) throw new Error('no receive to post');
  const { businessDate } = row;
  const document = { kind: 'receive', id: receiveId, ...OF_THE_STORE, businessDate } as const;
  postDocument(tx, document, postReceive(row));
}

/** Posts the exact opposite of what was received, on the day it was taken back. M2. */
export function postReversalJournal(tx: WriteTx, reversalId: string): void {
  const reversal = findReversal(tx, reversalId);
  const row = reversal && findReceiveRow(tx, reversal.receiveId);
  if (!row) throw new Error('no reversal to post');
  const { businessDate } = reversal;
  const kind = 'receive_reversal';
  const document = { kind, id: reversalId, ...OF_THE_STORE, businessDate } as const;
  postDocument(tx, document, reversed(postReceive(row)));
}
