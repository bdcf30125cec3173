import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import { queuePaper } from '../../printing/queue-paper.ts';
import { listPayments } from '../find-sale.ts';
import { paymentTable } from '../tables.ts';
import type { Voiding } from './void-sale.ts';

/** One payment per tender, turned round: cash gives back what stayed in the drawer, a card what it was charged. M1, M5. */
export function giveBackPayments({ tx, context, sale, saleVoidId }: Voiding): void {
  let changeCents = sale.changeCents;
  for (const paid of listPayments(tx, sale.id)) {
    const takenCents = paid.tender === 'cash' ? Math.max(0, paid.amountCents) : 0;
    const fromChange = Math.min(changeCents, takenCents);
    changeCents -= fromChange;
    const { storeId: _storeId, ...same } = paid;
    tx.insertFact(paymentTable, {
      ...same,
      id: context.newId('payment'),
      saleVoidId,
      reversesPaymentId: paid.id,
      amountCents: fromChange - paid.amountCents,
      feeCents: 0 - paid.feeCents,
      drawerSessionId: sale.drawerSessionId,
      businessDate: sale.businessDate,
      atMs: context.nowMs,
    });
  }
  if (changeCents !== 0) throw new Error('more change than cash');
  const opens = listPayments(tx, sale.id).some(({ tender }) => TENDER_TRAITS[tender].opensDrawer);
  if (opens)
    queuePaper(tx, context, {
      kind: 'drawer',
      subjectId: sale.id,
      copy: false,
      title: sale.number,
    });
}
