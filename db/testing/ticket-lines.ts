import { randomBytes } from 'node:crypto';
import { giftCardCode } from '#shared/gift-cards/code.ts';
import type { Id, SaleLineId } from '#shared/ids.ts';
import { type Cents, type Thousandths, ZERO_CENTS } from '#shared/money.ts';
import { type CartLine, plainLine } from '#shared/sales/cart.ts';
import type { TaxClass } from '#shared/taxes/tax-class.ts';
import { readReturn } from '../sales/complete/check-returns.ts';
import { findLine, listLines } from '../sales/find-sale.ts';
import { getSelling } from '../settings/find-settings.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { newId } from './a-shop.ts';

const CLASSES: Readonly<Record<CartLine['kind'], TaxClass>> = {
  item: 'goods',
  service: 'restore',
  gift_wrap: 'gift_wrap',
  care_plan: 'care_plan',
  shipping: 'shipping',
  return: 'goods',
  trade_up: 'goods',
  restocking_fee: 'none',
  gift_card: 'none',
  account_payment: 'none',
};

/** A line that is no piece of the stock, taxed as its kind is. */
export function aLine(
  kind: CartLine['kind'],
  priceCents: number,
  over: Partial<CartLine> = {},
): CartLine {
  return plainLine({
    lineId: newId('saleLine'),
    kind,
    description: `A ${kind.replace('_', ' ')}`,
    tagPriceCents: priceCents as Cents,
    taxClass: CLASSES[kind],
    ...over,
  });
}

/** A gift card on its way to somebody, with a code of its own. */
export function aGiftCard(priceCents: number): CartLine & { readonly giftCardId: Id<'giftCard'> } {
  const giftCardId = newId('giftCard');
  const links = { giftCardId, giftCardCode: giftCardCode(randomBytes(9)) };
  return { ...aLine('gift_card', priceCents, { links }), giftCardId };
}

/** What a line that takes something back may say besides. */
export interface TakingBack {
  readonly kind?: 'return' | 'trade_up';
  readonly thousandths?: number;
  readonly disposition?: 'stock' | 'inspection';
  readonly lineId?: SaleLineId;
}

/** A line that takes back one of an earlier sale, all of it unless told otherwise, as the screen puts it into the cart. */
export function aReturn(db: ReadDb, saleLineId: string, over: TakingBack = {}): CartLine {
  const original = findLine(db, saleLineId);
  if (!original) throw new Error('no line to take back');
  const { kind = 'return', disposition = 'stock' } = over;
  const thousandths = over.thousandths ?? original.quantityThousandths;
  const line = plainLine({
    lineId: over.lineId ?? newId('saleLine'),
    kind,
    pieceId: original.pieceId as CartLine['pieceId'],
    stockNumber: original.stockNumber,
    description: original.description,
    tagPriceCents: original.tagPriceCents as Cents,
    taxClass: original.taxClass,
    taxed: original.taxed === 1,
    quantityThousandths: (0 - thousandths) as Thousandths,
    links: { originalLineId: saleLineId as SaleLineId, disposition },
  });
  const read = readReturn({ db, tradeUpPpm: getSelling(db).tradeUpPpm }, line, new Map());
  // The screen offers no such line; the store refuses it whatever it says it is worth.
  if (!read.ok) return { ...line, fixed: NOTHING };
  const { grossCents, discountCents, netCents, taxCents } = read.value.amounts;
  return { ...line, fixed: { grossCents, discountCents, netCents, taxCents } };
}

const NOTHING: NonNullable<CartLine['fixed']> = {
  grossCents: ZERO_CENTS,
  discountCents: ZERO_CENTS,
  netCents: ZERO_CENTS,
  taxCents: ZERO_CENTS,
};

/** Lines that take back a whole sale: what of it can be. */
export function returnsOfSale(db: ReadDb, saleId: string): readonly CartLine[] {
  return listLines(db, saleId)
    .filter((line) => line.quantityThousandths > 0 && line.kind !== 'price_adjustment')
    .map((line) => aReturn(db, line.id));
}
