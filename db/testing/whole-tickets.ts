import type { CompleteSaleInput, SaleTender } from '#shared/sales/contract.ts';
import type { SaleId } from '#shared/ids.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import { aCertificate, aCustomer, aHouseAccount } from './a-customer.ts';
import { aPiece, aSale, aTender, aTicket, cartTotalCents, pieceLine, rung } from './a-sale.ts';
import { newId, type TestShop } from './a-shop.ts';
import { anExampleArea, saveArea } from './a-tax-area.ts';
import { aReadyLessor, item, ringLine, soldCard, TOTAL } from './refused-sales.ts';
import { anApproval, aProvider, aQuote, sellBy } from './shop-terms.ts';
import { aGiftCard, aLine, aReturn, returnsOfSale } from './ticket-lines.ts';

// Tickets of every kind, each ready to be rung up by a manager; what they need before is rung up already.

type WholeTickets = Readonly<Record<string, (shop: TestShop) => CompleteSaleInput>>;

const ticketOf = (lines: readonly CartLine[], over: Partial<Cart> = {}) => aTicket(lines, over);
const reasoned = { reasonCode: 'price_match', priceReason: null, overrideId: null } as const;
const someStraps = (shop: TestShop, count = 3): CartLine => {
  const pieceId = aPiece(shop, {
    stockNumber: newId('stockNumber'),
    priceCents: 1234,
    quantityThousandths: 9000,
  });
  return { ...pieceLine(shop, pieceId), quantityThousandths: (count * 1000) as Thousandths };
};

/** Money of a sale that goes back to how it was paid. */
const back = (saleId: SaleId, kind: SaleTender['kind'], cents: number, over = {}): SaleTender =>
  aTender(kind, 0 - cents, { refundOfSaleId: saleId, ...over });

/** A piece and three straps, sold and paid by these tenders for the total they are given. */
function soldGoods(
  shop: TestShop,
  tenders: (totalCents: number) => readonly SaleTender[],
  over: Partial<Cart> = {},
): CompleteSaleInput {
  const cart = ticketOf([ringLine(shop), someStraps(shop)], over);
  const input = aSale(shop, cart, tenders(cartTotalCents(shop, cart)));
  rung(shop, input, { actor: shop.manager });
  return input;
}

const inCash = (cents: number) => [aTender('cash', cents)];

/** A ticket that takes all of a sale back. */
const allBack = (shop: TestShop, { saleId, cart }: CompleteSaleInput) =>
  ticketOf(returnsOfSale(shop.writer, saleId), { customerId: cart.customerId });

export const TICKETS_OF_LINES: WholeTickets = {
  'a piece for cash, with change': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)]), [['cash', TOTAL + 175]]),
  'counted goods': (shop) => aSale(shop, ticketOf([someStraps(shop)])),
  'something that is not in stock': (shop) => aSale(shop, ticketOf([item({ taxed: false })])),
  'work with parts': (shop) =>
    aSale(shop, ticketOf([aLine('service', 2500, { partsPpm: 200_000 })])),
  'a wrap and a care plan for a piece': (shop) => {
    const ring = ringLine(shop);
    const links = { forLineId: ring.lineId };
    return aSale(
      shop,
      ticketOf([ring, aLine('gift_wrap', 500, { links }), aLine('care_plan', 9900, { links })]),
    );
  },
  'a parcel to Tennessee': (shop) => {
    const shipTo = { ...AN_ADDRESS, taxAreaId: inTennessee(shop) };
    return aSale(shop, ticketOf([ringLine(shop, 400_000), aLine('shipping', 2500)], { shipTo }));
  },
  'a gift card': (shop) => aSale(shop, ticketOf([aGiftCard(5000)])),
  'a gift card that is filled again': (shop) => {
    const { links } = soldCard(shop);
    return aSale(shop, ticketOf([aLine('gift_card', 2500, { links })]));
  },
  'a payment on account': (shop) => {
    const customerId = owing(shop, 5000);
    return aSale(shop, ticketOf([aLine('account_payment', 3000)], { customerId }));
  },
  'a part of a sale on its way back, less a fee': (shop) => {
    const { saleId, cart } = soldGoods(shop, inCash);
    const strap = aReturn(shop.writer, cart.lines[1]?.lineId ?? '', { thousandths: 2000 });
    const fee = aLine('restocking_fee', 250, { links: { forLineId: strap.lineId } });
    const ticket = ticketOf([strap, fee]);
    return aSale(shop, ticket, [back(saleId, 'cash', 0 - cartTotalCents(shop, ticket))]);
  },
  'a piece that somebody looks at first': (shop) => {
    const { saleId, cart } = soldGoods(shop, inCash);
    const ring = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { disposition: 'inspection' });
    return aSale(shop, ticketOf([ring]), [back(saleId, 'cash', TOTAL)]);
  },
  'goods without their receipt': (shop) => {
    const ring = soldGoods(shop, inCash).cart.lines[0];
    const blind = { ...item(ring), kind: 'return', lineId: newId('saleLine') } as const;
    const line = { ...blind, quantityThousandths: -1000 as Thousandths, links: { blindId: 'X 1' } };
    return aSale(shop, ticketOf([line], { customerId: aCustomer(shop) }), [
      aTender('store_credit', 0 - TOTAL),
    ]);
  },
  'a stone traded up for a larger one': (shop) => {
    const { cart } = soldGoods(shop, inCash);
    const old = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { kind: 'trade_up' });
    return aSale(shop, ticketOf([ringLine(shop, 30_000), old]));
  },
  'an exchange for something dearer': (shop) => {
    const { cart } = soldGoods(shop, inCash);
    const old = aReturn(shop.writer, cart.lines[0]?.lineId ?? '');
    return aSale(shop, ticketOf([ringLine(shop, 30_000), old]));
  },
  'an exchange for something cheaper': (shop) => {
    const { saleId, cart } = soldGoods(shop, inCash);
    const old = aReturn(shop.writer, cart.lines[0]?.lineId ?? '');
    const ticket = ticketOf([old, ringLine(shop, 3000)]);
    return aSale(shop, ticket, [back(saleId, 'cash', 0 - cartTotalCents(shop, ticket))]);
  },
  'an exchange for the same price': (shop) => {
    const { cart } = soldGoods(shop, inCash);
    const old = aReturn(shop.writer, cart.lines[0]?.lineId ?? '');
    return aSale(shop, ticketOf([old, ringLine(shop)]), []);
  },
};

export const TICKETS_OF_TENDERS: WholeTickets = {
  'a card': (shop) => aSale(shop, ticketOf([ringLine(shop)]), [['card', TOTAL]]),
  'a card that nobody is sure of': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)]), [aTender('card', TOTAL, { unknown: true })]),
  'a check on hold': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)]), [
      aTender('check', TOTAL, {
        checkKind: 'personal',
        reference: '101',
        holdUntil: shop.today,
      }),
    ]),
  'a gift card and the rest in cash': (shop) => {
    const { giftCardId } = soldCard(shop);
    return aSale(shop, ticketOf([ringLine(shop)]), [
      aTender('gift_card', 5000, { giftCardId }),
      aTender('cash', 6000),
    ]);
  },
  'store credit': (shop) => {
    const customerId = credited(shop);
    return aSale(shop, ticketOf([ringLine(shop, 5000)], { customerId }), [['store_credit', 5413]]);
  },
  'a house account': (shop) => {
    const customerId = aCustomer(shop);
    aHouseAccount(shop, customerId);
    return aSale(shop, ticketOf([ringLine(shop)], { customerId }), [['house_account', TOTAL]]);
  },
  'a lender': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)], { customerId: aCustomer(shop) }), [
      aTender('finance', TOTAL, { providerId: aProvider(shop), reference: '7', plan: '12 months' }),
    ]),
  'a lessor, who pays no tax': (shop) => {
    const providerId = aReadyLessor(shop);
    return aSale(shop, ticketOf([ringLine(shop)], { providerId, customerId: aCustomer(shop) }), [
      aTender('lease', 10_000, { providerId, reference: '7' }),
    ]);
  },
  'something other': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)]), [aTender('other', TOTAL, { brand: 'Mall voucher' })]),
  'a card, a check and cash': (shop) =>
    aSale(shop, ticketOf([ringLine(shop)]), [
      ['card', 4000],
      aTender('check', 4000, { checkKind: 'money_order', reference: '9' }),
      ['cash', 3000],
    ]),
  'a refund to the card': (shop) => {
    const sold = soldGoods(shop, (cents) => [aTender('card', cents, { brand: 'Visa' })]);
    const ticket = allBack(shop, sold);
    const cents = 0 - cartTotalCents(shop, ticket);
    return aSale(shop, ticket, [back(sold.saleId, 'card', cents, { brand: 'Visa' })]);
  },
  'a refund to the gift card': (shop) => {
    const { giftCardId } = soldCard(shop);
    const cart = ticketOf([someStraps(shop)]);
    const sold = aSale(shop, cart, [
      aTender('gift_card', cartTotalCents(shop, cart), { giftCardId }),
    ]);
    rung(shop, sold);
    const ticket = allBack(shop, sold);
    const cents = 0 - cartTotalCents(shop, ticket);
    return aSale(shop, ticket, [back(sold.saleId, 'gift_card', cents, { giftCardId })]);
  },
  'a refund as store credit': (shop) => {
    const sold = soldGoods(shop, inCash, { customerId: aCustomer(shop) });
    const ticket = allBack(shop, sold);
    return aSale(shop, ticket, [aTender('store_credit', cartTotalCents(shop, ticket))]);
  },
  'a refund to the account': (shop) => {
    const customerId = aCustomer(shop);
    aHouseAccount(shop, customerId);
    const sold = soldGoods(shop, (cents) => [aTender('house_account', cents)], { customerId });
    const ticket = allBack(shop, sold);
    return aSale(shop, ticket, [
      back(sold.saleId, 'house_account', 0 - cartTotalCents(shop, ticket)),
    ]);
  },
};

export const TICKETS_OF_TERMS: WholeTickets = {
  'an exempt customer': (shop) => {
    const customerId = aCustomer(shop, { taxExempt: true });
    aCertificate(shop, customerId);
    return aSale(shop, ticketOf([ringLine(shop)], { customerId }));
  },
  'ten percent off the ticket': (shop) => {
    const pricing = { way: 'percent_off', ratePpm: 100_000 as RatePpm } as const;
    const lines = [ringLine(shop), someStraps(shop), aGiftCard(5000)];
    return aSale(shop, ticketOf(lines, { ticket: { pricing, ...reasoned } }));
  },
  'a ticket out the door': (shop) => {
    const pricing = { way: 'out_the_door', cents: 15_000 as Cents } as const;
    const lines = [ringLine(shop), someStraps(shop), aLine('service', 2500)];
    return aSale(shop, ticketOf(lines, { ticket: { pricing, ...reasoned } }));
  },
  'a line quoted to a cent that no tax makes': (shop) => {
    const pricing = { way: 'out_the_door', cents: 10_005 as Cents } as const;
    return aSale(shop, ticketOf([{ ...ringLine(shop), pricing, ...reasoned }]));
  },
  'each line its own way': (shop) => {
    const ways = [
      { way: 'percent_off', ratePpm: 333_333 as RatePpm },
      { way: 'amount_off', cents: 1 as Cents },
      { way: 'before_tax', cents: 12_000 as Cents },
      { way: 'out_the_door', cents: 9000 as Cents },
    ] as const;
    return aSale(
      shop,
      ticketOf(ways.map((pricing) => ({ ...ringLine(shop), pricing, ...reasoned }))),
    );
  },
  'cash to the nearest five cents': (shop) => {
    sellBy(shop, { cashRounding: 'nearest_5' });
    return aSale(shop, ticketOf([ringLine(shop, 10_001)]), [['cash', 11_000]]);
  },
  'a refund to the nearest five cents': (shop) => {
    const sold = soldGoods(shop, inCash);
    sellBy(shop, { cashRounding: 'nearest_5' });
    const ticket = allBack(shop, sold);
    const cents = 0 - cartTotalCents(shop, ticket);
    return aSale(shop, ticket, [back(sold.saleId, 'cash', Math.round(cents / 5) * 5)]);
  },
  'tax rounded once for the ticket': (shop) => {
    sellBy(shop, { taxRounding: 'document' });
    return aSale(shop, ticketOf([someStraps(shop, 1), someStraps(shop, 2), someStraps(shop, 4)]));
  },
  'two who share it': (shop) => {
    const shares = [
      { staffId: shop.counter.staffId, sharePpm: 333_333 },
      { staffId: shop.manager.staffId, sharePpm: 666_667 },
    ];
    return aSale(shop, ticketOf([ringLine(shop), someStraps(shop)], { shares }));
  },
  'a quote that is kept': (shop) => {
    const pricing = { way: 'percent_off', ratePpm: 200_000 as RatePpm } as const;
    const cart = ticketOf([{ ...ringLine(shop), pricing, ...reasoned }]);
    return aSale(shop, { ...cart, quoteId: aQuote(shop, cart, '2026-12-01', shop.manager) });
  },
  'a piece bought on approval': (shop) => {
    const customerId = aCustomer(shop);
    const line = ringLine(shop);
    if (line.pieceId === null) throw new Error('no piece');
    const approvalLineId = anApproval(shop, customerId, line.pieceId);
    return aSale(shop, ticketOf([{ ...line, links: { approvalLineId } }], { customerId }));
  },
};

/** All of them. */
export const WHOLE_TICKETS: WholeTickets = {
  ...TICKETS_OF_LINES,
  ...TICKETS_OF_TENDERS,
  ...TICKETS_OF_TERMS,
};

const AN_ADDRESS = {
  recipient: 'Eve Stone',
  address: '1 Oak Ave',
  phone: '',
  carrier: 'UPS',
  tracking: '1Z',
  insuredCents: 400_000 as Cents,
};

function inTennessee(shop: TestShop) {
  const input = anExampleArea('Tennessee');
  const saved = saveArea(shop, input);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return input.area.taxAreaId;
}

/** A customer who owes this much on account. */
function owing(shop: TestShop, cents: number) {
  const customerId = aCustomer(shop);
  aHouseAccount(shop, customerId);
  const cart = ticketOf([item({ taxed: false }, cents)], { customerId });
  rung(shop, aSale(shop, cart, [['house_account', cents]]));
  return customerId;
}

/** A customer whose return was given as credit. */
function credited(shop: TestShop) {
  const customerId = aCustomer(shop);
  const sold = soldGoods(shop, inCash, { customerId });
  const ticket = allBack(shop, sold);
  rung(shop, aSale(shop, ticket, [aTender('store_credit', cartTotalCents(shop, ticket))]));
  return customerId;
}
