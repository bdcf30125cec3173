import { ok, refuse, type Result } from '#shared/result.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { SaveQuoteInput } from '#shared/sales/quotes/contract.ts';
import { openDrawerOf } from '../../drawer/find-drawer.ts';
import { queuePaper } from '../../printing/queue-paper.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { markCartPaid } from '../cart/carts.ts';
import { readTicket } from '../complete/read-ticket.ts';
import { quoteTable } from '../counter-tables.ts';

/**
 * Promises the prices of a cart until a day, and takes the cart off the register. The ticket is checked and priced as a
 * sale would be, so that a quote is no way around a manager. Refuses as a sale does, an expiry that has passed, and what
 * takes something back: a promise of a refund is none.
 */
export function saveQuote(
  tx: WriteTx,
  context: CommandContext,
  { quoteId, cart, expiresOn, note, print }: SaveQuoteInput,
): Result<
  { readonly quoteId: SaveQuoteInput['quoteId']; readonly number: string },
  | CompleteSaleRefusal
  | { readonly code: 'QUOTE_EXPIRY_PAST' }
  | { readonly code: 'QUOTE_HAS_RETURNS' }
> {
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const { businessDate } = drawer;
  if (expiresOn < businessDate) return refuse({ code: 'QUOTE_EXPIRY_PAST' });
  if (cart.lines.some((line) => line.quantityThousandths < 0))
    return refuse({ code: 'QUOTE_HAS_RETURNS' });
  const actor = actingStaff(context);
  const read = readTicket({ db: tx, actor, drawer }, cart);
  if (!read.ok) return read;
  const number = tx.nextNumber('quote');
  tx.insertFact(quoteTable, {
    id: quoteId,
    number,
    customerId: cart.customerId,
    expiresOn,
    note,
    // Where it is to be sent and the words of a reason may name a person, and the body stands for ever.
    body: JSON.stringify(withoutPersons(cart)),
    totalCents: read.value.totals.totalCents,
    staffId: actor.staffId,
    businessDate,
    atMs: context.nowMs,
  });
  markCartPaid(tx, cart.cartId, context.nowMs);
  if (print)
    queuePaper(tx, context, { kind: 'quote', subjectId: quoteId, copy: false, title: number });
  return ok({ quoteId, number });
}

function withoutPersons(cart: SaveQuoteInput['cart']): SaveQuoteInput['cart'] {
  const silent = <Talk extends { readonly priceReason: string | null }>(talk: Talk): Talk => ({
    ...talk,
    priceReason: talk.priceReason === null ? null : '—',
  });
  // The place stays without the address: its tax is in the total that was promised.
  const { shipTo } = cart;
  return {
    ...cart,
    shipTo: shipTo && { ...shipTo, recipient: '—', address: '—', phone: '', tracking: '' },
    lines: cart.lines.map(silent),
    ticket: cart.ticket && silent(cart.ticket),
  };
}
