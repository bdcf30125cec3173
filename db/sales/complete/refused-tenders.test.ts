import { afterEach, test } from 'vitest';
import type { Cents } from '#shared/money.ts';
import { type Cart, setCustomer } from '#shared/sales/cart.ts';
import { aCertificate, aCustomer, aHouseAccount } from '../../testing/a-customer.ts';
import { aSale, aTender, aTicket, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import {
  aReadyLessor,
  casesOf,
  expectRefused,
  firstReturn,
  type TenderRefusalCode,
  item,
  ringLine,
  type Scenarios,
  soldCard,
  soldRing,
  TOTAL,
  withCustomer,
} from '../../testing/refused-sales.ts';
import { aProvider, sellBy } from '../../testing/shop-terms.ts';
import { aGiftCard, aLine } from '../../testing/ticket-lines.ts';

// Every way in which the paying of a ticket is refused.

const SCENARIOS: Readonly<Record<TenderRefusalCode, Scenarios>> = {
  SALE_UNDERTENDERED: {
    'less than the total': (shop) => aSale(shop, aTicket([item()]), [['cash', TOTAL - 1]]),
    'nothing at all': (shop) => aSale(shop, aTicket([item()]), []),
    'a refund that gives too little back': (shop) => {
      const { saleId } = soldRing(shop);
      const tender = aTender('cash', 1 - TOTAL, { refundOfSaleId: saleId });
      return aSale(shop, aTicket([firstReturn(shop, saleId)]), [tender]);
    },
  },
  TENDER_OVER_TOTAL: {
    'change on a card': (shop) => aSale(shop, aTicket([item()]), [['card', TOTAL + 1]]),
    'change on a check': (shop) =>
      aSale(shop, aTicket([item()]), [
        aTender('check', TOTAL + 1, { checkKind: 'personal', reference: '101' }),
      ]),
  },
  TENDER_NEEDS_DETAIL: {
    'a check without its number': (shop) =>
      aSale(shop, aTicket([item()]), [aTender('check', TOTAL, { checkKind: 'personal' })]),
    'a check of no kind': (shop) =>
      aSale(shop, aTicket([item()]), [aTender('check', TOTAL, { reference: '101' })]),
    'something other that has no name': (shop) =>
      aSale(shop, aTicket([item()]), [['other', TOTAL]]),
    'a lender nobody names': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [aTender('finance', TOTAL, { reference: '7' })]),
    'a loan without its application': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [
        aTender('finance', TOTAL, { providerId: aProvider(shop) }),
      ]),
    'nothing in cash': (shop) =>
      aSale(shop, aTicket([item()]), [
        ['card', TOTAL],
        ['cash', 0],
      ]),
    'cash that nobody is sure of': (shop) =>
      aSale(shop, aTicket([item()]), [aTender('cash', TOTAL, { unknown: true })]),
    'money given back on a sale': (shop) =>
      aSale(shop, aTicket([item()]), [
        ['cash', TOTAL + 500],
        ['card', -500],
      ]),
    "a lessor's ticket that somebody else pays": (shop) =>
      aSale(shop, withCustomer(shop, [item()], { providerId: aReadyLessor(shop) }), [
        ['cash', 10_000],
      ]),
  },
  TENDER_NEEDS_CUSTOMER: {
    'store credit of nobody': (shop) => aSale(shop, aTicket([item()]), [['store_credit', TOTAL]]),
    'an account of nobody': (shop) => aSale(shop, aTicket([item()]), [['house_account', TOTAL]]),
    'a payment on the account of nobody': (shop) =>
      aSale(shop, aTicket([aLine('account_payment', 1000)])),
  },
  CUSTOMER_REQUIRED: {
    'a large sale to nobody': (shop) => {
      sellBy(shop, { customerFromCents: TOTAL as Cents });
      return aSale(shop, aTicket([item()]));
    },
  },
  GIFT_CARD_UNKNOWN: {
    'a card that was never sold': (shop) =>
      aSale(shop, aTicket([item()]), [
        aTender('gift_card', TOTAL, { giftCardId: newId('giftCard') }),
      ]),
    'a payment by no card': (shop) => aSale(shop, aTicket([item()]), [['gift_card', TOTAL]]),
    'a card without a code is sold': (shop) => aSale(shop, aTicket([aLine('gift_card', 5000)])),
    'a card with a code that can be guessed': (shop) => {
      const links = { giftCardId: newId('giftCard'), giftCardCode: 'SMITH-1' };
      return aSale(shop, aTicket([aLine('gift_card', 5000, { links })]));
    },
    'a card is paid with itself before it is sold': (shop) => {
      const card = aGiftCard(5000);
      return aSale(shop, aTicket([card]), [
        aTender('gift_card', 5000, { giftCardId: card.giftCardId }),
      ]);
    },
  },
  GIFT_CARD_TAKEN: {
    'the code of another card': (shop) => {
      const { links } = soldCard(shop);
      return aSale(
        shop,
        aTicket([aLine('gift_card', 5000, { links: { ...links, giftCardId: newId('giftCard') } })]),
      );
    },
    'another code for a card': (shop) => {
      const { links } = soldCard(shop);
      return aSale(
        shop,
        aTicket([aLine('gift_card', 5000, { links: { ...links, giftCardCode: '0123456789ABC' } })]),
      );
    },
    'one code twice on a ticket': (shop) => {
      const card = aGiftCard(5000);
      const twin = aLine('gift_card', 1000, {
        links: { ...card.links, giftCardId: newId('giftCard') },
      });
      return aSale(shop, aTicket([card, twin]));
    },
  },
  GIFT_CARD_SHORT: {
    'more than is on the card, over two payments': (shop) => {
      const { giftCardId } = soldCard(shop);
      return aSale(shop, aTicket([item()]), [
        aTender('gift_card', 3000, { giftCardId }),
        aTender('gift_card', 2001, { giftCardId }),
        ['cash', TOTAL],
      ]);
    },
  },
  GIFT_CARD_OVER_CAP: {
    'more than the cap while other registers cannot be asked': (shop) => {
      const { giftCardId } = soldCard(shop);
      sellBy(shop, { giftCardCapCents: 2000 as Cents });
      wasConnected(shop);
      return aSale(shop, aTicket([item()]), [
        aTender('gift_card', 2001, { giftCardId }),
        ['cash', TOTAL],
      ]);
    },
  },
  STORE_CREDIT_SHORT: {
    'credit that nobody gave': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [['store_credit', TOTAL]]),
  },
  ACCOUNT_NOT_OPEN: {
    'a charge to somebody without an account': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [['house_account', TOTAL]]),
    'a payment of who owes nothing': (shop) =>
      aSale(shop, withCustomer(shop, [aLine('account_payment', 1000)])),
  },
  ACCOUNT_STOPPED: {
    'a charge to an account on stop': (shop) =>
      aSale(shop, onAccount(shop, { onStop: true }), [['house_account', TOTAL]]),
  },
  ACCOUNT_OVER_LIMIT: {
    'a cent over the limit': (shop) =>
      aSale(shop, onAccount(shop, { limitCents: TOTAL - 1 }), [['house_account', TOTAL]]),
  },
  PROVIDER_NOT_FOUND: {
    'a lender who is not there': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [
        aTender('finance', TOTAL, { providerId: newId('financeProvider'), reference: '7' }),
      ]),
    'a lessor as a lender': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [
        aTender('finance', TOTAL, { providerId: aReadyLessor(shop), reference: '7' }),
      ]),
  },
  LESSOR_NOT_READY: {
    'a lessor without a certificate': (shop) => {
      const providerId = aProvider(shop, aCustomer(shop));
      return aSale(shop, withCustomer(shop, [item()], { providerId }), [
        aTender('lease', TOTAL, { providerId, reference: '7' }),
      ]);
    },
    'a lender who would buy without tax': (shop) => {
      const providerId = aProvider(shop);
      const lender = aCustomer(shop);
      aCertificate(shop, lender, { kind: 'resale' });
      shop.writer.sqlite.prepare('update finance_provider set lessor_customer_id = ?').run(lender);
      return aSale(shop, withCustomer(shop, [item()], { providerId }), [
        aTender('finance', 10_000, { providerId, reference: '7' }),
      ]);
    },
    'a lease on a ticket that names no lessor': (shop) =>
      aSale(shop, withCustomer(shop, [item()]), [
        aTender('lease', TOTAL, { providerId: aReadyLessor(shop), reference: '7' }),
      ]),
  },
  LESSOR_PAYS_ALL: {
    'a lessor who pays a cent, so that the rest goes without tax': (shop) => {
      const providerId = aReadyLessor(shop);
      return aSale(shop, withCustomer(shop, [item()], { providerId }), [
        aTender('lease', 1, { providerId, reference: '7' }),
        ['cash', 9999],
      ]);
    },
  },
  ACCOUNT_PAYS_ITSELF: {
    'an account that is paid by charging it': (shop) => {
      const customerId = aCustomer(shop);
      aHouseAccount(shop, customerId, { limitCents: 50_000 });
      rung(shop, aSale(shop, aTicket([item()], { customerId }), [['house_account', TOTAL]]));
      const cart = aTicket([item(), aLine('account_payment', TOTAL)], { customerId });
      return aSale(shop, cart, [
        ['house_account', TOTAL + 1],
        ['cash', TOTAL - 1],
      ]);
    },
  },
  REFUND_OVER_PAID: {
    'cash for what a card paid': (shop) => {
      const input = aSale(shop, aTicket([ringLine(shop)]), [['card', TOTAL]]);
      rung(shop, input);
      const tender = aTender('cash', 0 - TOTAL, { refundOfSaleId: input.saleId });
      return aSale(shop, aTicket([firstReturn(shop, input.saleId)]), [tender]);
    },
  },
};

function onAccount(shop: TestShop, account: Parameters<typeof aHouseAccount>[2]): Cart {
  const customerId = aCustomer(shop);
  aHouseAccount(shop, customerId, account);
  return setCustomer(aTicket([item()]), customerId);
}

/** As after a pull long ago: other registers may have spent what this one does not know of. */
function wasConnected(shop: TestShop): void {
  shop.writer.sqlite.exec('update sync_meta set pulled_at_ms = 1');
}

let shop: TestShop;
afterEach(() => shop.close());

test.each(casesOf(SCENARIOS))('$code: $what is refused, and nothing of it is stored', (each) => {
  shop = aShop();
  expectRefused(shop, each.code, each.attempt);
});
