import { sql } from 'drizzle-orm';
import { postCountJournal } from '../counts/post-count-journal.ts';
import {
  postDayCloseJournal,
  postMovementJournal,
  postOpeningJournal,
} from '../drawer/post-drawer-journal.ts';
import { postCreditEntryJournal } from '../gift-cards/grant-credit.ts';
import { postAccountEntryJournal } from '../house-accounts/adjust-account.ts';
import { JOURNAL_DOCUMENT_KINDS, type JournalDocumentKind } from '../journal/post-document.ts';
import { postReceiveJournal, postReversalJournal } from '../receiving/post-receive-journal.ts';
import { postCorrectionJournal } from '../sales/corrections/post-correction-journal.ts';
import { postDeliveryJournal } from '../sales/journal/post-delivery-journal.ts';
import { postSaleJournal } from '../sales/journal/post-sale-journal.ts';
import { postVoidJournal } from '../sales/journal/post-void-journal.ts';
import { postFundingJournal } from '../sales/payments/fund-payment.ts';
import { postCheckEventJournal } from '../sales/payments/record-check.ts';
import { postResolutionJournal } from '../sales/payments/resolve-payment.ts';
import { postWriteOffJournal } from '../sales/returns/post-write-off-journal.ts';
import type { WriteTx } from '../write-path/write-tx.ts';

const POSTERS: Readonly<Record<JournalDocumentKind, (tx: WriteTx, id: string) => void>> = {
  drawer_session: postOpeningJournal,
  drawer_movement: postMovementJournal,
  sale: postSaleJournal,
  sale_correction: postCorrectionJournal,
  shipment_event: postDeliveryJournal,
  stock_movement: postWriteOffJournal,
  payment_resolution: postResolutionJournal,
  check_event: postCheckEventJournal,
  finance_funding: postFundingJournal,
  sale_void: postVoidJournal,
  store_credit_entry: postCreditEntryJournal,
  house_account_entry: postAccountEntryJournal,
  day_close: postDayCloseJournal,
  receive: postReceiveJournal,
  receive_reversal: postReversalJournal,
  stock_count: postCountJournal,
};

/** Posts one document anew, from what is stored of it. Posting again changes nothing. Throws where it is not stored. */
export function repostDocument(tx: WriteTx, kind: JournalDocumentKind, id: string): void {
  POSTERS[kind](tx, id);
}

/**
 * Posts all documents of the store anew, each after those it reads: a void reverses what the others booked. What a sale
 * of before the books were kept comes to is posted with them. Answers how many documents there are.
 */
export function repostAll(tx: WriteTx): number {
  let count = 0;
  for (const kind of JOURNAL_DOCUMENT_KINDS) {
    // The kinds are the names of their tables.
    const rows = tx.orm.all<{ readonly id: string }>(
      sql`select id from ${sql.identifier(kind)} where store_id = ${tx.storeId} order by id`,
    );
    for (const { id } of rows) repostDocument(tx, kind, id);
    count += rows.length;
  }
  return count;
}
