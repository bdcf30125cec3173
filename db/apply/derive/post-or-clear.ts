import { type JournalDocumentKind, postDocument } from '../../journal/post-document.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';

/**
 * Posts a document; one whose facts do not balance, or are not all here yet, has no rows until they do. A register with
 * a bug must not stop the others from hearing of its sales: the review tells people instead.
 */
export function postOrClear(
  tx: WriteTx,
  kind: JournalDocumentKind,
  id: string,
  post: (tx: WriteTx, id: string) => void,
): void {
  try {
    post(tx, id);
  } catch (error) {
    // What the database throws carries its code, and is no matter of the facts.
    if (error instanceof Error && 'code' in error) throw error;
    const none = { registerId: null, drawerSessionId: null, businessDate: '' };
    postDocument(tx, { kind, id, ...none }, []);
  }
}
