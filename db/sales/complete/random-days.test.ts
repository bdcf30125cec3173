import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletedSale, CompleteSaleInput } from '#shared/sales/contract.ts';
import { closedDrawer, openedOn } from '../../testing/a-drawer.ts';
import { sell } from '../../testing/a-sale.ts';
import { aShop, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { journalOfSales, NaiveBooks } from '../../testing/naive-books.ts';
import {
  aRandomTicket,
  aTicketWorld,
  type Chance,
  chanceOf,
  type TicketWorld,
} from '../../testing/random-tickets.ts';
import { brokenLaws } from '../../testing/standing.ts';
import { voidSale } from '../void/void-sale.ts';

// Days at the counter by chance, on a real file: every kind of line, price, tender and refund, voids among them.

const SHOPS = 30;
const DAYS = 10;
const ACTS_A_DAY = 5;

/** What came of it all: a test that rings nothing up proves nothing. */
const seen = { rung: 0, back: 0, refunds: 0, voided: 0, refused: new Map<string, number>() };

interface Rung {
  readonly input: CompleteSaleInput;
  readonly sold: CompletedSale;
}

function aDay(shop: TestShop, world: TicketWorld, books: NaiveBooks, nowMs: number): void {
  const today: Rung[] = [];
  for (let act = 0; act < ACTS_A_DAY; act++) {
    if (today.length > 0 && world.chance.share(12)) undo(shop, world.chance, books, today, nowMs);
    else ringUp(shop, world, books, today, nowMs);
  }
}

function ringUp(
  shop: TestShop,
  world: TicketWorld,
  books: NaiveBooks,
  today: Rung[],
  nowMs: number,
): void {
  const input = aRandomTicket(world);
  const answer = sell(shop, input, { actor: shop.manager, nowMs });
  if (!answer.ok) {
    const { code } = answer.refusal;
    seen.refused.set(code, (seen.refused.get(code) ?? 0) + 1);
    return;
  }
  const rung = { input, sold: answer.value };
  books.count(input, answer.value);
  today.push(rung);
  seen.rung += 1;
  if (answer.value.totalCents < 0) seen.refunds += 1;
  for (const line of input.cart.lines) {
    if (line.kind === 'gift_card') world.giftCards.push(line.links);
    else if (line.quantityThousandths < 0) seen.back += 1;
    else if (line.kind !== 'account_payment') world.sold.push(line);
  }
}

function undo(
  shop: TestShop,
  chance: Chance,
  books: NaiveBooks,
  today: Rung[],
  nowMs: number,
): void {
  const rung = chance.pick(today);
  const context = shop.context('sales.void', { actor: shop.manager, nowMs });
  const input = { saleId: rung.input.saleId, reason: 'wrong ticket', overrideId: null };
  const answer = shop.writer.write(context, input, (tx) => voidSale(tx, context, input));
  if (!answer.ok) {
    const { code } = answer.refusal;
    seen.refused.set(code, (seen.refused.get(code) ?? 0) + 1);
    return;
  }
  books.count(rung.input, rung.sold, -1);
  today.splice(today.indexOf(rung), 1);
  seen.voided += 1;
}

test('M1, M2, M3, M9, M10: after 300 days by chance every document balances, the books are what a naive second count says, and the subledgers are their accounts', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const shop = aShop();
      // Nothing here is about the disk.
      shop.writer.sqlite.pragma('synchronous = OFF');
      try {
        const world = aTicketWorld(shop, chanceOf(g));
        const books = new NaiveBooks(shop);
        for (let day = 0; day < DAYS; day++) {
          if (day > 0) openedOn(shop, day);
          aDay(shop, world, books, TEST_NOW_MS + day * 86_400_000);
          expect(brokenLaws(shop)).toEqual([]);
          expect(journalOfSales(shop)).toEqual(books.totals());
          closedDrawer(shop);
        }
      } finally {
        shop.close();
      }
    }),
    { numRuns: SHOPS, endOnFailure: true },
  );
  expect(seen.rung).toBeGreaterThan(SHOPS * DAYS * ACTS_A_DAY * 0.5);
  expect(Math.min(seen.back, seen.refunds, seen.voided)).toBeGreaterThan(30);
}, 240_000);
