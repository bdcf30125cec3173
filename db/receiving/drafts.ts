import { desc, eq, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { ReceiveDraft } from '#shared/stock/receiving/contract.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findReceiveRow } from './find-receive.ts';
import { receiveDraft } from './tables.ts';

// Invoices being typed in are local: no facts until they are received. They are written after every change, so that a
// power cut, a closed window or a change of person loses none of them.

/** Invoices being typed in, the last touched first. */
export function listReceiveDrafts(db: ReadDb): readonly ReceiveDraft[] {
  return allDrafts(db)
    .all()
    .map(({ body }) => JSON.parse(body) as ReceiveDraft);
}

/** Keeps an invoice as the window has it. Refuses with `RECEIVE_DONE` one that was received meanwhile. */
export function saveReceiveDraft(
  tx: WriteTx,
  draft: ReceiveDraft,
  nowMs: number,
): Result<null, { readonly code: 'RECEIVE_DONE' }> {
  if (findReceiveRow(tx, draft.receiveId)) return refuse({ code: 'RECEIVE_DONE' });
  putDraft(tx).run({ id: draft.receiveId, body: JSON.stringify(draft), changedAtMs: nowMs });
  tx.touch('receive_draft');
  return ok(null);
}

/** Forgets an invoice that was being typed in. */
export function dropReceiveDraft(tx: WriteTx, receiveId: string): void {
  deleteDraft(tx).run({ id: receiveId });
  tx.touch('receive_draft');
}

const allDrafts = prepared((orm) =>
  orm.select().from(receiveDraft).orderBy(desc(receiveDraft.changedAtMs)).limit(20).prepare(),
);

const putDraft = prepared((orm) =>
  orm
    .insert(receiveDraft)
    .values({
      id: sql.placeholder('id'),
      body: sql.placeholder('body'),
      changedAtMs: sql.placeholder('changedAtMs'),
    })
    .onConflictDoUpdate({
      target: receiveDraft.id,
      set: { body: sql`excluded.body`, changedAtMs: sql`excluded.changed_at_ms` },
    })
    .prepare(),
);

const deleteDraft = prepared((orm) =>
  orm
    .delete(receiveDraft)
    .where(eq(receiveDraft.id, sql.placeholder('id')))
    .prepare(),
);
