import fc from 'fast-check';
import { expect, test } from 'vitest';
import { supplementRows } from '#shared/day-close/figures/supplement.ts';
import type { FrozenZ } from '#shared/day-close/frozen-z.ts';
import type { SaleId } from '#shared/ids.ts';
import { type JournalRow, reversed, totalsByAccount } from '#shared/journal/journal-row.ts';
import { cents } from '#shared/money.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { CompletedSale, CompleteSaleInput } from '#shared/sales/contract.ts';
import { type MoveCashInput, moveCash } from '../drawer/move-cash.ts';
import { listJournal, sessionTotals } from '../journal/list-journal.ts';
import { readUnknownPayments } from '../sales/payments/list-open-payments.ts';
import { resolvePayment } from '../sales/payments/resolve-payment.ts';
import { handOver, listWaitingShipments } from '../sales/shipping/ship.ts';
import { voidSale } from '../sales/void/void-sale.ts';
import { correctTenders, standingOf } from '../testing/a-correction.ts';
import { aTender, sell } from '../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import {
  aRandomTicket,
  aTicketWorld,
  chanceOf,
  type TicketWorld,
} from '../testing/random-tickets.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { closeDay } from './close-day.ts';
import { depositSlipFacts } from './deposit/deposit-slip.ts';
import { findClose, listCloses } from './find-closes.ts';
import { openDay } from './open-day.ts';
import { readClosing } from './read-closing.ts';
import { repostAll } from './repost-books.ts';
import { saveBatch } from './save-batch.ts';
import { lateRows } from './supplements/closed-books.ts';

// Days of a shop by chance, from the opening of the drawer to the close, on a real file. A clerk who stands beside the
// drawer writes down every coin that goes in and out, and adds up no columns.

const SHOPS = 30;
const DAYS = 10;
const ACTS = 7;
const NO_MARKS = { copy: false, demo: false };

/** What came of it all: days on which nothing happens prove nothing. */
const seen = {
  sales: 0,
  voids: 0,
  corrections: 0,
  resolved: 0,
  sent: 0,
  moved: 0,
  checks: 0,
  open: 0,
};

interface Rung {
  readonly saleId: SaleId;
  readonly drawerSessionId: string;
  readonly sold: CompletedSale;
  readonly input: CompleteSaleInput;
}

/** A shop, its clerk, and what the clerk remembers. */
class Counter {
  readonly #shop: TestShop;
  readonly #world: TicketWorld;
  #rung: Rung[] = [];
  #drawerCents = 0;
  #leftCents = 0;
  #grandTotalCents = 0;
  #nowMs = TEST_NOW_MS;
  #session = '';

  constructor(shop: TestShop, world: TicketWorld) {
    this.#shop = shop;
    this.#world = world;
  }

  day(number: number): void {
    this.#nowMs = TEST_NOW_MS + number * 86_400_000;
    this.#open();
    for (let act = 0; act < ACTS; act++) {
      // A second apart, as people work.
      this.#nowMs += 1000;
      this.#act();
    }
    this.#close();
  }

  #do<Value, Refused extends Refusal>(
    run: (tx: WriteTx, context: CommandContext) => Result<Value, Refused>,
  ) {
    const { manager: actor, writer } = this.#shop;
    const context = this.#shop.context('test.act', { actor, nowMs: this.#nowMs });
    return writer.write(context, null, (tx) => run(tx, context));
  }

  #open(): void {
    const { chance } = this.#world;
    const floatCents = chance.share(70) ? this.#leftCents : chance.below(30_000);
    const drawerSessionId = newId('drawerSession');
    const opened = this.#do((tx, context) =>
      openDay(tx, context, { drawerSessionId, floatCents: cents(floatCents) }),
    );
    expect(opened).toMatchObject({ ok: true, value: { supplements: [] } });
    this.#session = drawerSessionId;
    this.#drawerCents = floatCents;
  }

  #act(): void {
    const { chance } = this.#world;
    const act = chance.below(100);
    if (act < 60) this.#sell();
    else if (act < 68) this.#void();
    else if (act < 76) this.#correct();
    else if (act < 82) this.#resolve();
    else if (act < 88) this.#send();
    else this.#move();
  }

  #sell(): void {
    const input = aRandomTicket(this.#world);
    const sold = sell(this.#shop, input, { actor: this.#shop.manager, nowMs: this.#nowMs });
    if (!sold.ok) return;
    seen.sales += 1;
    for (const line of input.cart.lines) {
      if (line.kind === 'gift_card') this.#world.giftCards.push(line.links);
      else if (line.quantityThousandths > 0 && line.kind !== 'account_payment')
        this.#world.sold.push(line);
    }
    for (const tender of input.tenders)
      if (tender.kind === 'cash') this.#drawerCents += tender.amountCents;
    this.#drawerCents -= sold.value.changeCents;
    const { saleId } = input;
    this.#rung.push({ saleId, drawerSessionId: this.#session, sold: sold.value, input });
  }

  #today(): readonly Rung[] {
    return this.#rung.filter((each) => each.drawerSessionId === this.#session);
  }

  #void(): void {
    const today = this.#today();
    if (today.length === 0) return;
    const rung = this.#world.chance.pick(today);
    const inCash = this.#cashOf(rung.saleId);
    const undone = this.#do((tx, context) =>
      voidSale(tx, context, { saleId: rung.saleId, reason: 'wrong ring', overrideId: null }),
    );
    if (!undone.ok) return;
    seen.voids += 1;
    this.#drawerCents -= inCash;
    this.#rung = this.#rung.filter((each) => each !== rung);
  }

  /** What a sale left in cash, after its corrections. */
  #cashOf(saleId: SaleId): number {
    const { payments, changeCents } = standingOf(this.#shop, saleId);
    const cash = payments.filter((row) => row.tender === 'cash');
    return cash.reduce((sum, row) => sum + row.amountCents, 0 - changeCents);
  }

  #correct(): void {
    const { chance } = this.#world;
    if (this.#rung.length === 0) return;
    const rung = chance.pick(this.#rung);
    const { payments, changeCents } = standingOf(this.#shop, rung.saleId);
    const total = payments.reduce((sum, row) => sum + row.amountCents, 0 - changeCents);
    if (total <= 0) return;
    const before = this.#cashOf(rung.saleId);
    const kind = chance.pick(['cash', 'card', 'check'] as const);
    const over = kind === 'check' ? { checkKind: 'personal' as const, reference: '7' } : {};
    const corrected = correctTenders(this.#shop, rung.saleId, [aTender(kind, total, over)], {
      nowMs: this.#nowMs,
    });
    if (!corrected.ok) return;
    seen.corrections += 1;
    // The cash of a counted drawer has not moved.
    if (rung.drawerSessionId === this.#session)
      this.#drawerCents += (kind === 'cash' ? total : 0) - before;
  }

  #resolve(): void {
    const [open] = readUnknownPayments(this.#shop.writer);
    if (!open) return;
    const outcome = this.#world.chance.pick(['charged', 'not_charged'] as const);
    const done = this.#do((tx, context) =>
      resolvePayment(tx, context, { paymentId: open.paymentId, outcome, note: 'asked' }),
    );
    if (done.ok) seen.resolved += 1;
  }

  #send(): void {
    const [parcel] = listWaitingShipments(this.#shop.writer);
    if (!parcel) return;
    const { shipmentId } = parcel;
    const sent = this.#do((tx, context) =>
      handOver(tx, context, { shipmentId, carrier: 'UPS', tracking: '1Z' }),
    );
    if (sent.ok) seen.sent += 1;
  }

  #move(): void {
    const { chance } = this.#world;
    const kind = chance.pick(['paid_in', 'paid_out', 'drop', 'no_sale'] as const);
    const amount = 1 + chance.below(5000);
    const movement: MoveCashInput = {
      movementId: newId('drawerMovement'),
      kind,
      amountCents: cents(amount),
      reasonCode: kind === 'paid_out' ? chance.pick(['supplies', 'other'] as const) : null,
      reason: 'why',
      overrideId: null,
    };
    const moved = this.#do((tx, context) => moveCash(tx, context, movement));
    expect(moved.ok).toBe(true);
    seen.moved += 1;
    this.#drawerCents += { paid_in: amount, paid_out: -amount, drop: -amount, no_sale: 0 }[kind];
  }

  #close(): void {
    const { chance } = this.#world;
    const { writer, register } = this.#shop;
    const closing = readClosing(writer, register.registerId, this.#nowMs);
    if (!closing) throw new Error('no open drawer');
    if (chance.share(50)) this.#sayBatch(closing.cards);
    const checks = closing.checks.filter(() => chance.share(80));
    const offCents = chance.share(60) ? 0 : chance.below(400) - 200;
    const countedCents = cents(Math.max(0, this.#drawerCents + offCents));
    const leaveCents = cents(chance.below(countedCents + 1));
    const closed = this.#do((tx, context) =>
      closeDay(tx, context, {
        countedCents,
        leaveCents,
        reason: 'counted twice',
        checkIds: checks.map(({ paymentId }) => paymentId),
      }),
    );
    if (!closed.ok) throw new Error(JSON.stringify(closed.refusal));
    seen.checks += checks.length;
    seen.open += closing.unresolved.length;
    // M5: what the store expected is what the clerk wrote down.
    expect(closed.value.overShortCents).toBe(countedCents - this.#drawerCents);
    this.#leftCents = leaveCents;
    this.#look(closed.value.dayCloseId, checks);
  }

  #sayBatch(cards: readonly { readonly brand: string; readonly oursCents: number }[]): void {
    const off = this.#world.chance.below(3);
    const said = this.#do((tx, context) =>
      saveBatch(tx, context, {
        reason: off === 0 ? '' : 'typed what the slip says',
        batches: cards.map(({ brand, oursCents }) => ({
          terminal: 'T1',
          brand,
          amountCents: cents(oursCents + off),
        })),
      }),
    );
    expect(said).toMatchObject({ ok: true, value: { differenceCents: off * cards.length } });
  }

  #look(dayCloseId: string, checks: readonly { readonly amountCents: number }[]): void {
    const { writer } = this.#shop;
    const close = findClose(writer, dayCloseId);
    if (!close) throw new Error('no close');
    const z: FrozenZ = JSON.parse(close.figures);
    const { figures } = z;
    const sumOf = (rows: readonly { readonly amountCents: number }[]) =>
      rows.reduce((sum, row) => sum + row.amountCents, 0);
    const totals = this.#today().map(({ sold }) => sold.totalCents as number);
    const total = totals.reduce((sum, each) => sum + each, 0);
    this.#grandTotalCents += total;
    expect(figures.totalCents).toBe(total);
    expect(figures.grandTotalCents).toBe(this.#grandTotalCents);
    // M1 over the day, and beside it what a correction found the money of an earlier day's payment that had failed.
    expect(sumOf(figures.tenders) + sumOf(figures.unresolved) + sumOf(figures.uncollected)).toBe(
      total + figures.roundingCents + this.#foundLater(),
    );
    // M8: no number is missing.
    expect(figures.documents.flatMap(({ missing }) => missing)).toEqual([]);
    // What the report calls recognised is what the books call income.
    const accounts: readonly JournalRow[] = JSON.parse(close.accounts);
    expect(sumOf(accounts)).toBe(0);
    expect(0 - sumOf(accounts.filter(isIncome))).toBe(figures.recognisedCents);
    // The slip is what leaves for the bank.
    const slip = depositSlipFacts(writer, dayCloseId, NO_MARKS);
    expect(slip?.cashCents).toBe(close.countedCents - close.leftCents);
    expect(sumOf(slip?.checks ?? [])).toBe(sumOf(checks));
    expect(lateRows(writer, close)).toEqual([]);
    this.#lookAtBooks();
  }

  #foundLater(): number {
    const sql = `select coalesce(-sum(back.amount_cents), 0) from payment back join payment taken on taken.id = back.reverses_payment_id
      join payment_resolution r on r.payment_id = taken.id and r.outcome = 'not_charged'
      where back.drawer_session_id = ? and taken.drawer_session_id <> back.drawer_session_id`;
    return Number(this.#shop.writer.sqlite.prepare(sql).pluck().get(this.#session));
  }

  /** M2 per document, and the drawer's account holds what was left. */
  #lookAtBooks(): void {
    const { sqlite } = this.#shop.writer;
    expect(
      sqlite
        .prepare(
          'select document_id from journal_row group by document_id having sum(amount_cents) <> 0',
        )
        .all(),
    ).toEqual([]);
    const drawer = sqlite
      .prepare(
        "select coalesce(sum(amount_cents), 0) from journal_row where account = 'cash_drawer'",
      )
      .pluck()
      .get();
    expect(drawer).toBe(this.#leftCents);
  }
}

const INCOME = new Set([
  'product_income',
  'repair_income',
  'appraisal_income',
  'shipping_income',
  'care_plan_income',
  'scrap_income',
  'fee_income',
  'discounts',
]);
const isIncome = ({ account }: JournalRow) => INCOME.has(account);

/** Every row of the journal, as a list that can be compared. */
const booksOf = ({ writer: { sqlite } }: TestShop) =>
  sqlite
    .prepare('select * from journal_row order by document_kind, document_id, position')
    .raw()
    .all();

/** All days told all, and posted anew from the facts the books are the same. */
function lookBack({ writer }: TestShop, before: readonly unknown[]): void {
  writer.sqlite.exec('delete from journal_row');
  writer.writeLocal((tx) => repostAll(tx));
  const closes = listCloses(writer, 100);
  expect(closes).toHaveLength(DAYS);
  expect(closes.flatMap((close) => lateRows(writer, close))).toEqual([]);
  expect(before.length).toBeGreaterThan(DAYS * 5);
  // Planted: accounts that are frozen before the count is booked make every day look late that moved cash.
  const late = closes.map((close) => {
    const count = reversed(listJournal(writer, 'day_close', close.id));
    const frozen = totalsByAccount([JSON.parse(close.accounts), count]);
    const now = [sessionTotals(writer, close.drawerSessionId)];
    return supplementRows({ frozen, supplements: [], now }).length;
  });
  expect(late.filter((rows) => rows > 0).length).toBeGreaterThan(DAYS / 2);
}

test('M1, M2, M5, M8: after 300 days by chance the drawer held what a clerk wrote down, every Z agrees with its books, and nothing is late', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const shop = aShop({ drawerOpen: false });
      // Nothing here is about the disk.
      shop.writer.sqlite.pragma('synchronous = OFF');
      try {
        const counter = new Counter(shop, aTicketWorld(shop, chanceOf(g)));
        for (let day = 0; day < DAYS; day++) counter.day(day);
        const books = booksOf(shop);
        lookBack(shop, books);
        expect(booksOf(shop)).toEqual(books);
      } finally {
        shop.close();
      }
    }),
    { numRuns: SHOPS, endOnFailure: true },
  );
  expect(seen.sales).toBeGreaterThan(SHOPS * DAYS * 2);
  const { sales: _sales, ...others } = seen;
  for (const [what, count] of Object.entries(others)) expect(count, what).toBeGreaterThan(10);
}, 300_000);
