import { and, eq, sql } from 'drizzle-orm';
import {
  giftCardEntry,
  giftCardEntryTable,
  storeCreditEntry,
  storeCreditEntryTable,
} from '../../gift-cards/tables.ts';
import { houseAccountEntry, houseAccountEntryTable } from '../../house-accounts/tables.ts';
import { prepared } from '../../write-path/read-db.ts';
import { commissionShare, commissionShareTable } from '../after-sale-tables.ts';
import type { Voiding } from './void-sale.ts';

/** Every entry of the sale on a card, a credit or an account is turned round. M3. */
export function takeBackCredit({ tx, context, actor, sale, saleVoidId }: Voiding): void {
  const key = { storeId: tx.storeId, saleId: sale.id };
  const { nowMs } = context;
  const turned = {
    saleVoidId,
    staffId: actor.staffId,
    businessDate: sale.businessDate,
    atMs: nowMs,
  };
  for (const { storeId: _storeId, ...entry } of cardEntriesOfSale(tx).all(key))
    tx.insertFact(giftCardEntryTable, {
      ...entry,
      ...turned,
      id: context.newId('giftCardEntry'),
      kind: 'voided',
      amountCents: 0 - entry.amountCents,
    });
  for (const { storeId: _storeId, ...entry } of creditEntriesOfSale(tx).all(key))
    tx.insertFact(storeCreditEntryTable, {
      ...entry,
      ...turned,
      id: context.newId('storeCreditEntry'),
      kind: 'voided',
      amountCents: 0 - entry.amountCents,
    });
  for (const { storeId: _storeId, ...entry } of accountEntries(tx).all(key))
    tx.insertFact(houseAccountEntryTable, {
      ...entry,
      ...turned,
      id: context.newId('houseAccountEntry'),
      kind: 'voided',
      amountCents: 0 - entry.amountCents,
    });
}

/** Nobody earned on what was taken back. */
export function takeBackShares({ tx, context, sale }: Voiding): void {
  for (const { storeId: _storeId, ...share } of shares(tx).all({
    storeId: tx.storeId,
    saleId: sale.id,
  }))
    tx.insertFact(commissionShareTable, {
      ...share,
      id: context.newId('commissionShare'),
      baseCents: 0 - share.baseCents,
      businessDate: sale.businessDate,
    });
}

/** What a sale put on cards and took off them. */
export const cardEntriesOfSale = prepared((orm) =>
  orm
    .select()
    .from(giftCardEntry)
    .where(
      and(
        eq(giftCardEntry.storeId, sql.placeholder('storeId')),
        eq(giftCardEntry.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);

/** What a sale put on store credits and took off them. */
export const creditEntriesOfSale = prepared((orm) =>
  orm
    .select()
    .from(storeCreditEntry)
    .where(
      and(
        eq(storeCreditEntry.storeId, sql.placeholder('storeId')),
        eq(storeCreditEntry.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);

const accountEntries = prepared((orm) =>
  orm
    .select()
    .from(houseAccountEntry)
    .where(
      and(
        eq(houseAccountEntry.storeId, sql.placeholder('storeId')),
        eq(houseAccountEntry.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);

const shares = prepared((orm) =>
  orm
    .select()
    .from(commissionShare)
    .where(
      and(
        eq(commissionShare.storeId, sql.placeholder('storeId')),
        eq(commissionShare.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);
