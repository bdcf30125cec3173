import { and, eq, sql } from 'drizzle-orm';
import { type Cents, negateCents } from '#shared/money.ts';
import {
  giftCardEntry,
  giftCardEntryTable,
  storeCreditEntry,
  storeCreditEntryTable,
} from '../../gift-cards/tables.ts';
import { houseAccountEntry, houseAccountEntryTable } from '../../house-accounts/tables.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { PaymentRow } from '../find-sale.ts';
import { paymentTable } from '../tables.ts';
import type { Correcting } from './open-correction.ts';

/** Turns a payment round in today's drawer, with what it took off a card, a credit or an account. M3. */
export function takeBackPayment(
  correcting: Correcting,
  saleCorrectionId: string,
  row: PaymentRow,
  netCents: Cents,
): void {
  const { tx, context, drawer } = correcting;
  const { storeId: _storeId, ...same } = row;
  tx.insertFact(paymentTable, {
    ...same,
    id: context.newId('payment'),
    saleCorrectionId,
    reversesPaymentId: row.id,
    amountCents: negateCents(netCents),
    feeCents: 0 - row.feeCents,
    drawerSessionId: drawer.drawerSessionId,
    businessDate: drawer.businessDate,
    atMs: context.nowMs,
  });
  turnEntries(correcting, row);
}

function turnEntries({ tx, context, actor, drawer, sale }: Correcting, { id }: PaymentRow): void {
  const key = { storeId: tx.storeId, saleId: sale.id, paymentId: id };
  const turned = (entry: { readonly amountCents: number }) => ({
    kind: 'voided' as const,
    amountCents: 0 - entry.amountCents,
    staffId: actor.staffId,
    businessDate: drawer.businessDate,
    atMs: context.nowMs,
  });
  for (const { storeId: _storeId, ...entry } of cardEntries(tx).all(key))
    tx.insertFact(giftCardEntryTable, {
      ...entry,
      ...turned(entry),
      id: context.newId('giftCardEntry'),
      registerId: context.register.registerId,
    });
  for (const { storeId: _storeId, ...entry } of creditEntries(tx).all(key))
    tx.insertFact(storeCreditEntryTable, {
      ...entry,
      ...turned(entry),
      id: context.newId('storeCreditEntry'),
    });
  for (const { storeId: _storeId, ...entry } of accountEntries(tx).all(key))
    tx.insertFact(houseAccountEntryTable, {
      ...entry,
      ...turned(entry),
      id: context.newId('houseAccountEntry'),
    });
}

const cardEntries = prepared((orm) =>
  orm
    .select()
    .from(giftCardEntry)
    .where(
      and(
        eq(giftCardEntry.storeId, sql.placeholder('storeId')),
        eq(giftCardEntry.saleId, sql.placeholder('saleId')),
        eq(giftCardEntry.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .prepare(),
);

const creditEntries = prepared((orm) =>
  orm
    .select()
    .from(storeCreditEntry)
    .where(
      and(
        eq(storeCreditEntry.storeId, sql.placeholder('storeId')),
        eq(storeCreditEntry.saleId, sql.placeholder('saleId')),
        eq(storeCreditEntry.paymentId, sql.placeholder('paymentId')),
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
        eq(houseAccountEntry.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .prepare(),
);
