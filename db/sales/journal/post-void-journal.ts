import { and, eq, sql } from 'drizzle-orm';
import { postVoid } from '#shared/journal/post-void.ts';
import { listJournal } from '../../journal/list-journal.ts';
import { postDocument } from '../../journal/post-document.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { saleCorrection } from '../after-sale-tables.ts';
import { findSale } from '../find-sale.ts';
import { handOversOf } from './handed-over.ts';
import { listResolutions } from '../payments/find-payment.ts';
import { saleVoid } from '../tables.ts';

/**
 * Posts a void: the opposite of all that the sale, its corrections, its delivery and what became of its payments had
 * booked. M2.
 */
export function postVoidJournal(tx: WriteTx, saleVoidId: string): void {
  const row = voidById(tx).get({ storeId: tx.storeId, id: saleVoidId });
  const sale = row && findSale(tx, row.saleId);
  if (!row || !sale) throw new Error('no void to post');
  const key = { storeId: tx.storeId, saleId: row.saleId };
  const journals = [
    listJournal(tx, 'sale', row.saleId),
    ...corrections(tx)
      .all(key)
      .map(({ id }) => listJournal(tx, 'sale_correction', id)),
    ...handOversOf(tx, row.saleId).map(({ id }) => listJournal(tx, 'shipment_event', id)),
    ...listResolutions(tx, row.saleId).map((id) => listJournal(tx, 'payment_resolution', id)),
  ];
  const { drawerSessionId, businessDate } = row;
  postDocument(
    tx,
    {
      kind: 'sale_void',
      id: saleVoidId,
      registerId: sale.registerId,
      drawerSessionId,
      businessDate,
    },
    postVoid(journals),
  );
}

const voidById = prepared((orm) =>
  orm
    .select()
    .from(saleVoid)
    .where(
      and(eq(saleVoid.storeId, sql.placeholder('storeId')), eq(saleVoid.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const corrections = prepared((orm) =>
  orm
    .select({ id: saleCorrection.id })
    .from(saleCorrection)
    .where(
      and(
        eq(saleCorrection.storeId, sql.placeholder('storeId')),
        eq(saleCorrection.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);
