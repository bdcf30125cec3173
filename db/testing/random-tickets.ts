import fc from 'fast-check';
import type { CustomerId, Id } from '#shared/ids.ts';
import { type Cents, type RatePpm, type Thousandths, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleInput, SaleTender } from '#shared/sales/contract.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import { cashRounding } from '#shared/sales/pricing/cash-rounding.ts';
import type { TicketPricing } from '#shared/sales/price-ways.ts';
import { giftCardBalance, storeCreditBalance } from '../gift-cards/balances.ts';
import { accountBalance } from '../house-accounts/find-account.ts';
import { findTicketTerms } from '../sales/ticket-terms.ts';
import { aCertificate, aCustomer, aHouseAccount } from './a-customer.ts';
import { aPiece, aTender, aTicket, cartFigures, pieceLine } from './a-sale.ts';
import { newId, type TestShop } from './a-shop.ts';
import { anExampleArea, saveArea } from './a-tax-area.ts';
import { aProvider, sellBy } from './shop-terms.ts';
import { aGiftCard, aLine, aReturn } from './ticket-lines.ts';

/** Choices that a failed run can make again. */
export interface Chance {
  below(limit: number): number;
  share(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** As a day goes: small numbers are no more likely than others. */
const evenly = (most: number) => fc.noBias(fc.nat(most));

export function chanceOf(g: fc.GeneratorValue): Chance {
  const below = (limit: number) => g(evenly, Math.max(0, limit - 1));
  return {
    below,
    share: (percent) => below(100) < percent,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}

/** Who and what the tickets of a shop are about. */
export interface TicketWorld {
  readonly shop: TestShop;
  readonly chance: Chance;
  readonly customers: readonly CustomerId[];
  readonly lender: Id<'financeProvider'>;
  readonly awayAreaId: Id<'taxArea'>;
  /** Lines that were sold and may come back. */
  readonly sold: CartLine[];
  readonly giftCards: CartLine['links'][];
}

/** People with accounts, one who pays no tax, a lender, a place to send to, and terms by chance. */
export function aTicketWorld(shop: TestShop, chance: Chance): TicketWorld {
  const customers = [0, 1, 2].map(() => aCustomer(shop));
  for (const customerId of customers) aHouseAccount(shop, customerId, { limitCents: 90_000_000 });
  const exempt = aCustomer(shop, { taxExempt: true });
  aCertificate(shop, exempt);
  const tennessee = anExampleArea('Tennessee');
  if (!saveArea(shop, tennessee).ok) throw new Error('the place was not saved');
  sellBy(shop, {
    taxRounding: chance.pick(['line', 'document']),
    cashRounding: chance.pick(['off', 'nearest_5']),
    tradeUpPpm: chance.pick([1_000_000, 750_000, 333_333]) as RatePpm,
  });
  return {
    shop,
    chance,
    customers: [...customers, exempt],
    lender: aProvider(shop),
    awayAreaId: tennessee.area.taxAreaId,
    sold: [],
    giftCards: [],
  };
}

/** What the window would send for a ticket by chance, with tenders that cover it. */
export function aRandomTicket(world: TicketWorld): CompleteSaleInput {
  const { shop, chance, customers } = world;
  const customerId = chance.share(60) ? chance.pick(customers) : null;
  const lines = [
    ...Array.from({ length: chance.below(4) }, () => aRandomLine(world, customerId)),
    ...linesBack(world),
  ];
  const cart = aTicket(lines.length > 0 ? lines : [aLine('service', 1500)], {
    customerId,
    ...(chance.share(20) && { ticket: talked(aPricing(world, 60_000)) }),
    ...(chance.share(15) && { shipTo: { ...AN_ADDRESS, taxAreaId: world.awayAreaId } }),
    ...(chance.share(20) && { shares: someShares(world) }),
  });
  const figures = cartFigures(shop, cart);
  // Some quoted totals cannot be made: the store says so too.
  const expectedTotalCents = figures.ok ? figures.value.totalCents : ZERO_CENTS;
  return {
    commandId: newId('command'),
    saleId: newId('sale'),
    cart,
    tenders: tendersFor(world, cart, expectedTotalCents),
    expectedTotalCents,
    print: false,
  };
}

function aRandomLine(world: TicketWorld, customerId: CustomerId | null): CartLine {
  const { shop, chance } = world;
  const priceCents = chance.pick([
    chance.below(5000),
    chance.below(100_000),
    chance.below(2_000_000),
  ]);
  const kind = chance.pick([
    'piece',
    'piece',
    'straps',
    'typed',
    'service',
    'gift_wrap',
    'care_plan',
    'shipping',
    'gift_card',
    'account_payment',
  ] as const);
  switch (kind) {
    case 'piece':
      return priced(world, stocked(shop, priceCents, 1000), priceCents);
    case 'straps': {
      const quantityThousandths = chance.pick([1000, 2000, 3000, 1500, 333]) as Thousandths;
      const line = { ...stocked(shop, priceCents, 9000), quantityThousandths };
      return priced(world, line, priceCents);
    }
    case 'typed':
      return priced(world, aLine('item', priceCents, { taxed: chance.share(70) }), priceCents);
    case 'service': {
      const taxClass = chance.pick(['restore', 'alter', 'fabricate'] as const);
      const line = aLine('service', priceCents, { taxClass, partsPpm: chance.below(1_000_001) });
      return priced(world, line, priceCents);
    }
    case 'gift_card': {
      const again = world.giftCards.length > 0 && chance.share(30);
      const cents = 100 + chance.below(20_000);
      return again
        ? aLine('gift_card', cents, { links: chance.pick(world.giftCards) })
        : aGiftCard(cents);
    }
    case 'account_payment': {
      const owed = customerId === null ? 0 : accountBalance(shop.writer, customerId);
      return owed > 0
        ? aLine('account_payment', 1 + chance.below(owed))
        : aLine('care_plan', priceCents);
    }
    case 'gift_wrap':
    case 'care_plan':
    case 'shipping':
      return aLine(kind, priceCents);
  }
}

function stocked(shop: TestShop, priceCents: number, quantityThousandths: number): CartLine {
  const stockNumber = newId('stockNumber');
  return pieceLine(shop, aPiece(shop, { stockNumber, priceCents, quantityThousandths }));
}

const talked = <Pricing>(pricing: Pricing) => ({
  pricing,
  reasonCode: 'price_match' as const,
  priceReason: null,
  overrideId: null,
});

function priced(world: TicketWorld, line: CartLine, priceCents: number): CartLine {
  if (world.chance.share(60)) return line;
  return { ...line, ...talked(aPricing(world, priceCents)) };
}

function aPricing({ chance }: TicketWorld, aboutCents: number): TicketPricing {
  const cents = chance.below(aboutCents + 1) as Cents;
  switch (chance.below(4)) {
    case 0:
      return { way: 'percent_off', ratePpm: chance.below(600_000) as RatePpm };
    case 1:
      return { way: 'amount_off', cents };
    case 2:
      return { way: 'before_tax', cents };
    default:
      return { way: 'out_the_door', cents };
  }
}

/** Some of what was sold, in parts too, each at most once on a ticket. */
function linesBack({ shop, chance, sold }: TicketWorld): readonly CartLine[] {
  if (sold.length === 0 || !chance.share(40)) return [];
  const wanted = new Set(Array.from({ length: 1 + chance.below(2) }, () => chance.pick(sold)));
  return [...wanted].map((line) => {
    const whole = line.quantityThousandths;
    const counted = !line.oneOfOne && line.kind === 'item';
    return aReturn(shop.writer, line.lineId, {
      kind: counted || line.kind !== 'item' || chance.share(80) ? 'return' : 'trade_up',
      thousandths: counted && chance.share(60) ? Math.max(1, chance.below(whole)) : whole,
      disposition: chance.pick(['stock', 'inspection']),
    });
  });
}

function someShares({ shop, chance }: TicketWorld): NonNullable<Cart['shares']> {
  const sharePpm = 1 + chance.below(999_999);
  return [
    { staffId: shop.counter.staffId, sharePpm },
    { staffId: shop.owner.staffId, sharePpm: 1_000_000 - sharePpm },
  ];
}

/** Up to three tenders that come to the total; cash may be more, and none goes beyond what its card or credit holds. */
function tendersFor(world: TicketWorld, cart: Cart, totalCents: number): readonly SaleTender[] {
  if (totalCents === 0) return [];
  if (totalCents < 0) return [aRefund(world, cart, totalCents)];
  const { chance } = world;
  const tenders: SaleTender[] = [];
  let left = totalCents;
  for (let more = chance.below(3); more > 0 && left > 1; more--) {
    const tender = aPart(world, cart, 1 + chance.below(left));
    if (!tender) continue;
    tenders.push(tender);
    left -= tender.amountCents;
    if (left === 0) return tenders;
  }
  if (chance.share(60)) return [...tenders, aTender('cash', left + 5 + chance.below(3000))];
  return [
    ...tenders,
    aTender('card', left, { brand: chance.pick(['', 'Visa']), unknown: chance.share(10) }),
  ];
}

function aPart(world: TicketWorld, cart: Cart, cents: number): SaleTender | undefined {
  const { shop, chance, giftCards, lender } = world;
  switch (chance.below(7)) {
    case 0:
      return aTender('card', cents, { brand: 'Visa' });
    case 1:
      return aTender('check', cents, { checkKind: 'personal', reference: '101' });
    case 2:
      return aTender('other', cents, { brand: 'Mall voucher', unknown: chance.share(10) });
    case 3: {
      const giftCardId = giftCards.length > 0 ? chance.pick(giftCards).giftCardId : undefined;
      if (giftCardId === undefined) return undefined;
      const onCard = Math.min(cents, giftCardBalance(shop.writer, giftCardId));
      return onCard > 0 ? aTender('gift_card', onCard, { giftCardId }) : undefined;
    }
    case 4: {
      const credit =
        cart.customerId === null ? 0 : storeCreditBalance(shop.writer, cart.customerId);
      const spent = Math.min(cents, credit);
      return spent > 0 ? aTender('store_credit', spent) : undefined;
    }
    case 5:
      return cart.customerId === null ? undefined : aTender('house_account', cents);
    default:
      return cart.customerId === null
        ? undefined
        : aTender('finance', cents, { providerId: lender, reference: '7' });
  }
}

/** A manager gives it back: as credit in somebody's name, in cash or to a card. */
function aRefund({ shop, chance }: TicketWorld, cart: Cart, totalCents: number): SaleTender {
  if (cart.customerId !== null && chance.share(50)) return aTender('store_credit', totalCents);
  if (chance.share(30)) return aTender('card', totalCents, { brand: 'Visa' });
  const part = { totalCents: totalCents as Cents, otherTendersCents: 0 as Cents, cashUsed: true };
  const terms = findTicketTerms(shop.writer, shop.today);
  const cents = totalCents + cashRounding(terms.cashRounding, part);
  return cents === 0 ? aTender('card', totalCents) : aTender('cash', cents);
}

const AN_ADDRESS = {
  recipient: 'Eve Stone',
  address: '1 Oak Ave',
  phone: '',
  carrier: 'UPS',
  tracking: '',
  insuredCents: 0 as Cents,
};
