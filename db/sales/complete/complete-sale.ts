import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  CompletedSale,
  CompleteSaleInput,
  CompleteSaleRefusal,
} from '#shared/sales/contract.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import { noteVisit } from '../../customers/find-customer.ts';
import { openDrawerOf } from '../../drawer/find-drawer.ts';
import { queuePaper } from '../../printing/queue-paper.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { markCartPaid } from '../cart/carts.ts';
import { shipmentTable } from '../counter-tables.ts';
import { postSaleJournal } from '../journal/post-sale-journal.ts';
import { settleTicket } from './check-tenders.ts';
import { insertAccountPayments } from './insert-credit.ts';
import { insertLines } from './insert-lines.ts';
import { insertPayments } from './insert-payments.ts';
import { insertSale } from './insert-sale.ts';
import { readTicket } from './read-ticket.ts';
import type { Ringing } from './ringing.ts';

/**
 * Makes a ticket final: stores sale, lines, their tax, shares and the payments, moves pieces and balances, posts it to
 * the journal, empties the cart and queues the receipt.
 *
 * Refuses, storing nothing, when the drawer is closed, something is not there to be sold or taken back, a price has
 * neither right nor override, tenders do not cover, overcharge or hold too little, or the total is not what the screen
 * showed. Throws only when the database fails. M1: payments − change = total + rounding. M8: the number commits with it.
 */
export function completeSale(
  tx: WriteTx,
  context: CommandContext,
  input: CompleteSaleInput,
): Result<CompletedSale, CompleteSaleRefusal> {
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const read = readTicket({ db: tx, actor: actingStaff(context), drawer }, input.cart);
  if (!read.ok) return read;
  const ticket = read.value;
  const { totalCents } = ticket.totals;
  if (totalCents !== input.expectedTotalCents)
    return refuse({ code: 'SALE_TOTAL_CHANGED', totalCents });
  const settled = settleTicket({ db: tx, context, ticket, tenders: input.tenders });
  if (!settled.ok) return settled;
  const ringing: Ringing = {
    tx,
    context,
    saleId: input.saleId,
    ticket,
    tenders: input.tenders,
    settlement: settled.value,
  };
  const number = store(ringing);
  queuePapers(ringing, number, input.print);
  return ok({ saleId: input.saleId, number, totalCents, ...settled.value });
}

/** Everything the sale leaves behind; answers its number. */
function store(ringing: Ringing): string {
  const { tx, context, saleId, ticket } = ringing;
  const number = insertSale(ringing);
  insertLines(ringing);
  insertPayments(ringing);
  insertAccountPayments(ringing);
  insertShipment(ringing);
  postSaleJournal(tx, saleId);
  if (ticket.cart.customerId !== null)
    noteVisit(tx, ticket.cart.customerId, ticket.drawer.businessDate, context.nowMs);
  markCartPaid(tx, ticket.cart.cartId, context.nowMs);
  return number;
}

function insertShipment({ tx, context, saleId, ticket }: Ringing): void {
  const { shipTo } = ticket.cart;
  if (!shipTo) return;
  tx.insertFact(shipmentTable, {
    id: context.newId('shipment'),
    saleId,
    ...shipTo,
    businessDate: ticket.drawer.businessDate,
    atMs: context.nowMs,
  });
}

/** Papers wait in a queue of their own: a printer that is off holds up nothing. The drawer opens for what lies in it. */
function queuePapers(
  { tx, context, saleId, tenders }: Ringing,
  title: string,
  print: boolean,
): void {
  const paper = { subjectId: saleId, copy: false, title };
  if (tenders.some((tender) => TENDER_TRAITS[tender.kind].opensDrawer))
    queuePaper(tx, context, { kind: 'drawer', ...paper });
  if (print) queuePaper(tx, context, { kind: 'receipt', ...paper });
}
