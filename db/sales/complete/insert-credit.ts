import { extendPrice, negateCents } from '#shared/money.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import { findGiftCard } from '../../gift-cards/balances.ts';
import {
  giftCardEntryTable,
  giftCardTable,
  storeCreditEntryTable,
} from '../../gift-cards/tables.ts';
import { findHouseAccount } from '../../house-accounts/find-account.ts';
import { houseAccountEntryTable } from '../../house-accounts/tables.ts';
import type { Ringing, Takings } from './ringing.ts';

/** A card that is sold, or filled again: its first entry makes it. */
export function insertGiftCardSale(ringing: Ringing, line: CartLine): void {
  const { tx, context, saleId, ticket } = ringing;
  const { giftCardId, giftCardCode } = line.links;
  if (giftCardId === undefined || giftCardCode === undefined)
    throw new Error('a card without code');
  const { registerId } = context.register;
  const { businessDate } = ticket.drawer;
  if (!findGiftCard(tx, giftCardId))
    tx.insertFact(giftCardTable, {
      id: giftCardId,
      code: giftCardCode,
      registerId,
      businessDate,
      atMs: context.nowMs,
    });
  tx.insertFact(giftCardEntryTable, {
    ...entryOf(ringing),
    id: context.newId('giftCardEntry'),
    giftCardId,
    kind: 'sold',
    amountCents: extendPrice(line.tagPriceCents, line.quantityThousandths),
    saleId,
    saleLineId: line.lineId,
    paymentId: null,
    registerId,
  });
}

/** Money off a card; back onto it where a refund goes the other way. */
export function insertGiftCardUse(takings: Takings, tender: SaleTender): void {
  const { tx, context, saleId } = takings;
  if (tender.giftCardId === null) throw new Error('a gift card without its id');
  tx.insertFact(giftCardEntryTable, {
    ...entryOf(takings),
    id: context.newId('giftCardEntry'),
    giftCardId: tender.giftCardId,
    kind: tender.amountCents < 0 ? 'refunded' : 'redeemed',
    amountCents: negateCents(tender.amountCents),
    saleId,
    saleLineId: null,
    paymentId: tender.paymentId,
    registerId: context.register.registerId,
  });
}

/** Store credit spent, or given for what came back. */
export function insertCreditUse(takings: Takings, tender: SaleTender): void {
  const { tx, context, saleId } = takings;
  tx.insertFact(storeCreditEntryTable, {
    ...entryOf(takings),
    id: context.newId('storeCreditEntry'),
    customerId: customerOf(takings),
    kind: tender.amountCents < 0 ? 'issued' : 'redeemed',
    amountCents: negateCents(tender.amountCents),
    saleId,
    paymentId: tender.paymentId,
    reason: '',
  });
}

/** What a customer came to owe by this ticket, due by the terms of the account. */
export function insertAccountCharge(takings: Takings, tender: SaleTender): void {
  const { tx, context, saleId, ticket } = takings;
  const customerId = customerOf(takings);
  const account = findHouseAccount(tx, customerId);
  const due = Temporal.PlainDate.from(ticket.drawer.businessDate).add({
    days: account?.termsDays ?? 0,
  });
  tx.insertFact(houseAccountEntryTable, {
    ...entryOf(takings),
    id: context.newId('houseAccountEntry'),
    customerId,
    kind: tender.amountCents < 0 ? 'credit' : 'charge',
    amountCents: tender.amountCents,
    dueOn: tender.amountCents < 0 ? null : due.toString(),
    saleId,
    saleLineId: null,
    paymentId: tender.paymentId,
    checkEventId: null,
  });
}

/** Lines that pay on an account lower what is owed. */
export function insertAccountPayments(ringing: Ringing): void {
  const { tx, context, saleId, ticket } = ringing;
  for (const line of ticket.cart.lines) {
    if (line.kind !== 'account_payment') continue;
    tx.insertFact(houseAccountEntryTable, {
      ...entryOf(ringing),
      id: context.newId('houseAccountEntry'),
      customerId: customerOf(ringing),
      kind: 'payment',
      amountCents: negateCents(extendPrice(line.tagPriceCents, line.quantityThousandths)),
      dueOn: null,
      saleId,
      saleLineId: line.lineId,
      paymentId: null,
      checkEventId: null,
    });
  }
}

function customerOf({ ticket }: Takings): string {
  if (ticket.cart.customerId === null) throw new Error('credit without a customer');
  return ticket.cart.customerId;
}

function entryOf({ context, ticket }: Takings) {
  return {
    saleVoidId: null,
    staffId: ticket.actor.staffId,
    businessDate: ticket.drawer.businessDate,
    atMs: context.nowMs,
  };
}
