import { afterEach, expect, test } from 'vitest';
import type { Cents } from '#shared/money.ts';
import { addLine, emptyCart } from '#shared/sales/cart.ts';
import type { ReviewKind } from '#shared/review/kinds.ts';
import { openDrawer } from '../drawer/open-drawer.ts';
import { giftCardBalance } from '../gift-cards/balances.ts';
import { countOpenReviewTasks, listReviewTasks } from '../review/inbox/list-review-tasks.ts';
import { resolveReviewTask } from '../review/resolve-review-task.ts';
import { aCart, aPiece, aSale, aTender, cartTotalCents, sell } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { aGiftCard, returnsOfSale } from '../testing/ticket-lines.ts';
import { applyPage } from './apply-page.ts';
import { listOwnChangesets } from './list-own-changesets.ts';
import { aRegister } from './testing/a-register.ts';

// Two whole registers of one shop, each with its own file, do what each may do alone, and then hear of each other.

let open: readonly TestShop[] = [];
afterEach(() => {
  for (const shop of open) shop.close();
});

interface Counter {
  readonly shop: TestShop;
  /** How much of the other's log it has heard. */
  heard: number;
}

function done<Answer extends { readonly ok: boolean }>(answer: Answer): Answer {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** What `from` did since they last spoke, to `to`. */
function tell(from: Counter, to: Counter): void {
  const news = listOwnChangesets(from.shop.writer, to.heard, 1000);
  to.heard = news.at(-1)?.n ?? to.heard;
  const heard = applyPage(
    to.shop.writer,
    () => to.shop.context('review.detect', { actor: null }),
    news,
  );
  expect(heard).toMatchObject({ ok: true, value: { aside: [], conflicts: [], kept: 0 } });
}

/** A shop with people, a tax and an open drawer, and a second register that knows it all and has its own drawer. */
function twoCounters(before: (shop: TestShop) => void = () => {}): readonly [Counter, Counter] {
  const first = aShop();
  before(first);
  const second = aRegister(2, first.register.storeId);
  const shop: TestShop = {
    ...first,
    writer: second.writer,
    register: second.register,
    context: (command, over = {}) => ({
      ...first.context(command, over),
      register: second.register,
    }),
    close: () => second.close(),
  };
  open = [first, shop];
  const [one, two] = [
    { shop: first, heard: 0 },
    { shop, heard: 0 },
  ];
  tell(one, two);
  const context = shop.context('drawer.open');
  const drawer = { drawerSessionId: newId('drawerSession'), floatCents: 20_000 as Cents };
  done(shop.writer.write(context, drawer, (tx) => openDrawer(tx, context, drawer)));
  return [one, two];
}

/** They speak until both know everything, and answer the kinds of what is open, which both must know alike. */
function catchUp(one: Counter, two: Counter): readonly ReviewKind[] {
  for (let round = 0; round < 2; round++) {
    tell(one, two);
    tell(two, one);
  }
  const [here, there] = [one, two].map(({ shop }) => listReviewTasks(shop.writer).tasks);
  expect(there).toEqual(here);
  return (here ?? []).filter((task) => task.open).map((task) => task.kind);
}

test('M3, I14: one gift card spent at two registers apart is overdrawn, both sales stand, and one task says so', () => {
  const card = aGiftCard(10_000);
  const [one, two] = twoCounters((shop) => {
    done(sell(shop, aSale(shop, addLine(emptyCart(newId('cart')), card))));
    for (const stockNumber of ['A-1', 'A-2'])
      aPiece(shop, { stockNumber, priceCents: 9000, taxed: false });
  });
  for (const [n, { shop }] of [one, two].entries()) {
    const piece = shop.writer.sqlite
      .prepare(`select id from piece where stock_number = 'A-${n + 1}'`)
      .pluck()
      .get();
    const cart = aCart(shop, [piece as never]);
    const paid = aTender('gift_card', cartTotalCents(shop, cart), { giftCardId: card.giftCardId });
    done(sell(shop, aSale(shop, cart, [paid])));
  }
  expect(catchUp(one, two)).toEqual(['gift_card_overdrawn']);
  const balances = [one, two].map(({ shop }) => giftCardBalance(shop.writer, card.giftCardId));
  expect(balances).toEqual([10_000 - 18_000, 10_000 - 18_000]);
  const [task] = listReviewTasks(one.shop.writer).tasks;
  expect(task?.causes).toMatchObject([{ documentKind: 'gift_card_entry', amountCents: -9000 }]);
  expect(['S1-2', 'S2-1']).toContain(task?.causes[0]?.number);
});

test('M6, M9: one ring sold at two registers, one watch returned at two: two tasks, the same at both', () => {
  const [one, two] = twoCounters((shop) => {
    const pieces = ['R-1', 'W-1'].map((stockNumber) =>
      aPiece(shop, { stockNumber, priceCents: 5000, taxed: false }),
    );
    done(sell(shop, aSale(shop, aCart(shop, pieces.slice(1)))));
  });
  for (const { shop } of [one, two]) {
    const ring = shop.writer.sqlite
      .prepare("select id from piece where stock_number = 'R-1'")
      .pluck()
      .get();
    done(sell(shop, aSale(shop, aCart(shop, [ring as never]))));
    const saleId = shop.writer.sqlite
      .prepare("select id from sale where number = 'S1-1'")
      .pluck()
      .get();
    const back = returnsOfSale(shop.writer, saleId as never).reduce(
      addLine,
      emptyCart(newId('cart')),
    );
    const given = aTender('cash', cartTotalCents(shop, back), { refundOfSaleId: saleId as never });
    done(sell(shop, aSale(shop, back, [given]), { actor: shop.manager }));
  }
  const kinds = catchUp(one, two);
  expect(kinds.toSorted()).toEqual(['line_returned_twice', 'piece_sold_twice']);
  const settled = listReviewTasks(two.shop.writer).tasks[0];
  if (!settled) throw new Error('no task');
  const context = two.shop.context('review.resolve', {
    actor: two.shop.manager,
    nowMs: TEST_NOW_MS,
  });
  const input = {
    reviewTaskId: settled.reviewTaskId,
    outcome: 'corrected' as const,
    reason: 'called the customer',
    causeIds: settled.causes.map((cause) => cause.causeId),
  };
  done(two.shop.writer.write(context, input, (tx) => resolveReviewTask(tx, context, input)));
  expect(catchUp(one, two)).toHaveLength(1);
  expect(countOpenReviewTasks(one.shop.writer)).toBe(1);
});
