import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PieceId, SaleId, SaleLineId } from '../../ids.ts';
import type { Cents, RatePpm, Thousandths } from '../../money.ts';
import { addLine, emptyCart } from '../cart.ts';
import type { ReturnableLine, ReturnableTicket } from './contract.ts';
import {
  blindCents,
  blindLine,
  broughtBackCents,
  chosenAmounts,
  chosenBefore,
  chosenFee,
  feeLine,
  mayTradeUp,
  returnLine,
  withoutReturnsOf,
} from './return-lines.ts';

const id = (text: string) => text as SaleLineId;
const aLine = (over: Partial<ReturnableLine> = {}): ReturnableLine => ({
  saleLineId: id('line'),
  position: 1,
  kind: 'item',
  pieceId: 'piece' as PieceId,
  pieceStatus: 'sold',
  stockNumber: 'A-1',
  description: 'Ring',
  oneOfOne: true,
  tagPriceCents: 12_000 as Cents,
  taxed: true,
  taxClass: 'goods',
  sold: {
    quantityThousandths: 1000 as Thousandths,
    grossCents: 12_000 as Cents,
    discountCents: 2000 as Cents,
    netCents: 10_000 as Cents,
    taxCents: 825 as Cents,
    taxes: [],
  },
  returnedThousandths: 0 as Thousandths,
  leftThousandths: 1000 as Thousandths,
  forLineId: null,
  ...over,
});
const aTicket = (over: Partial<ReturnableTicket> = {}): ReturnableTicket => ({
  saleId: 'sale' as SaleId,
  number: 'S1-7',
  businessDate: '2026-11-23',
  completedAtMs: 0,
  voided: false,
  totalCents: 10_825 as Cents,
  customerId: null,
  customerName: null,
  lines: [],
  restocking: null,
  tradeUpPpm: 1_000_000 as RatePpm,
  ...over,
});
const one = (kind: 'return' | 'trade_up' = 'return') => ({
  kind,
  quantityThousandths: 1000 as Thousandths,
  disposition: 'inspection' as const,
});

test('a return line takes back what the sale had stored, and says where it came from', () => {
  expect(returnLine(aTicket(), aLine(), one(), id('back'))).toMatchObject({
    lineId: 'back',
    kind: 'return',
    quantityThousandths: -1000,
    fixed: { grossCents: -12_000, discountCents: -2000, netCents: -10_000, taxCents: -825 },
    links: {
      originalLineId: 'line',
      originalSaleId: 'sale',
      originalNumber: 'S1-7',
      disposition: 'inspection',
    },
  });
  const work = aLine({ kind: 'service', pieceId: null });
  expect(returnLine(aTicket(), work, one(), id('back')).links).not.toHaveProperty('disposition');
});

test('a trade-up credits the share of the programme, without tax and without a fee', () => {
  const ticket = aTicket({
    tradeUpPpm: 800_000 as RatePpm,
    restocking: { ratePpm: 100_000 as RatePpm, minCents: 0 as Cents },
  });
  expect(chosenAmounts(ticket, aLine(), one('trade_up'))).toMatchObject({
    grossCents: -8000,
    netCents: -8000,
    taxCents: 0,
  });
  expect(chosenFee(ticket, aLine(), one('trade_up'))).toBe(0);
  expect(chosenFee(ticket, aLine(), one())).toBe(1000);
  expect(mayTradeUp(ticket, aLine())).toBe(true);
  expect(mayTradeUp(ticket, aLine({ kind: 'service', pieceId: null }))).toBe(false);
  expect(mayTradeUp(aTicket({ tradeUpPpm: 0 as RatePpm }), aLine())).toBe(false);
});

test('a line that is chosen again takes the place of what the cart took back before', () => {
  const back = returnLine(aTicket(), aLine(), one(), id('back'));
  const fee = feeLine(back.lineId, 1000 as Cents, id('fee'), 'Restocking fee');
  const kept = feeLine(id('other'), 1 as Cents, id('kept'), 'Another');
  const cart = [back, fee, kept].reduce(addLine, emptyCart('cart' as never));
  expect(chosenBefore(cart, 'line')).toEqual(one());
  expect(chosenBefore(cart, 'other')).toBeUndefined();
  expect(withoutReturnsOf(cart, 'sale').lines).toEqual([kept]);
  expect(withoutReturnsOf(cart, 'another').lines).toHaveLength(3);
});

test('goods without a receipt come back at what is typed, and the word of a manager is for just that', () => {
  const goods = {
    piece: null,
    description: 'Gold chain',
    priceCents: 3333 as Cents,
    quantityThousandths: 1500 as Thousandths,
    disposition: 'inspection',
    blindId: 'Driving licence …4412',
  } as const;
  expect(blindLine(goods, id('back'), null)).toMatchObject({
    kind: 'return',
    quantityThousandths: -1500,
    taxClass: 'goods',
    links: { blindId: 'Driving licence …4412' },
  });
  expect(blindCents(goods)).toBe(5000);
});

test('M10: whatever part of a line comes back first, its parts bring back the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 9000 }),
      fc.nat({ max: 100_000 }),
      fc.nat({ max: 9000 }),
      fc.constantFrom('return', 'trade_up'),
      (whole, net, cut, kind) => {
        const first = 1 + (cut % (whole - 1));
        const sold = {
          ...aLine().sold,
          quantityThousandths: whole as Thousandths,
          grossCents: net as Cents,
          discountCents: 0 as Cents,
          netCents: net as Cents,
          taxCents: Math.round(net / 12) as Cents,
        };
        const take = (before: number, count: number) =>
          chosenAmounts(aTicket(), aLine({ sold, returnedThousandths: before as Thousandths }), {
            kind,
            quantityThousandths: count as Thousandths,
          });
        const parts = [take(0, first), take(first, whole - first)];
        expect(broughtBackCents(parts, 0 as Cents)).toBe(
          broughtBackCents([take(0, whole)], 0 as Cents),
        );
      },
    ),
    { numRuns: 2000 },
  );
});
