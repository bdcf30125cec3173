import { newId } from '#electron/store/writer/new-id.ts';
import type { StaffId } from '#shared/ids.ts';
import { type Cents, cents, type RatePpm } from '#shared/money.ts';
import {
  addLine,
  addPiece,
  type Cart,
  type CartPiece,
  emptyCart,
  plainLine,
} from '#shared/sales/cart.ts';
import { cartTotals, type TicketTerms } from '#shared/sales/cart-totals.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';

/** Lines of a ticket that are pieces; the others are work, wraps and goods that are not in stock. */
export const TICKET_PIECES = 32;
export const TICKET_LINES = 40;

const WORK = [
  ['service', 'Ring sizing', 'alter', 4500],
  ['service', 'Battery', 'restore', 1500],
  ['gift_wrap', 'Gift wrap', 'gift_wrap', 500],
  ['care_plan', 'Care plan', 'care_plan', 9900],
  ['item', 'Jewelry cleaner', 'goods', 1295],
] as const;

/**
 * Forty lines that two people share: pieces one of one, work and typed goods, some of them at a price of their own, and
 * all of it quoted with tax at five hundred dollars less than it comes to.
 */
export function ticketOf(
  pieces: readonly CartPiece[],
  terms: TicketTerms,
  sellers: readonly [StaffId, StaffId],
): CompleteSaleInput {
  const plain = linesOf(pieces);
  const cart: Cart = {
    ...plain,
    shares: sellers.map((staffId) => ({ staffId, sharePpm: 500_000 })),
    ticket: {
      pricing: { way: 'out_the_door', cents: cents(totalOf(plain, terms) - 50_000) },
      reasonCode: 'anniversary',
      priceReason: null,
      overrideId: null,
    },
  };
  const expectedTotalCents = totalOf(cart, terms);
  const cardCents = cents(Math.floor(expectedTotalCents / 2));
  const paymentId = () => newId('payment');
  return {
    commandId: newId('command'),
    saleId: newId('sale'),
    cart,
    tenders: [
      plainTender({ paymentId: paymentId(), kind: 'card', amountCents: cardCents, brand: 'Visa' }),
      plainTender({
        paymentId: paymentId(),
        kind: 'cash',
        amountCents: cents(expectedTotalCents - cardCents + 500),
      }),
    ],
    expectedTotalCents,
    print: true,
  };
}

function linesOf(pieces: readonly CartPiece[]): Cart {
  const scanned = pieces.reduce(
    (cart, piece) => addPiece(cart, piece, newId('saleLine')).cart,
    emptyCart(newId('cart')),
  );
  const reduced = {
    pricing: { way: 'percent_off', ratePpm: 50_000 as RatePpm },
    reasonCode: 'price_match',
  } as const;
  const lines = scanned.lines.map((line, index) =>
    index % 4 === 0 ? { ...line, ...reduced } : line,
  );
  return Array.from({ length: TICKET_LINES - pieces.length }, (_, index) => {
    const [kind, description, taxClass, priceCents] = WORK[index % WORK.length] ?? WORK[0];
    return plainLine({
      lineId: newId('saleLine'),
      kind,
      description,
      taxClass,
      tagPriceCents: cents(priceCents),
    });
  }).reduce(addLine, { ...scanned, lines });
}

function totalOf(cart: Cart, terms: TicketTerms): Cents {
  const totals = cartTotals(cart, terms, false);
  if (!totals.ok) throw new Error(`no such total: ${JSON.stringify(totals.refusal)}`);
  return totals.value.totalCents;
}
