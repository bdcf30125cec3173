import { expect } from 'vitest';
import type { CompleteSaleInput, CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { SaleId } from '#shared/ids.ts';
import type { Cents, Thousandths } from '#shared/money.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import { syncedTables } from '../all-tables.ts';
import { aCertificate, aCustomer } from './a-customer.ts';
import { aPiece, aSale, aTicket, pieceLine, rung, sell } from './a-sale.ts';
import { newId, type TestShop } from './a-shop.ts';
import { aProvider } from './shop-terms.ts';
import { aGiftCard, aLine, returnsOfSale } from './ticket-lines.ts';

export type RefusalCode = CompleteSaleRefusal['code'];
/** Refusals of how a ticket is paid. */
export type TenderRefusalCode =
  | 'SALE_UNDERTENDERED'
  | 'TENDER_OVER_TOTAL'
  | 'TENDER_NEEDS_DETAIL'
  | 'TENDER_NEEDS_CUSTOMER'
  | 'CUSTOMER_REQUIRED'
  | 'GIFT_CARD_UNKNOWN'
  | 'GIFT_CARD_TAKEN'
  | 'GIFT_CARD_SHORT'
  | 'GIFT_CARD_OVER_CAP'
  | 'STORE_CREDIT_SHORT'
  | 'ACCOUNT_NOT_OPEN'
  | 'ACCOUNT_STOPPED'
  | 'ACCOUNT_OVER_LIMIT'
  | 'PROVIDER_NOT_FOUND'
  | 'LESSOR_NOT_READY'
  | 'LESSOR_PAYS_ALL'
  | 'ACCOUNT_PAYS_ITSELF'
  | 'REFUND_OVER_PAID';
/** Refusals of what a ticket costs. */
export type PriceRefusalCode =
  | 'EXEMPT_NEEDS_CERTIFICATE'
  | 'QUOTE_EXPIRED'
  | 'QUOTE_NOT_FOUND'
  | 'TAX_AREA_NOT_FOUND'
  | 'OUT_THE_DOOR_NOT_POSSIBLE'
  | 'PRICE_NEEDS_REASON'
  | 'PRICE_NEEDS_OVERRIDE'
  | 'SALE_TOTAL_CHANGED'
  | 'TAG_PRICE_CHANGED'
  | 'AMOUNT_OVER_LIMIT';
/** All others are about goods and people. */
export type GoodsRefusalCode = Exclude<RefusalCode, TenderRefusalCode | PriceRefusalCode>;

/** A sale that must be refused; by the counter, unless only the right is not what it lacks. */
export type Attempt =
  | CompleteSaleInput
  | { readonly input: CompleteSaleInput; readonly by: 'manager' };
/** By what is wrong, in the words of the shop. */
export type Scenarios = Readonly<Record<string, (shop: TestShop) => Attempt>>;

/** $100.00 at the test shop's tax. */
export const TOTAL = 10_825;

/** Scenarios as rows of a table of tests. */
export function casesOf(scenarios: Readonly<Record<string, Scenarios>>) {
  return Object.entries(scenarios).flatMap(([code, each]) =>
    Object.entries(each).map(([what, attempt]) => ({ code, what, attempt })),
  );
}

/** The sale is refused with its code, and nothing of it is stored: no fact, no number, no row of the books. */
export function expectRefused(
  shop: TestShop,
  code: string,
  attempt: (shop: TestShop) => Attempt,
): void {
  const attempted = attempt(shop);
  const before = stored(shop);
  const { input, actor } =
    'input' in attempted
      ? { input: attempted.input, actor: shop.manager }
      : { input: attempted, actor: shop.counter };
  expect(sell(shop, input, { actor })).toMatchObject({ ok: false, refusal: { code } });
  expect(stored(shop)).toEqual(before);
}

/** How many rows there are of everything that a sale leaves behind. */
export function stored({ writer: { sqlite } }: TestShop): Readonly<Record<string, unknown>> {
  const tables = syncedTables.map(({ name }) => name);
  const counts = [...tables, 'journal_row', 'print_job', 'cart', 'changeset'].map((table) => [
    table,
    sqlite.prepare(`select count(*) from ${table}`).pluck().get(),
  ]);
  return {
    ...Object.fromEntries(counts),
    stock: sqlite.prepare('select sum(quantity_thousandths) from piece_state').pluck().get(),
    numbers: sqlite.prepare('select kind, last from number_series').all(),
  };
}

export const item = (over: Partial<CartLine> = {}, priceCents = 10_000): CartLine =>
  aLine('item', priceCents, over);

/** A dollar less than the tag. */
export const cheaper = (over: Partial<CartLine> = {}): CartLine =>
  item({ pricing: { way: 'amount_off', cents: 100 as Cents }, ...over });

/** A piece that is in stock, as scanned. */
export const ringLine = (shop: TestShop, priceCents = 10_000, quantityThousandths = 1000) =>
  pieceLine(
    shop,
    aPiece(shop, { stockNumber: newId('stockNumber'), priceCents, quantityThousandths }),
  );

export const withCustomer = (
  shop: TestShop,
  lines: readonly CartLine[],
  over: Partial<Cart> = {},
): Cart => aTicket(lines, { customerId: aCustomer(shop), ...over });

/** A piece that was sold for cash. */
export function soldRing(shop: TestShop): CompleteSaleInput {
  const input = aSale(shop, aTicket([ringLine(shop)]));
  rung(shop, input);
  return input;
}

/** The first line of a sale on its way back. */
export function firstReturn(shop: TestShop, saleId: SaleId): CartLine {
  const [line] = returnsOfSale(shop.writer, saleId);
  if (!line) throw new Error('nothing comes back');
  return line;
}

/** A gift card with $50.00 on it. */
export function soldCard(shop: TestShop): ReturnType<typeof aGiftCard> {
  const card = aGiftCard(5000);
  rung(shop, aSale(shop, aTicket([card])));
  return card;
}

/** Something worth $40.00 that comes back without its receipt, by an ID. */
export const blindReturn = (over: Partial<CartLine> = {}): CartLine =>
  aLine('return', 4000, {
    quantityThousandths: -1000 as Thousandths,
    links: { blindId: 'License 1234' },
    ...over,
  });

/** A lessor with its resale certificate. */
export function aReadyLessor(shop: TestShop) {
  const lessor = aCustomer(shop, { company: 'A lease house' });
  aCertificate(shop, lessor, { kind: 'resale' });
  return aProvider(shop, lessor);
}
