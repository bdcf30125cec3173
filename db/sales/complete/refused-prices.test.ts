import { afterEach, test } from 'vitest';
import type { Cents, RatePpm } from '#shared/money.ts';
import { type CartLine } from '#shared/sales/cart.ts';
import { aCertificate, aCustomer } from '../../testing/a-customer.ts';
import { aSale, aTicket, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import {
  casesOf,
  cheaper,
  expectRefused,
  type PriceRefusalCode,
  item,
  ringLine,
  type Scenarios,
  TOTAL,
} from '../../testing/refused-sales.ts';
import { anOverride, aQuote, serviceKeys, setTagPrice } from '../../testing/shop-terms.ts';
import { aGiftCard, aLine } from '../../testing/ticket-lines.ts';

// Every way in which the price of a ticket is refused.

const SCENARIOS: Readonly<Record<PriceRefusalCode, Scenarios>> = {
  EXEMPT_NEEDS_CERTIFICATE: {
    'an exempt customer without a paper': (shop) =>
      aSale(shop, aTicket([item()], { customerId: aCustomer(shop, { taxExempt: true }) })),
    'a paper that has expired': (shop) => {
      const customerId = aCustomer(shop, { taxExempt: true });
      aCertificate(shop, customerId, { expiresOn: '2026-11-22' });
      return aSale(shop, aTicket([item()], { customerId }));
    },
  },
  QUOTE_EXPIRED: {
    'a quote of last week': (shop) => {
      const cart = aTicket([item()]);
      const quoteId = aQuote(shop, cart, '2026-11-23');
      shop.writer.sqlite.exec('drop trigger quote_stands');
      shop.writer.sqlite.prepare('update quote set expires_on = ?').run('2026-11-22');
      return aSale(shop, { ...cart, quoteId });
    },
  },
  QUOTE_NOT_FOUND: {
    'a quote that is not there': (shop) =>
      aSale(shop, aTicket([item()], { quoteId: newId('quote') })),
  },
  TAX_AREA_NOT_FOUND: {
    'sent to a place that is not set up': (shop) => {
      const shipTo = { ...AN_ADDRESS, taxAreaId: newId('taxArea') };
      return aSale(shop, aTicket([item()], { shipTo }));
    },
  },
  OUT_THE_DOOR_NOT_POSSIBLE: {
    'a quoted total below the lines that nobody discounts': (shop) => {
      const input = aSale(
        shop,
        aTicket([item(), aLine('gift_card', 5000, { links: aGiftCard(1).links })]),
      );
      const pricing = { way: 'out_the_door', cents: 4000 as Cents } as const;
      const ticket = {
        pricing,
        reasonCode: 'price_match' as const,
        priceReason: null,
        overrideId: null,
      };
      return { input: { ...input, cart: { ...input.cart, ticket } }, by: 'manager' };
    },
  },
  PRICE_NEEDS_REASON: {
    'a price below the tag': (shop) => ({
      input: aSale(shop, aTicket([cheaper()])),
      by: 'manager',
    }),
    'another reason without words': (shop) => ({
      input: aSale(shop, aTicket([cheaper({ reasonCode: 'other' })])),
      by: 'manager',
    }),
    'a ticket price beside lines that have their reasons': (shop) => {
      const pricing = { way: 'amount_off', cents: 500 as Cents } as const;
      const ticket = { pricing, reasonCode: null, priceReason: null, overrideId: null };
      const cart = aTicket([cheaper({ reasonCode: 'damaged' })], { ticket });
      return { input: aSale(shop, cart), by: 'manager' };
    },
  },
  PRICE_NEEDS_OVERRIDE: {
    'a price below the tag, by the counter': (shop) =>
      aSale(shop, aTicket([cheaper({ reasonCode: 'price_match' })])),
    'a price above the tag, by the counter': (shop) =>
      aSale(
        shop,
        aTicket([
          item({ pricing: { way: 'before_tax', cents: 11_000 as Cents }, reasonCode: 'damaged' }),
        ]),
      ),
    "a ticket price, on a manager's word for another total": (shop) => {
      const cart = aTicket([item()]);
      const overrideId = anOverride(shop, 'sales.changePrice', cart.cartId, 9000);
      const pricing = { way: 'out_the_door', cents: 8000 as Cents } as const;
      const ticket = { pricing, reasonCode: 'price_match' as const, priceReason: null, overrideId };
      return aSale(shop, { ...cart, ticket });
    },
    'a quote, at another price for the ticket': (shop) => {
      const cart = aTicket([item()]);
      const quoteId = aQuote(shop, cart, '2026-12-01');
      const pricing = { way: 'percent_off', ratePpm: 900_000 as RatePpm } as const;
      const ticket = {
        pricing,
        reasonCode: 'damaged' as const,
        priceReason: null,
        overrideId: null,
      };
      return aSale(shop, { ...cart, quoteId, ticket });
    },
    'a quote that was sold already': (shop) => {
      const line = cheaper({ reasonCode: 'damaged' });
      const quoteId = aQuote(shop, aTicket([line]), '2026-12-01', shop.manager);
      rung(shop, aSale(shop, aTicket([line], { quoteId })));
      return aSale(shop, aTicket([{ ...line, lineId: newId('saleLine') }], { quoteId }));
    },
    'a price for the whole of a quote that was sold already': (shop) => {
      const cart = halfPrice([item()]);
      const quoteId = aQuote(shop, cart, '2026-12-01', shop.manager);
      rung(shop, aSale(shop, { ...cart, quoteId }));
      return aSale(shop, { ...halfPrice([item()]), quoteId });
    },
    'a quote, for more than was quoted': (shop) => {
      const line = cheaper({ reasonCode: 'damaged' });
      const quoteId = aQuote(shop, aTicket([line]), '2026-12-01', shop.manager);
      const twice = aTicket([line, { ...line, lineId: newId('saleLine') }], { quoteId });
      return aSale(shop, twice);
    },
  },
  SALE_TOTAL_CHANGED: {
    'another total than the screen showed': (shop) => ({
      ...aSale(shop, aTicket([item()])),
      expectedTotalCents: (TOTAL - 1) as Cents,
    }),
    'amounts that the window made up': (shop) => {
      const amounts = { grossCents: 1, discountCents: 0, netCents: 1, taxCents: 0 };
      const made = { ...ringLine(shop), fixed: amounts as CartLine['fixed'] };
      return aSale(shop, aTicket([made]), [['cash', 1]]);
    },
    'a gift card as though it were goods': (shop) => {
      const { links } = aGiftCard(5000);
      return aSale(shop, aTicket([aLine('gift_card', 5000, { links, taxClass: 'goods' })]));
    },
  },
  TAG_PRICE_CHANGED: {
    'a tag that was changed after the scan': (shop) => {
      const line = ringLine(shop);
      if (line.pieceId === null) throw new Error('no piece');
      setTagPrice(shop, line.pieceId, 12_000);
      return aSale(shop, aTicket([line]));
    },
    'a piece as though it were not taxed': (shop) =>
      aSale(shop, aTicket([{ ...ringLine(shop), taxed: false }])),
    'a piece as though it were bullion': (shop) =>
      aSale(shop, aTicket([{ ...ringLine(shop), taxClass: 'bullion' }])),
    'a service at less than its key says': (shop) => rungByKey(shop, battery(1700)),
    'a service as though it were not taxed': (shop) =>
      rungByKey(shop, battery(1800, { taxed: false })),
    'a service as though it had no parts': (shop) =>
      rungByKey(shop, battery(1800, { partsPpm: 0 })),
    'shipping as though it were a gift card': (shop) =>
      rungByKey(shop, aLine('shipping', 900, { taxClass: 'none', links: { serviceCode: 'SHIP' } })),
  },
  AMOUNT_OVER_LIMIT: {
    'more than a ticket can come to': (shop) =>
      aSale(shop, aTicket([item({}, 1_000_000_000), item({}, 1_000_000_000)])),
  },
};

const AN_ADDRESS = {
  recipient: 'Eve Stone',
  address: '1 Oak Ave',
  phone: '',
  carrier: 'UPS',
  tracking: '',
  insuredCents: 0 as Cents,
};

/** A new battery, as its key puts it into the cart. */
const battery = (priceCents: number, over: Partial<CartLine> = {}): CartLine =>
  aLine('service', priceCents, {
    description: 'Watch battery',
    partsPpm: 300_000,
    links: { serviceCode: 'BATTERY' },
    ...over,
  });

function rungByKey(shop: TestShop, line: CartLine) {
  serviceKeys(shop);
  return aSale(shop, aTicket([line]));
}

/** All of it at half its tags. */
const halfPrice = (lines: readonly CartLine[]) =>
  aTicket(lines, {
    ticket: {
      pricing: { way: 'percent_off', ratePpm: 500_000 as RatePpm },
      reasonCode: 'damaged',
      priceReason: null,
      overrideId: null,
    },
  });

let shop: TestShop;
afterEach(() => shop.close());

test.each(casesOf(SCENARIOS))('$code: $what is refused, and nothing of it is stored', (each) => {
  shop = aShop();
  expectRefused(shop, each.code, each.attempt);
});
