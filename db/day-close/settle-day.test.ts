import { afterEach, expect, test } from 'vitest';
import { moveCashInput } from '#shared/day-close/contract.ts';
import type { FrozenZ } from '#shared/day-close/frozen-z.ts';
import { cents } from '#shared/money.ts';
import { moveCash } from '../drawer/move-cash.ts';
import { readUnknownPayments } from '../sales/payments/list-open-payments.ts';
import { recordCheck } from '../sales/payments/record-check.ts';
import { resolvePayment } from '../sales/payments/resolve-payment.ts';
import { aCustomer } from '../testing/a-customer.ts';
import { aPaidSale, correctTenders, voidPaid } from '../testing/a-correction.ts';
import { aTender } from '../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { fullScans, plansOf } from '../testing/planned-queries.ts';
import type { Actor } from '../write-path/command-context.ts';
import { closeDay } from './close-day.ts';
import { depositSlipFacts } from './deposit/deposit-slip.ts';
import { findZ, listDayCloses } from './find-day-close.ts';
import { findClose } from './find-closes.ts';
import { openDay } from './open-day.ts';
import { readClosing } from './read-closing.ts';
import { type SaveBatchInput, saveBatch } from './save-batch.ts';

let shop: TestShop;
afterEach(() => shop.close());

const NO_MARKS = { copy: false, demo: false };
let nowMs = TEST_NOW_MS;

/** A shop whose drawer is opened by the command, with $200.00. */
function aDay(): void {
  shop = aShop({ drawerOpen: false });
  nowMs = TEST_NOW_MS;
  open();
}

function open(floatCents = 20_000): void {
  const input = { drawerSessionId: newId('drawerSession'), floatCents: cents(floatCents) };
  const context = shop.context('dayClose.open', { nowMs });
  shop.writer.write(context, input, (tx) => openDay(tx, context, input));
}

function close(
  countedCents: number,
  over: {
    readonly checkIds?: readonly string[];
    readonly actor?: Actor;
    readonly leave?: number;
    readonly reason?: string;
  } = {},
) {
  const { checkIds = [], actor = shop.manager, leave = 20_000, reason = '' } = over;
  const context = shop.context('dayClose.close', { actor, nowMs });
  const input = { countedCents: cents(countedCents), reason, leaveCents: cents(leave), checkIds };
  return shop.writer.write(context, input, (tx) => closeDay(tx, context, input));
}

function closed(...given: Parameters<typeof close>): string {
  const answer = close(...given);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.dayCloseId;
}

const closing = () => {
  const found = readClosing(shop.writer, shop.register.registerId, nowMs);
  if (!found) throw new Error('no open drawer');
  return found;
};

function batch(
  batches: readonly (readonly [terminal: string, brand: string, amountCents: number])[],
  reason = '',
) {
  const input: SaveBatchInput = {
    reason,
    batches: batches.map(([terminal, brand, amountCents]) => ({
      terminal,
      brand,
      amountCents: cents(amountCents),
    })),
  };
  const context = shop.context('dayClose.saveBatch', { nowMs });
  return shop.writer.write(context, input, (tx) => saveBatch(tx, context, input));
}

const byCard = (brand: string, unknown = false) =>
  aPaidSale(shop, [aTender('card', 10_825, { brand, unknown })]);
const byCheck = (reference: string, holdUntil: string | null = null) =>
  aPaidSale(
    shop,
    [aTender('check', 10_825, { checkKind: 'personal', reference, holdUntil: holdUntil as never })],
    aCustomer(shop),
  );
const z = (dayCloseId: string) => findZ(shop.writer, dayCloseId, NO_MARKS);
const slip = (dayCloseId: string) => depositSlipFacts(shop.writer, dayCloseId, NO_MARKS);
const checkId = (number: string) =>
  closing().checks.find(({ checkNumber }) => checkNumber === number)?.paymentId ?? '';

test('what the terminals say is compared by brand, and a difference needs a reason', () => {
  aDay();
  byCard('Visa');
  byCard('Amex');
  expect(closing().cards).toEqual([
    { terminal: '', brand: 'Amex', oursCents: 10_825, batchCents: null },
    { terminal: '', brand: 'Visa', oursCents: 10_825, batchCents: null },
  ]);
  const wrong = [
    ['T1', 'Visa', 10_825],
    ['T1', 'Amex', 10_800],
  ] as const;
  expect(batch(wrong)).toEqual({
    ok: false,
    refusal: { code: 'BATCH_DIFFERS_NEEDS_REASON', differenceCents: -25 },
  });
  expect(batch(wrong, 'Tip line')).toEqual({ ok: true, value: { differenceCents: -25 } });
  expect(closing()).toMatchObject({ batchReason: 'Tip line', cards: [{ batchCents: 10_800 }, {}] });
  expect(z(closed(20_000))?.batches).toEqual([
    { terminal: 'T1', brand: 'Amex', batchCents: 10_800, oursCents: 10_825 },
    { terminal: 'T1', brand: 'Visa', batchCents: 10_825, oursCents: 10_825 },
  ]);
});

test('brands that are off in opposite ways need a reason too, although the sum agrees', () => {
  aDay();
  byCard('Visa');
  expect(batch([['', 'Amex', 10_825]])).toMatchObject({
    refusal: { code: 'BATCH_DIFFERS_NEEDS_REASON', differenceCents: 0 },
  });
});

test('the last word of the terminals counts, and what is not said again is taken back', () => {
  aDay();
  byCard('Visa');
  batch([['T1', 'Amex', 10_825]], 'read the wrong line');
  batch([['T1', 'Visa', 10_825]]);
  expect(closing().cards).toEqual([
    { terminal: 'T1', brand: 'Visa', oursCents: 10_825, batchCents: 10_825 },
  ]);
  expect(closing().batchReason).toBe('');
});

test('two terminals are compared together, because a payment does not say its terminal', () => {
  aDay();
  byCard('Visa');
  byCard('Visa');
  batch([
    ['T1', 'Visa', 10_825],
    ['T2', 'Visa', 10_825],
  ]);
  expect(z(closed(20_000))?.batches).toEqual([
    { terminal: '', brand: 'Visa', batchCents: 21_650, oursCents: 21_650 },
  ]);
});

test('a card sale is no longer voided once its money is on its way, and without a slip nothing is compared', () => {
  aDay();
  const { saleId } = byCard('Visa');
  batch([['T1', 'Visa', 10_825]]);
  expect(voidPaid(shop, saleId)).toMatchObject({ refusal: { code: 'VOID_AFTER_BATCH' } });
  closed(20_000);
  nowMs += 86_400_000;
  open();
  byCard('Visa');
  expect(z(closed(20_000))?.batches).toEqual([]);
  expect(batch([])).toEqual({ ok: false, refusal: { code: 'DRAWER_NOT_OPEN' } });
});

test('the deposit slip is the cash that is not left and the checks that were ticked', () => {
  aDay();
  byCheck('1204');
  byCheck('0382');
  byCheck('77', '2026-12-01');
  aPaidSale(shop);
  expect(closing().checks.map(({ checkNumber, holdUntil }) => [checkNumber, holdUntil])).toEqual([
    ['1204', null],
    ['0382', null],
    ['77', '2026-12-01'],
  ]);
  const facts = slip(closed(30_825, { checkIds: [checkId('1204'), checkId('0382')] }));
  expect(facts).toMatchObject({
    dayCloseNumber: 'Z1-1',
    preparedBy: 'MF',
    cashCents: 10_825,
    checks: [
      { number: '1204', kind: 'personal', amountCents: 10_825 },
      { number: '0382', kind: 'personal', amountCents: 10_825 },
    ],
  });
  expect(facts?.checks[0]?.from).not.toBe('');
});

test('a check that waits goes with a later day, and no check goes to the bank twice', () => {
  aDay();
  byCheck('1', '2026-11-24');
  byCheck('2');
  const two = checkId('2');
  closed(20_000, { checkIds: [two] });
  nowMs += 86_400_000;
  open();
  expect(closing().checks.map(({ checkNumber }) => checkNumber)).toEqual(['1']);
  expect(close(20_000, { checkIds: [two] })).toEqual({
    ok: false,
    refusal: { code: 'CHECK_NOT_HERE', paymentId: two },
  });
  expect(slip(closed(20_000, { checkIds: [checkId('1')] }))?.checks).toMatchObject([
    { number: '1' },
  ]);
});

test('a check that was given back, corrected away or came back from the bank lies in no drawer', () => {
  aDay();
  voidPaid(shop, byCheck('1').saleId);
  correctTenders(shop, byCheck('2').saleId, [aTender('card', 10_825)]);
  byCheck('3');
  const context = shop.context('payments.recordCheck', { actor: shop.manager });
  const input = {
    paymentId: checkId('3'),
    kind: 'returned' as const,
    feeCents: cents(0),
    reason: 'x',
  };
  shop.writer.write(context, input, (tx) => recordCheck(tx, context, input));
  expect(closing().checks).toEqual([]);
});

test('M7: only who may settle payments closes over one that nobody is sure of, and a task stands the next morning', () => {
  aDay();
  const { saleId } = byCard('Visa', true);
  expect(closing().unresolved).toMatchObject([
    { saleId, saleNumber: 'S1-1', tender: 'card', brand: 'Visa', amountCents: 10_825 },
  ]);
  expect(close(20_000, { actor: shop.counter })).toEqual({
    ok: false,
    refusal: { code: 'UNRESOLVED_PAYMENTS', count: 1 },
  });
  const dayCloseId = closed(20_000);
  expect(z(dayCloseId)).toMatchObject({
    number: 'Z1-1',
    unresolved: [{ number: 'S1-1', tender: 'card', amountCents: 10_825 }],
    tenders: [],
    accounts: expect.arrayContaining([
      { account: 'unresolved_payments', detail: '', amountCents: 10_825 },
    ]),
  });
  const [paymentId] = readUnknownPayments(shop.writer).map((row) => row.paymentId);
  expect(
    shop.writer.sqlite
      .prepare('select t.kind, t.subject_id, c.document_id from review_task t join review_cause c')
      .all(),
  ).toEqual([{ kind: 'payment_unresolved', subject_id: paymentId, document_id: paymentId }]);
});

test('M7: a sale is voided once its payment was looked into, and what was found out keeps no day open', () => {
  aDay();
  const found = byCard('Visa', true);
  const gone = byCard('Amex', true);
  expect(voidPaid(shop, gone.saleId)).toMatchObject({ refusal: { code: 'PAYMENT_UNSETTLED' } });
  expect(closing().unresolved.map(({ saleId }) => saleId)).toEqual([found.saleId, gone.saleId]);
  for (const { paymentId, saleId } of readUnknownPayments(shop.writer)) {
    const outcome = saleId === gone.saleId ? ('not_charged' as const) : ('charged' as const);
    const input = { paymentId, outcome, note: 'on the slip' };
    const context = shop.context('payments.resolve', { actor: shop.manager });
    shop.writer.write(context, input, (tx) => resolvePayment(tx, context, input));
  }
  expect(voidPaid(shop, gone.saleId).ok).toBe(true);
  expect(closing().unresolved).toEqual([]);
  expect(close(20_000, { actor: shop.counter }).ok).toBe(true);
});

test('no name and no typed word is frozen in a Z: one that is erased is gone from a closed day too', () => {
  aDay();
  const movement = {
    movementId: newId('drawerMovement'),
    kind: 'paid_in' as const,
    amountCents: cents(500),
    reason: 'Mrs. Alvarez brought back change',
    overrideId: null,
  };
  const context = shop.context('dayClose.moveCash', { actor: shop.manager });
  shop.writer.write(context, movement, (tx) => moveCash(tx, context, movement));
  voidPaid(shop, aPaidSale(shop).saleId);
  const dayCloseId = closed(20_400, { reason: 'Cal dropped a coin' });
  const stored = findClose(shop.writer, dayCloseId)?.figures ?? '';
  for (const word of ['Alvarez', 'wrong ring', 'coin', 'MF', 'Mona'])
    expect(stored).not.toContain(word);
  expect(z(dayCloseId)).toMatchObject({
    closedBy: 'MF',
    movements: [{ by: 'MF', reason: 'Mrs. Alvarez brought back change' }],
    voided: [{ by: 'MF', reason: 'wrong ring' }],
    overShortReason: 'Cal dropped a coin',
  });
  shop.writer.sqlite.exec(
    "update drawer_movement set reason = ''; update sale_void set reason = ''; update day_close set reason = ''",
  );
  expect(z(dayCloseId)).toMatchObject({
    movements: [{ by: 'MF', reason: '' }],
    voided: [{ reason: '' }],
    overShortReason: '',
  });
});

test('cash that moves is booked under its reason, and needs words where no reason says it', () => {
  aDay();
  const move = (kind: string, reasonCode: string | null, reason: string) =>
    moveCashInput.safeParse({
      commandId: newId('command'),
      movementId: newId('drawerMovement'),
      kind,
      amountCents: 500,
      reasonCode,
      reason,
      overrideId: null,
    }).success;
  expect(move('paid_out', 'supplies', '')).toBe(true);
  expect(move('paid_out', 'other', '')).toBe(false);
  expect(move('paid_out', null, '')).toBe(false);
  expect(move('paid_in', 'supplies', 'words')).toBe(false);
  const movement = {
    movementId: newId('drawerMovement'),
    kind: 'paid_out' as const,
    amountCents: cents(500),
    reasonCode: 'postage' as const,
    reason: '',
    overrideId: null,
  };
  const context = shop.context('dayClose.moveCash', { actor: shop.manager });
  shop.writer.write(context, movement, (tx) => moveCash(tx, context, movement));
  expect(
    shop.writer.sqlite
      .prepare(
        "select account, detail, amount_cents from journal_row where document_kind = 'drawer_movement'",
      )
      .raw()
      .all(),
  ).toEqual([
    ['cash_drawer', '', -500],
    ['paid_out', 'postage', 500],
  ]);
  expect(z(closed(19_500, { leave: 19_500 }))?.movements).toMatchObject([
    { kind: 'paid_out', reasonCode: 'postage', reason: '' },
  ]);
});

test('a float that is not what the last close left is made up from the safe', () => {
  aDay();
  closed(20_000, { leave: 15_000 });
  nowMs += 86_400_000;
  open(18_000);
  const opened = shop.writer.sqlite
    .prepare(
      "select account, sum(amount_cents) from journal_row where document_kind = 'drawer_session' group by 1",
    )
    .raw();
  expect(opened.all()).toEqual([
    ['cash_drawer', 20_000 + 3000],
    ['safe', -20_000 - 3000],
  ]);
});

test('the first Z after numbers were not kept finds no gap, and goes on with the total of the days before', () => {
  shop = aShop();
  nowMs = TEST_NOW_MS;
  const old = { totalCents: 5000, salesCount: 1 };
  shop.writer.sqlite.exec(
    `insert into number_series values ('sale', 1, 41), ('dayClose', 1, 7);
     insert into day_close (store_id, id, number, drawer_session_id, register_id, staff_id, expected_cents, counted_cents, over_short_cents, reason, left_cents, figures, business_date, closed_at_ms)
       select store_id, 'old', 'Z1-7', id, register_id, staff_id, 0, 0, 0, '', 0, '${JSON.stringify(old)}', business_date, opened_at_ms from drawer_session`,
  );
  open();
  aPaidSale(shop);
  const first = z(closed(30_825));
  expect(first?.documents?.[0]).toEqual({ first: 'S1-42', last: 'S1-42', count: 1, missing: [] });
  expect(first?.grandTotalCents).toBe(5000 + 10_825);
  expect(z('old')).toMatchObject(old);
  nowMs += 86_400_000;
  open();
  shop.writer.sqlite.exec("update number_series set last = 44 where kind = 'sale'");
  aPaidSale(shop);
  const dayCloseId = closed(30_825);
  expect(z(dayCloseId)?.documents?.[0]).toMatchObject({ missing: ['S1-43', 'S1-44'] });
  const stored: FrozenZ = JSON.parse(findClose(shop.writer, dayCloseId)?.figures ?? '{}');
  expect(stored.lastNumbers).toEqual(['S1-45', 'Z1-9']);
});

test('the end of a day reads what it needs by indexes, however many days there are', () => {
  aDay();
  byCard('Visa');
  const dayCloseId = closed(20_000);
  nowMs += 86_400_000;
  open();
  const { registerId } = shop.register;
  shop = shop.reopen();
  const { writer } = shop;
  const plans = plansOf(writer.sqlite, () => {
    readClosing(writer, registerId, nowMs);
    findZ(writer, dayCloseId, NO_MARKS);
    depositSlipFacts(writer, dayCloseId, NO_MARKS);
    listDayCloses(writer, 60, registerId);
  });
  expect(plans.length).toBeGreaterThan(20);
  expect(fullScans(plans)).toEqual([
    // The newest one, and the newest ones, in the order of their index.
    'SEARCH day_close USING INDEX day_close_by_date (store_id=?)',
    // A handful in all.
    'SEARCH day_supplement USING PRIMARY KEY (store_id=?)',
    // Checks alone, by the index that holds nothing else.
    'SEARCH payment USING INDEX payment_check (store_id=?)',
    'SEARCH day_close USING INDEX day_close_by_date (store_id=?)',
  ]);
});
