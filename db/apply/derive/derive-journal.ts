import type { JournalDocumentKind } from '../../journal/post-document.ts';
import { postCreditEntryJournal } from '../../gift-cards/grant-credit.ts';
import { postAccountEntryJournal } from '../../house-accounts/adjust-account.ts';
import { idsIn, type SubjectsOf, type TouchedCells } from '../../review/touched-rows.ts';
import { postCorrectionJournal } from '../../sales/corrections/post-correction-journal.ts';
import { handOversOf } from '../../sales/journal/handed-over.ts';
import { postDeliveryJournal } from '../../sales/journal/post-delivery-journal.ts';
import { postSaleJournal } from '../../sales/journal/post-sale-journal.ts';
import { postVoidJournal } from '../../sales/journal/post-void-journal.ts';
import { postFundingJournal } from '../../sales/payments/fund-payment.ts';
import { postCheckEventJournal } from '../../sales/payments/record-check.ts';
import { postResolutionJournal } from '../../sales/payments/resolve-payment.ts';
import { listResolutions } from '../../sales/payments/find-payment.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { Deriver } from './deriver.ts';
import {
  checkEventsOf,
  correctionsOf,
  fundingsOf,
  isSaleHere,
  salesCorrectedIn,
  salesPaidBy,
  salesSentIn,
  salesSentWith,
  salesTakenFrom,
  salesTakingBack,
  salesTakingBackFrom,
  salesTaxedBy,
  voidsOf,
} from './journal-documents.ts';
import { postOrClear } from './post-or-clear.ts';

const bySale = (row: TouchedCells) => idsIn(row, 'saleId');
const byPayment = (row: TouchedCells, db: ReadDb) =>
  idsIn(row, 'paymentId').flatMap((id) => salesPaidBy(db, id));

/**
 * The journals of a sale and of all that happened to it later: a void reverses whatever the others booked, so they are
 * posted together, and in this order.
 */
export const saleJournalDeriver: Deriver = {
  subjectsOf: {
    sale: (row, db) => idsIn(row, 'id').flatMap((id) => [id, ...salesTakenFrom(db, id)]),
    sale_line: (row, db) => [
      ...bySale(row),
      ...idsIn(row, 'id').flatMap((id) => salesTakingBack(db, id)),
      ...bySale(row).flatMap((id) => salesTakenFrom(db, id)),
    ],
    sale_tax: bySale,
    payment: bySale,
    sale_void: (row, db) => bySale(row).flatMap((id) => [id, ...salesTakenFrom(db, id)]),
    sale_correction: bySale,
    shipment: (row, db) =>
      idsIn(row, 'saleId').flatMap((id) => [id, ...salesTakingBackFrom(db, id)]),
    shipment_event: (row, db) =>
      idsIn(row, 'shipmentId')
        .flatMap((id) => salesSentWith(db, id))
        .flatMap((id) => [id, ...salesTakingBackFrom(db, id)]),
    drawer_session: (row, db) =>
      idsIn(row, 'id').flatMap((id) => [...salesCorrectedIn(db, id), ...salesSentIn(db, id)]),
    payment_resolution: byPayment,
    check_event: byPayment,
    finance_funding: byPayment,
    // A check that came back is owed on the account that its entry names.
    house_account_entry: (row) => (idsIn(row, 'checkEventId').length > 0 ? bySale(row) : []),
    // Only a rule that is new here: a sale may have come before it.
    tax_rule: (row, db) =>
      'series' in row ? idsIn(row, 'id').flatMap((id) => salesTaxedBy(db, id)) : [],
  },
  rebuild(tx: WriteTx, saleId: string): void {
    if (!isSaleHere(tx, saleId)) return;
    postOrClear(tx, 'sale', saleId, postSaleJournal);
    for (const id of listResolutions(tx, saleId))
      postOrClear(tx, 'payment_resolution', id, postResolutionJournal);
    for (const id of correctionsOf(tx, saleId))
      postOrClear(tx, 'sale_correction', id, postCorrectionJournal);
    for (const { id } of handOversOf(tx, saleId))
      postOrClear(tx, 'shipment_event', id, postDeliveryJournal);
    for (const id of checkEventsOf(tx, saleId))
      postOrClear(tx, 'check_event', id, postCheckEventJournal);
    for (const id of fundingsOf(tx, saleId))
      postOrClear(tx, 'finance_funding', id, postFundingJournal);
    for (const id of voidsOf(tx, saleId)) postOrClear(tx, 'sale_void', id, postVoidJournal);
  },
};

/** Credit that was granted, and fees and credits that stand alone on an account. */
export const entryJournalDerivers: readonly Deriver[] = [
  ofEntry('store_credit_entry', postCreditEntryJournal),
  ofEntry('house_account_entry', postAccountEntryJournal),
];

function ofEntry(
  kind: Extract<JournalDocumentKind, 'store_credit_entry' | 'house_account_entry'>,
  post: (tx: WriteTx, id: string) => void,
): Deriver {
  const subjectsOf: SubjectsOf = { [kind]: (row) => idsIn(row, 'id') };
  return { subjectsOf, rebuild: (tx, id) => postOrClear(tx, kind, id, post) };
}
