import { describe, expect, it } from 'vitest';
import type { CustomerId, Id, PieceId, SaleId, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import { type Cart, emptyCart } from '#shared/sales/cart.ts';
import type { ReturnableLine, ReturnableTicket } from '#shared/sales/returns/contract.ts';
import {
  cartWithReturns,
  chosenLines,
  draftOf,
  hasProblem,
  isBringable,
  sumBack,
  withAllTicked,
  withLine,
} from './return-draft.ts';

const id = (text: string) => text as SaleLineId;
function fresh(prefix: string) {
  let next = 0;
  return () => id(`${prefix}-${next++}`);
}

function aLine(name: string, count: number, over: Partial<ReturnableLine> = {}): ReturnableLine {
  const quantity = (count * 1000) as Thousandths;
  const net = (count * 10_000) as Cents;
  return {
    saleLineId: id(name),
    position: 1,
    kind: 'item',
    pieceId: `piece ${name}` as PieceId,
    pieceStatus: 'sold',
    stockNumber: name,
    description: name,
    oneOfOne: count === 1,
    tagPriceCents: 10_000 as Cents,
    taxed: true,
    taxClass: 'goods',
    sold: {
      quantityThousandths: quantity,
      grossCents: net,
      discountCents: 0 as Cents,
      netCents: net,
      taxCents: (count * 825) as Cents,
      taxes: [],
    },
    returnedThousandths: 0 as Thousandths,
    leftThousandths: quantity,
    forLineId: null,
    ...over,
  };
}
const ticket = (lines: readonly ReturnableLine[], over: Partial<ReturnableTicket> = {}) => ({
  saleId: 'sale' as SaleId,
  number: 'S1-7',
  businessDate: '2026-11-23',
  completedAtMs: 0,
  voided: false,
  totalCents: 0 as Cents,
  customerId: null,
  customerName: null,
  lines,
  restocking: null,
  tradeUpPpm: 800_000 as RatePpm,
  ...over,
});
const noCart: Cart = emptyCart('cart' as Cart['cartId']);
const words = { fee: 'Restocking fee', freshId: fresh('fee') };

describe('the return desk', () => {
  it('opens with what a gift receipt names, or with the one line there is', () => {
    const two = ticket([aLine('ring', 1), aLine('strap', 4, { position: 2 })]);
    const ticked = (positions: readonly number[], of = two) =>
      chosenLines(of, draftOf(of, noCart, positions, fresh('l'))).map(
        ({ line }) => line.description,
      );
    expect(ticked([])).toEqual([]);
    expect(ticked([2])).toEqual(['strap']);
    expect(ticked([], ticket([aLine('ring', 1)]))).toEqual(['ring']);
  });

  it('does not offer a piece that is here, nor what came back before', () => {
    expect(isBringable(aLine('ring', 1))).toBe(true);
    expect(isBringable(aLine('ring', 1, { pieceStatus: 'in_stock' }))).toBe(false);
    expect(isBringable(aLine('strap', 4, { pieceStatus: 'in_stock' }))).toBe(true);
    expect(isBringable(aLine('ring', 1, { leftThousandths: 0 as Thousandths }))).toBe(false);
  });

  it('takes back a part, and says no to more than is left', () => {
    const straps = ticket([aLine('strap', 4)]);
    const draft = draftOf(straps, noCart, [], fresh('l'));
    const two = withLine(draft, id('strap'), { quantityThousandths: 2000 as Thousandths });
    expect(sumBack(chosenLines(straps, two))).toBe(21_650);
    for (const quantityThousandths of [undefined, 5000 as Thousandths])
      expect(hasProblem(straps, withLine(draft, id('strap'), { quantityThousandths }))).toBe(true);
    expect(hasProblem(straps, withAllTicked(draft, false))).toBe(false);
  });

  it('keeps the fee of the rule unless it was let go, and asks again for another quantity', () => {
    const straps = ticket([aLine('strap', 4)], {
      restocking: { ratePpm: 100_000 as RatePpm, minCents: 1500 as Cents },
    });
    const draft = draftOf(straps, noCart, [], fresh('l'));
    expect(sumBack(chosenLines(straps, draft))).toBe(43_300 - 4000);
    const overrideId = 'word' as Id<'override'>;
    const waived = withLine(draft, id('strap'), { waived: { overrideId } });
    expect(sumBack(chosenLines(straps, waived))).toBe(43_300);
    expect(cartWithReturns(noCart, straps, chosenLines(straps, waived), words).lines).toMatchObject(
      [{ links: { returnOverrideId: 'word' } }],
    );
    const one = withLine(waived, id('strap'), { quantityThousandths: 1000 as Thousandths });
    expect(sumBack(chosenLines(straps, one))).toBe(10_825 - 1500);
    expect(cartWithReturns(noCart, straps, chosenLines(straps, one), words).lines).toMatchObject([
      { kind: 'return', quantityThousandths: -1000 },
      { kind: 'restocking_fee', tagPriceCents: 1500, links: { forLineId: 'l-0' } },
    ]);
    const up = withLine(one, id('strap'), { kind: 'trade_up' });
    expect(sumBack(chosenLines(straps, up))).toBe(8000);
  });

  it('opened again it shows the choice, and puts it in the place of the old one', () => {
    const both = ticket([aLine('ring', 1), aLine('strap', 4, { position: 2 })], {
      customerId: 'eve' as CustomerId,
    });
    const draft = withLine(draftOf(both, noCart, [1], fresh('a')), id('ring'), {
      disposition: 'inspection',
    });
    const cart = cartWithReturns(noCart, both, chosenLines(both, draft), words);
    expect(cart.customerId).toBe('eve');
    const again = draftOf(both, cart, [], fresh('b'));
    expect(again.get(id('ring'))).toMatchObject({ ticked: true, disposition: 'inspection' });
    const all = withAllTicked(again, true);
    const next = cartWithReturns(cart, both, chosenLines(both, all), words);
    expect(next.lines.map((line) => [line.description, line.links.disposition])).toEqual([
      ['ring', 'inspection'],
      ['strap', 'stock'],
    ]);
  });
});
