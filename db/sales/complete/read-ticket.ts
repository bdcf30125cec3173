import { ok, refuse, type Result } from '#shared/result.ts';
import { cart as cartSchema, type CompleteSaleRefusal } from '#shared/sales/contract.ts';
import { areaOfCart, cartTotals, pricingOf } from '#shared/sales/cart-totals.ts';
import { AT_TAG } from '#shared/sales/price-ways.ts';
import type { Cart, CartLine, SalesShare } from '#shared/sales/cart.ts';
import { type Cents, MAX_AMOUNT_CENTS } from '#shared/money.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import type { OpenDrawerRow } from '../../drawer/find-drawer.ts';
import { getSelling } from '../../settings/find-settings.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { Actor } from '../../write-path/command-context.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findExemption } from '../find-exemption.ts';
import { findQuote, listSoldOfQuote, type SoldOfQuote } from '../quotes/find-quote.ts';
import { ticketTerms } from '../ticket-terms.ts';
import { readGoods } from './check-lines.ts';
import { refusedPrices } from './check-prices.ts';
import { refusedTradeUp } from './check-trade-up.ts';
import type { GoodsOfTicket, Ticket } from './ringing.ts';

/** Who rings up, where. */
export interface Reading {
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly drawer: OpenDrawerRow;
}

/** Reads all that a cart refers to, checks it and prices it: the same cart always comes to the same. */
export function readTicket(reading: Reading, cart: Cart): Result<Ticket, CompleteSaleRefusal> {
  const { db, actor, drawer } = reading;
  const people = readPeople(reading, cart);
  if (!people.ok) return people;
  const quoted = readQuote(db, cart, drawer.businessDate);
  if (!quoted.ok) return quoted;
  const selling = getSelling(db);
  const goods = readGoods({
    db,
    actor,
    cart,
    businessDate: drawer.businessDate,
    tradeUpPpm: selling.tradeUpPpm,
    quoted: quoted.value?.lines ?? [],
  });
  if (!goods.ok) return goods;
  const terms = ticketTerms(db, selling, drawer.businessDate);
  const area = areaOfCart(cart, terms);
  if (!area) return refuse({ code: 'TAX_AREA_NOT_FOUND' });
  const told = withStoredAmounts(cart, goods.value);
  const returned = new Map(
    [...goods.value.returns].map(([lineId, { amounts }]) => [lineId, amounts.taxes] as const),
  );
  const totals = cartTotals(told, terms, people.value.exemption !== null, returned);
  if (!totals.ok) return totals;
  if (Math.abs(totals.value.totalCents) > MAX_AMOUNT_CENTS)
    return refuse({ code: 'AMOUNT_OVER_LIMIT', limitCents: MAX_AMOUNT_CENTS as Cents });
  const ticket: Ticket = {
    cart: told,
    actor,
    drawer,
    selling,
    terms,
    area,
    ...people.value,
    goods: goods.value,
    totals: totals.value,
  };
  const price = refusedTradeUp(ticket) ?? refusedPrices(db, ticket, quoted.value);
  return price ? refuse(price) : ok(ticket);
}

/** What comes back is worth what the store wrote down, and nothing else has an amount that is not priced here. */
function withStoredAmounts(cart: Cart, { returns }: GoodsOfTicket): Cart {
  const lines = cart.lines.map((line): CartLine => {
    const returned = returns.get(line.lineId);
    if (!returned) return { ...line, ...taxOf(line), pricing: pricingOf(line), fixed: null };
    const { original, amounts } = returned;
    const { grossCents, discountCents, netCents, taxCents } = amounts;
    return {
      ...line,
      pricing: AT_TAG,
      tagPriceCents: original.tagPriceCents as Cents,
      taxClass: original.taxClass,
      taxed: original.taxed === 1,
      fixed: { grossCents, discountCents, netCents, taxCents },
    };
  });
  return { ...cart, lines };
}

/** Money that is kept for somebody, or on its way to an account, is no sale: nothing taxes it, whatever the window says. */
const MONEY: ReadonlySet<CartLine['kind']> = new Set(['gift_card', 'account_payment']);

function taxOf({ kind, taxed, taxClass }: CartLine): Pick<CartLine, 'taxed' | 'taxClass'> {
  return MONEY.has(kind) ? { taxed: false, taxClass: 'none' } : { taxed, taxClass };
}

interface People {
  readonly soldBy: string;
  readonly shares: readonly SalesShare[];
  readonly exemption: string | null;
}

function readPeople(
  { db, actor, drawer }: Reading,
  cart: Cart,
): Result<People, CompleteSaleRefusal> {
  const sellers =
    cart.shares?.map((share) => share.staffId) ?? (cart.sellingAs ? [cart.sellingAs] : []);
  if (sellers.some((staffId) => !findStaff(db, staffId)?.active))
    return refuse({ code: 'STAFF_NOT_FOUND' });
  const soldBy = cart.sellingAs ?? sellers[0] ?? actor.staffId;
  const alone: SalesShare = { staffId: soldBy, sharePpm: 1_000_000 };
  if (cart.customerId !== null && !findCustomerBrief(db, cart.customerId))
    return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  const exemption = findExemption(db, cart, drawer.businessDate);
  if (!exemption.ok && cart.lines.some(isTaxedAnew)) return exemption;
  const certificate = exemption.ok ? exemption.value : null;
  return ok({ soldBy, shares: cart.shares ?? [alone], exemption: certificate });
}

/** What comes back has the tax of its sale, and a fee or money has none: for those nobody needs a certificate. */
function isTaxedAnew({ kind, links }: CartLine): boolean {
  return links.originalLineId === undefined && kind !== 'restocking_fee' && !MONEY.has(kind);
}

/** What is left of the cart that was quoted, where this one keeps a quote: each of its lines is sold as promised once. */
function readQuote(
  db: ReadDb,
  cart: Cart,
  businessDate: string,
): Result<Cart | null, CompleteSaleRefusal> {
  if (cart.quoteId === null) return ok(null);
  const quote = findQuote(db, cart.quoteId);
  if (!quote) return refuse({ code: 'QUOTE_NOT_FOUND' });
  if (quote.expiresOn < businessDate)
    return refuse({ code: 'QUOTE_EXPIRED', expiredOn: quote.expiresOn });
  const promised = cartSchema.parse(JSON.parse(quote.body));
  return ok({ ...promised, lines: unsold(promised.lines, listSoldOfQuote(db, cart.quoteId)) });
}

function unsold(lines: readonly CartLine[], sold: readonly SoldOfQuote[]): readonly CartLine[] {
  const left = [...lines];
  for (const { pieceId, kind, description, quantityThousandths, tagPriceCents } of sold) {
    const index = left.findIndex(
      (line) =>
        line.pieceId === pieceId &&
        line.kind === kind &&
        line.description === description &&
        line.quantityThousandths === quantityThousandths &&
        line.tagPriceCents === tagPriceCents,
    );
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}
