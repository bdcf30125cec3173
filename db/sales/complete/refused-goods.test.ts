import { afterEach, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import { type CartLine } from '#shared/sales/cart.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { closedDrawer } from '../../testing/a-drawer.ts';
import { aSale, aTender, aTicket, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import {
  blindReturn,
  casesOf,
  expectRefused,
  firstReturn,
  type GoodsRefusalCode,
  item,
  ringLine,
  type Scenarios,
  soldCard,
  soldRing,
  TOTAL,
  withCustomer,
} from '../../testing/refused-sales.ts';
import { anApproval, anOverride, sellBy } from '../../testing/shop-terms.ts';
import { aGiftCard, aLine, aReturn } from '../../testing/ticket-lines.ts';

// Every way in which goods and people of a ticket are refused.

const SCENARIOS: Readonly<Record<GoodsRefusalCode, Scenarios>> = {
  RETURN_LINE_NOT_FOUND: {
    'work, traded up': (shop) => {
      const work = aLine('service', 5000);
      rung(shop, aSale(shop, aTicket([work])));
      const line = aReturn(shop.writer, work.lineId, { kind: 'trade_up' });
      return aSale(shop, aTicket([ringLine(shop), { ...line, fixed: AMOUNTS }]));
    },
    'a ring traded up where there is no such programme': (shop) => {
      const { cart } = soldRing(shop);
      sellBy(shop, { tradeUpPpm: 0 as RatePpm });
      const line = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { kind: 'trade_up' });
      return aSale(shop, aTicket([ringLine(shop), { ...line, fixed: AMOUNTS }]));
    },
    'a line that was never sold': (shop) => {
      const links = { originalLineId: newId('saleLine') };
      const line = blindReturn({ links, fixed: AMOUNTS });
      return aSale(shop, aTicket([line]), [['cash', -4000]]);
    },
    'a line of a sale that was voided': (shop) => {
      const { saleId } = soldRing(shop);
      const line = firstReturn(shop, saleId);
      shop.writer.sqlite
        .prepare(
          'insert into sale_void select store_id, ?, id, ?, staff_id, null, drawer_session_id, business_date, completed_at_ms from sale where id = ?',
        )
        .run(newId('saleVoid'), 'wrong', saleId);
      return aSale(shop, aTicket([line]), [['cash', 0 - TOTAL]]);
    },
    'another piece than was sold': (shop) => {
      const { saleId } = soldRing(shop);
      const line = { ...firstReturn(shop, saleId), pieceId: ringLine(shop).pieceId };
      return aSale(shop, aTicket([line]), [['cash', 0 - TOTAL]]);
    },
    'a gift card': (shop) => {
      const card = soldCard(shop);
      const line = { ...aReturn(shop.writer, card.lineId), fixed: AMOUNTS };
      return aSale(shop, aTicket([line]), [['cash', -4000]]);
    },
    'something traded up that was never sold here': (shop) => {
      const line = blindReturn({ kind: 'trade_up', fixed: AMOUNTS, links: {} });
      return { input: aSale(shop, aTicket([item(), line])), by: 'manager' };
    },
    'a piece that was never sold, without a receipt': (shop) => {
      const line = {
        ...ringLine(shop),
        kind: 'return' as const,
        quantityThousandths: -1000 as Thousandths,
      };
      const cart = withCustomer(shop, [{ ...line, links: { blindId: 'License 1234' } }]);
      return { input: aSale(shop, cart, [['cash', 0 - TOTAL]]), by: 'manager' };
    },
    'something sold under the line of an earlier sale': (shop) => {
      const { saleId } = soldRing(shop);
      const { links, pieceId } = firstReturn(shop, saleId);
      return aSale(shop, aTicket([item({ pieceId, links })]));
    },
    'a wrap that would take a ring out of the stock': (shop) => {
      const { pieceId } = ringLine(shop, 500);
      return aSale(shop, aTicket([aLine('gift_wrap', 500, { pieceId })]));
    },
    'a fee in a quantity below nothing': (shop) => {
      const input = aSale(shop, aTicket([item()]));
      const lines = [...input.cart.lines, blindReturn({ kind: 'restocking_fee' })];
      return { ...input, cart: { ...input.cart, lines } };
    },
  },
  LINE_ALREADY_RETURNED: {
    'half of a ring': (shop) => {
      const { saleId, cart } = soldRing(shop);
      const line = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { thousandths: 500 });
      const half = { ...line, fixed: AMOUNTS };
      return aSale(shop, aTicket([half]), [aTender('cash', -4000, { refundOfSaleId: saleId })]);
    },
    'a piece that came back without its receipt, on the receipt of who had it first': (shop) => {
      const ring = ringLine(shop);
      const first = aSale(shop, aTicket([ring]));
      rung(shop, first);
      const line = firstReturn(shop, first.saleId);
      const links = { blindId: 'License 1234', disposition: 'stock' as const };
      const blind = { ...line, lineId: newId('saleLine'), fixed: null, links };
      const cash = [aTender('cash', 0 - TOTAL)];
      rung(shop, aSale(shop, withCustomer(shop, [blind]), cash), { actor: shop.manager });
      rung(shop, aSale(shop, aTicket([{ ...ring, lineId: newId('saleLine') }])));
      const back = [aTender('cash', 0 - TOTAL, { refundOfSaleId: first.saleId })];
      return aSale(shop, aTicket([line]), back);
    },
    'a line that came back': (shop) => {
      const { saleId } = soldRing(shop);
      const line = firstReturn(shop, saleId);
      const back = [aTender('cash', 0 - TOTAL, { refundOfSaleId: saleId })];
      rung(shop, aSale(shop, aTicket([line]), back));
      return aSale(shop, aTicket([{ ...line, lineId: newId('saleLine') }]), back);
    },
    'a line twice on one ticket': (shop) => {
      const { saleId } = soldRing(shop);
      const line = firstReturn(shop, saleId);
      const twice = [line, { ...line, lineId: newId('saleLine') }];
      const back = [aTender('cash', -2 * TOTAL, { refundOfSaleId: saleId })];
      return { input: aSale(shop, aTicket(twice), back), by: 'manager' };
    },
    'a piece that came back without its receipt before': (shop) => {
      const { saleId } = soldRing(shop);
      const line = firstReturn(shop, saleId);
      const blind = {
        ...line,
        lineId: newId('saleLine'),
        fixed: null,
        links: { blindId: 'License 1234' },
      };
      const cash = [aTender('cash', 0 - TOTAL)];
      rung(shop, aSale(shop, withCustomer(shop, [blind]), cash), { actor: shop.manager });
      return { input: aSale(shop, aTicket([line]), cash), by: 'manager' };
    },
  },
  RETURN_NEEDS_OVERRIDE: {
    'goods without a receipt, taken by the counter': (shop) =>
      aSale(shop, withCustomer(shop, [blindReturn()]), [['cash', -4330]]),
    "goods without a receipt, on a manager's word for less": (shop) => {
      const line = blindReturn();
      const returnOverrideId = anOverride(shop, 'sales.blindReturn', line.lineId, 3999);
      const allowed = { ...line, links: { ...line.links, returnOverrideId } };
      return aSale(shop, withCustomer(shop, [allowed]), [['cash', -4330]]);
    },
    'the fee of a return, forgotten': (shop) => {
      const saleId = soldWithFee(shop);
      return aSale(shop, aTicket([firstReturn(shop, saleId)]), [
        aTender('cash', 0 - TOTAL, { refundOfSaleId: saleId }),
      ]);
    },
    'a thousandth of the fee of a return': (shop) => {
      const saleId = soldWithFee(shop);
      const line = firstReturn(shop, saleId);
      const links = { forLineId: line.lineId };
      const fee = aLine('restocking_fee', 1000, { links, quantityThousandths: 1 as Thousandths });
      return aSale(shop, aTicket([line, fee]), [
        aTender('cash', 1 - TOTAL, { refundOfSaleId: saleId }),
      ]);
    },
  },
  TRADE_UP_OVER_PURCHASE: {
    'a trade-up for nothing': (shop) => {
      const { saleId, cart } = soldRing(shop);
      const line = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { kind: 'trade_up' });
      const cash = [aTender('cash', -10_000, { refundOfSaleId: saleId })];
      return { input: aSale(shop, aTicket([line]), cash), by: 'manager' };
    },
    'a trade-up for something cheaper, in part for a gift card': (shop) => {
      const { cart } = soldRing(shop);
      const line = aReturn(shop.writer, cart.lines[0]?.lineId ?? '', { kind: 'trade_up' });
      return aSale(shop, aTicket([line, ringLine(shop, 5000), aGiftCard(10_000)]));
    },
  },
  RETURN_NEEDS_ID: {
    'goods without a receipt, from nobody': (shop) => ({
      input: aSale(shop, aTicket([blindReturn()]), [['cash', -4330]]),
      by: 'manager',
    }),
    'goods without a receipt and without an ID': (shop) => ({
      input: aSale(shop, withCustomer(shop, [blindReturn({ links: {} })]), [['cash', -4330]]),
      by: 'manager',
    }),
  },
  APPROVAL_LINE_CLOSED: {
    'a piece that another customer has at home': (shop) => {
      const line = ringLine(shop);
      if (line.pieceId === null) throw new Error('no piece');
      const approvalLineId = anApproval(shop, aCustomer(shop), line.pieceId);
      return aSale(shop, withCustomer(shop, [{ ...line, links: { approvalLineId } }]));
    },
    'a memo that is not there': (shop) => {
      const links = { approvalLineId: newId('approvalLine') };
      return aSale(shop, withCustomer(shop, [{ ...ringLine(shop), links }]));
    },
  },
  PIECE_NOT_IN_STOCK: {
    'a piece that is sold': (shop) => {
      const { cart } = soldRing(shop);
      return aSale(
        shop,
        aTicket(cart.lines.map((line) => ({ ...line, lineId: newId('saleLine') }))),
      );
    },
    'a piece on approval, without its memo': (shop) => {
      const line = ringLine(shop);
      if (line.pieceId === null) throw new Error('no piece');
      const customerId = aCustomer(shop);
      anApproval(shop, customerId, line.pieceId);
      return aSale(shop, aTicket([line], { customerId }));
    },
  },
  PIECE_TWICE_IN_SALE: {
    'one of one twice': (shop) => {
      const line = ringLine(shop);
      return aSale(shop, aTicket([line, { ...line, lineId: newId('saleLine') }]));
    },
  },
  QUANTITY_NOT_IN_STOCK: {
    'more straps than there are, over two lines': (shop) => {
      const two = { ...ringLine(shop, 1200, 3000), quantityThousandths: 2000 as Thousandths };
      return aSale(shop, aTicket([two, { ...two, lineId: newId('saleLine') }]));
    },
  },
  CUSTOMER_NOT_FOUND: {
    'a customer who is not there': (shop) =>
      aSale(shop, aTicket([item()], { customerId: newId('customer') })),
  },
  STAFF_NOT_FOUND: {
    'a salesperson who is not there': (shop) =>
      aSale(shop, aTicket([item()], { sellingAs: newId('staff') })),
    'a share for somebody who is not there': (shop) => {
      const [half, other] = [shop.counter.staffId, newId('staff')].map((staffId) => ({
        staffId,
        sharePpm: 500_000,
      }));
      if (!half || !other) throw new Error('no shares');
      return aSale(shop, aTicket([item()], { shares: [half, other] }));
    },
  },
  DRAWER_NOT_OPEN: {
    'a drawer that is closed': (shop) => {
      const input = aSale(shop, aTicket([item()]));
      closedDrawer(shop);
      return input;
    },
  },
};

const AMOUNTS: CartLine['fixed'] = {
  grossCents: -4000 as Cents,
  discountCents: 0 as Cents,
  netCents: -4000 as Cents,
  taxCents: 0 as Cents,
};
/** A ring that was sold long enough ago for its return to cost 10 %. */
function soldWithFee(shop: TestShop): SaleId {
  const { saleId } = soldRing(shop);
  sellBy(shop, { restockingPpm: 100_000 as RatePpm, restockingFreeDays: 0 });
  laterBy(shop, saleId);
  return saleId;
}
/** Makes a sale one of another day, so that its free days are over. */
function laterBy(shop: TestShop, saleId: SaleId): void {
  const { sqlite } = shop.writer;
  sqlite.exec('drop trigger sale_line_stands');
  sqlite.prepare("update sale_line set business_date = '2026-11-01' where sale_id = ?").run(saleId);
}

let shop: TestShop;
afterEach(() => shop.close());

test.each(casesOf(SCENARIOS))('$code: $what is refused, and nothing of it is stored', (each) => {
  shop = aShop();
  expectRefused(shop, each.code, each.attempt);
});
