import type { Id, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { addLine, type Cart, type CartLine, changeLine, plainLine } from '#shared/sales/cart.ts';

/** A card that is sold or filled again: money kept for later, which is no sale and never taxed. */
export interface CardLine {
  readonly lineId: SaleLineId;
  readonly description: string;
  readonly amountCents: Cents;
  readonly giftCardId: Id<'giftCard'>;
  readonly giftCardCode: string;
}

export function withGiftCard(cart: Cart, card: CardLine): Cart {
  const { lineId, description, amountCents, giftCardId, giftCardCode } = card;
  const links = { giftCardId, giftCardCode };
  return putLine(cart, {
    ...plainLine({
      lineId,
      kind: 'gift_card',
      description,
      tagPriceCents: amountCents,
      taxClass: 'none',
    }),
    links,
  });
}

/** The line that already sells or fills this very card. */
export function lineOfCard(cart: Cart, giftCardCode: string): CartLine | undefined {
  return cart.lines.find((line) => line.links.giftCardCode === giftCardCode);
}

/** Money on what a customer owes: it lowers the account and is never taxed. */
export function withAccountPayment(
  cart: Cart,
  payment: Pick<CardLine, 'lineId' | 'description' | 'amountCents'>,
): Cart {
  const { lineId, description, amountCents } = payment;
  return putLine(
    cart,
    plainLine({
      lineId,
      kind: 'account_payment',
      description,
      tagPriceCents: amountCents,
      taxClass: 'none',
    }),
  );
}

/** Adds a line, or gives the one that is there the amount, the words and the links of this one. */
export function putLine(cart: Cart, line: CartLine): Cart {
  if (!cart.lines.some(({ lineId }) => lineId === line.lineId)) return addLine(cart, line);
  const { tagPriceCents, description, links } = line;
  return changeLine(cart, line.lineId, { tagPriceCents, description, links });
}
