import { type Cents, sumCents } from '#shared/money.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import type { PricedLine } from '#shared/sales/cart-totals.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import { DISCOUNTABLE } from '#shared/sales/line-kinds.ts';
import { priceCheck } from '#shared/sales/pricing/price-check.ts';
import { restockingFee } from '#shared/sales/returns/restocking-fee.ts';
import { mayDo, type Permission } from '#shared/staff/permissions.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findOverride } from '../../staff/find-override.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { Ticket } from './ringing.ts';

/** Prices that need a reason, or the right or an override given for this very line and what it comes to. */
export function refusedPrices(
  db: ReadDb,
  ticket: Ticket,
  quote: Cart | null,
): CompleteSaleRefusal | undefined {
  for (const line of ticket.cart.lines) {
    const priced = ticket.totals.lines.find((each) => each.lineId === line.lineId);
    if (!priced) throw new Error('a line without figures');
    const refusal = DISCOUNTABLE.has(line.kind)
      ? refusedPrice(db, ticket, line, priced, quote)
      : (refusedReturn(db, ticket, line, priced) ?? refusedFee(db, ticket, line));
    if (refusal) return refusal;
  }
  return undefined;
}

function refusedPrice(
  db: ReadDb,
  ticket: Ticket,
  line: CartLine,
  priced: PricedLine,
  quote: Cart | null,
): CompleteSaleRefusal | undefined {
  const needs = priceCheck(priced, ticket.terms);
  if (needs === 'nothing' || isPromised(ticket.cart, line, quote)) return undefined;
  const about = { lineId: line.lineId, description: line.description };
  const talks = [
    ...(priced.lineDiscountCents === 0 ? [] : [line]),
    ...(priced.ticketDiscountCents === 0 ? [] : [ticket.cart.ticket]),
  ];
  if (talks.some((talk) => !isReasoned(talk))) return { code: 'PRICE_NEEDS_REASON', ...about };
  if (needs === 'reason') return undefined;
  const may =
    allowed(db, ticket, 'sales.changePrice', line.overrideId, line.lineId, priced.netCents) ||
    (ticket.cart.ticket !== null &&
      allowed(
        db,
        ticket,
        'sales.changePrice',
        ticket.cart.ticket.overrideId,
        ticket.cart.cartId,
        ticket.totals.totalCents,
      ));
  return may ? undefined : { code: 'PRICE_NEEDS_OVERRIDE', ...about };
}

/** The line and the ticket each say why they cost less than before. */
function isReasoned(talk: Pick<CartLine, 'reasonCode' | 'priceReason'> | null): boolean {
  if (!talk || talk.reasonCode === null) return false;
  return talk.reasonCode !== 'other' || talk.priceReason !== null;
}

/**
 * A quote keeps its prices: the same goods, as many, priced the same way, and no more of them than were quoted. A price
 * for the ticket was quoted for all of its lines, so it holds for all of them or not at all.
 */
function isPromised(cart: Cart, line: CartLine, quote: Cart | null): boolean {
  if (!quote || JSON.stringify(cart.ticket?.pricing) !== JSON.stringify(quote.ticket?.pricing))
    return false;
  const alike = (lines: readonly CartLine[], wanted: CartLine) =>
    lines.filter((each) => isSamePromise(each, wanted)).length;
  const covers = (wanted: CartLine) => alike(quote.lines, wanted) >= alike(cart.lines, wanted);
  if (quote.ticket === null) return covers(line);
  return cart.lines.length === quote.lines.length && cart.lines.every(covers);
}

function isSamePromise(a: CartLine, b: CartLine): boolean {
  return (
    a.pieceId === b.pieceId &&
    a.kind === b.kind &&
    a.description === b.description &&
    a.quantityThousandths === b.quantityThousandths &&
    a.tagPriceCents === b.tagPriceCents &&
    JSON.stringify(a.pricing) === JSON.stringify(b.pricing)
  );
}

/** Goods taken back without their receipt: a manager, a customer and an ID. */
function refusedReturn(
  db: ReadDb,
  ticket: Ticket,
  line: CartLine,
  priced: PricedLine,
): CompleteSaleRefusal | undefined {
  if (line.kind !== 'return' || line.links.originalLineId !== undefined) return undefined;
  const about = { lineId: line.lineId, description: line.description };
  if (line.links.blindId === undefined || ticket.cart.customerId === null)
    return { code: 'RETURN_NEEDS_ID', description: line.description };
  const { returnOverrideId } = line.links;
  const amount = Math.abs(priced.netCents) as Cents;
  return allowed(db, ticket, 'sales.blindReturn', returnOverrideId ?? null, line.lineId, amount)
    ? undefined
    : { code: 'RETURN_NEEDS_OVERRIDE', ...about };
}

/** The fee of the rule goes with what comes back; only who may change prices waives it. */
function refusedFee(db: ReadDb, ticket: Ticket, line: CartLine): CompleteSaleRefusal | undefined {
  const returned = ticket.goods.returns.get(line.lineId);
  if (line.kind !== 'return' || !returned) return undefined;
  const { restockingPpm, restockingMinCents, restockingFreeDays } = ticket.selling;
  const feeCents = restockingFee(
    { ratePpm: restockingPpm, minCents: restockingMinCents, freeDays: restockingFreeDays },
    returned.amounts.netCents,
    {
      soldOn: returned.original.businessDate as BusinessDate,
      returnedOn: ticket.drawer.businessDate,
    },
  );
  const fees = ticket.cart.lines.filter(
    (each) => each.kind === 'restocking_fee' && each.links.forLineId === line.lineId,
  );
  const kept = ticket.totals.lines.filter(({ lineId }) =>
    fees.some((fee) => fee.lineId === lineId),
  );
  if (sumCents(kept.map(({ netCents }) => netCents)) >= feeCents) return undefined;
  const { returnOverrideId } = line.links;
  return allowed(db, ticket, 'sales.changePrice', returnOverrideId ?? null, line.lineId, feeCents)
    ? undefined
    : { code: 'RETURN_NEEDS_OVERRIDE', lineId: line.lineId, description: line.description };
}

/** The right itself, or a manager's word for this subject and amount. */
export function allowed(
  db: ReadDb,
  { actor }: Pick<Ticket, 'actor'>,
  permission: Permission,
  overrideId: string | null,
  subjectId: string,
  amountCents: Cents,
): boolean {
  if (mayDo(actor.roles, permission)) return true;
  const grant = overrideId === null ? undefined : findOverride(db, overrideId);
  return (
    grant?.permission === permission &&
    grant.subjectId === subjectId &&
    grant.amountCents === amountCents
  );
}
