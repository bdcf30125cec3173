import { sql } from 'drizzle-orm';
import type { JournalRow } from '#shared/journal/journal-row.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { journalRow } from './tables.ts';

/** A document as the journal files it: one of a register belongs to its drawer session, one of the store to none. */
export interface PostedDocument {
  readonly kind: JournalDocumentKind;
  readonly id: string;
  readonly registerId: string | null;
  readonly drawerSessionId: string | null;
  readonly businessDate: string;
}

/** What is posted, each kind named after its table. */
export const JOURNAL_DOCUMENT_KINDS = [
  'drawer_session',
  'drawer_movement',
  'sale',
  'sale_correction',
  'shipment_event',
  'stock_movement',
  'payment_resolution',
  'check_event',
  'finance_funding',
  'sale_void',
  'store_credit_entry',
  'house_account_entry',
  'day_close',
  'receive',
  'receive_reversal',
  'stock_count',
] as const;
export type JournalDocumentKind = (typeof JOURNAL_DOCUMENT_KINDS)[number];

/**
 * Puts the rows of a document into the journal, in place of those it had: they are derived, and posting again changes
 * nothing. The rows balance (M2); that is the poster's promise.
 */
export function postDocument(
  tx: WriteTx,
  document: PostedDocument,
  rows: readonly JournalRow[],
): void {
  const { kind, id, registerId, drawerSessionId, businessDate } = document;
  insertRows(tx).run({
    kind,
    id,
    registerId,
    drawerSessionId,
    businessDate,
    rows: JSON.stringify(rows),
  });
  dropRest(tx).run({ kind, id, count: rows.length });
  tx.touch('journal_row');
}

/** One statement for all rows: a sale has seven of them. */
const insertRows = prepared((orm) =>
  orm
    .insert(journalRow)
    .select(
      sql`select ${sql.placeholder('kind')}, ${sql.placeholder('id')}, key, value ->> 'account', value ->> 'detail',
        value ->> 'amountCents', ${sql.placeholder('registerId')}, ${sql.placeholder('drawerSessionId')},
        ${sql.placeholder('businessDate')} from json_each(${sql.placeholder('rows')}) where true`,
    )
    .onConflictDoUpdate({
      target: [journalRow.documentKind, journalRow.documentId, journalRow.position],
      set: {
        account: sql`excluded.account`,
        detail: sql`excluded.detail`,
        amountCents: sql`excluded.amount_cents`,
        // Where a document is filed may be heard of later than the document itself.
        registerId: sql`excluded.register_id`,
        drawerSessionId: sql`excluded.drawer_session_id`,
        businessDate: sql`excluded.business_date`,
      },
    })
    .prepare(),
);

const dropRest = prepared((orm) =>
  orm
    .delete(journalRow)
    .where(
      sql`${journalRow.documentKind} = ${sql.placeholder('kind')} and ${journalRow.documentId} = ${sql.placeholder('id')}
        and ${journalRow.position} >= ${sql.placeholder('count')}`,
    )
    .prepare(),
);
