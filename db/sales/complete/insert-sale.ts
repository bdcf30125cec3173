import { isClockUnsure } from '../../drawer/find-drawer.ts';
import { saleTable } from '../tables.ts';
import type { Ringing } from './ringing.ts';

/** The sale itself, under the next number of this register. M8: the number commits with the sale. */
export function insertSale({ tx, context, saleId, ticket, settlement }: Ringing): string {
  const number = tx.nextNumber('sale');
  const { cart, drawer, totals } = ticket;
  tx.insertFact(saleTable, {
    id: saleId,
    number,
    registerId: context.register.registerId,
    drawerSessionId: drawer.drawerSessionId,
    staffId: ticket.actor.staffId,
    soldBy: ticket.soldBy,
    customerId: cart.customerId,
    taxExempt: ticket.exemption === null ? 0 : 1,
    lineCount: totals.lines.length + totals.adjustments.length,
    subtotalCents: totals.subtotalCents,
    discountCents: totals.discountCents,
    taxCents: totals.taxCents,
    totalCents: totals.totalCents,
    changeCents: settlement.changeCents,
    businessDate: drawer.businessDate,
    completedAtMs: context.nowMs,
    clockUnsure: isClockUnsure(tx, context.nowMs) ? 1 : 0,
    roundingCents: settlement.roundingCents,
    taxAreaId: ticket.area.area.taxAreaId,
    certificateId: ticket.exemption,
    providerId: cart.providerId,
    quoteId: cart.quoteId,
    priceWay: cart.ticket?.pricing.way ?? null,
    reasonCode: cart.ticket?.reasonCode ?? null,
    priceReason: cart.ticket?.priceReason ?? null,
    overrideId: cart.ticket?.overrideId ?? null,
  });
  return number;
}
