import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SaleId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { TENDER_KINDS, type TenderKind } from '../tenders.ts';
import { checkRefund } from './check-refund.ts';
import { planRefund, type RefundPlan } from './refund-plan.ts';
import type { OriginalPayment, OriginalSale, PaidState } from './refund-sources.ts';

const RUNS = { numRuns: 2500 };
const toNickel = (amount: Cents) => (Math.round(amount / 5) * 5) as Cents;
const TURNS: Readonly<Record<TenderKind, number>> = {
  card: 1,
  check: 2,
  store_credit: 3,
  house_account: 3,
  finance: 3,
  lease: 3,
  other: 3,
  gift_card: 4,
  cash: 5,
};

const paid = (
  kind: TenderKind,
  amount: number,
  state: PaidState = 'paid',
  sourceId = '',
): OriginalPayment => ({ kind, sourceId, amountCents: amount as Cents, state });
const aSale = (fields: Partial<OriginalSale>): OriginalSale => ({
  saleId: 'sale' as SaleId,
  payments: [],
  changeCents: 0 as Cents,
  refunds: [],
  returnedCents: -10_000 as Cents,
  ...fields,
});
const short = (plan: RefundPlan) =>
  plan.tenders.map(({ kind, amountCents, why }) => [kind, amountCents, why]);

const aPayment = fc
  .record({
    kind: fc.constantFrom(...TENDER_KINDS),
    card: fc.constantFrom('A', 'B'),
    amount: fc.integer({ min: 1, max: 60 }),
    state: fc.constantFrom<PaidState>('paid', 'paid', 'paid', 'on_hold', 'unknown', 'not_paid'),
  })
  .map(({ kind, card, amount, state }) => {
    const may = kind === 'check' || state !== 'on_hold' ? state : 'paid';
    return paid(kind, amount, kind === 'cash' ? 'paid' : may, kind === 'gift_card' ? card : '');
  });
const anOriginal = (saleId: string) =>
  fc
    .record({
      payments: fc.array(aPayment, { maxLength: 5 }),
      change: fc.nat({ max: 20 }),
      refunds: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 30 })), {
        maxLength: 2,
      }),
      returned: fc.nat({ max: 150 }),
    })
    .map(({ payments, change, refunds, returned }): OriginalSale => {
      const cash = payments.reduce(
        (sum, each) => sum + (each.kind === 'cash' ? each.amountCents : 0),
        0,
      );
      return {
        saleId: saleId as SaleId,
        payments,
        changeCents: Math.min(change, cash) as Cents,
        refunds: refunds.flatMap(([at, amount]) => {
          const to = payments[at];
          return to
            ? [{ kind: to.kind, sourceId: to.sourceId, amountCents: (0 - amount) as Cents }]
            : [];
        }),
        returnedCents: (0 - returned) as Cents,
      };
    });
const aTicket = fc
  .tuple(anOriginal('first'), anOriginal('second'), fc.nat({ max: 300 }), fc.nat({ max: 20 }))
  .map(([first, second, bought, blind]) => {
    const total = first.returnedCents + second.returnedCents - blind + bought;
    return { sales: [first, second], total: Math.min(0, total) as Cents };
  });

/** Lays every cent that was paid on the counter, takes away what went back before, and hands out the rest coin by coin. */
function handOutCoins(sales: readonly OriginalSale[], total: number) {
  const given = new Map<string, number>();
  const give = (to: string) => given.set(to, (given.get(to) ?? 0) + 1);
  let need = 0 - total;
  let blocked = 0;
  for (const sale of sales) {
    const coins = sale.payments.flatMap((payment, order) =>
      Array.from({ length: payment.amountCents }, () => ({ ...payment, order })),
    );
    const takeAway = (kind: TenderKind, sourceId: string, count: number) => {
      for (const states of [['paid'], ['on_hold']])
        for (let index = 0; index < coins.length && count > 0; index++) {
          const coin = coins[index];
          if (coin?.kind !== kind || coin.sourceId !== sourceId || !states.includes(coin.state))
            continue;
          coins.splice(index--, 1);
          count--;
        }
    };
    takeAway('cash', '', sale.changeCents);
    for (const refund of sale.refunds)
      takeAway(refund.kind, refund.sourceId, 0 - refund.amountCents);
    const order = (coin: (typeof coins)[number]) => {
      const first = sale.payments.findIndex(
        (each) => each.kind === coin.kind && each.sourceId === coin.sourceId,
      );
      return TURNS[coin.kind] * 1000 + first * 10 + (coin.state === 'on_hold' ? 1 : 0);
    };
    const mine = coins
      .filter((coin) => coin.state === 'paid' || coin.state === 'on_hold')
      .toSorted((a, b) => order(a) - order(b));
    let unpaid = coins.length - mine.length;
    for (let open = Math.min(need, 0 - sale.returnedCents); open > 0; open--) {
      need--;
      const coin = mine.shift();
      if (coin?.state === 'on_hold') give(`${sale.saleId} store_credit  check_on_hold`);
      else if (coin) give(`${sale.saleId} ${coin.kind} ${coin.sourceId} same_tender`);
      else if (unpaid-- > 0) blocked++;
      else give(`${sale.saleId} store_credit  rest`);
    }
  }
  for (; need > 0; need--) give('none store_credit  rest');
  return { given, blocked };
}

const asCoins = (plan: RefundPlan) => {
  const given = new Map<string, number>();
  for (const tender of plan.tenders) {
    const to = `${tender.refundOfSaleId ?? 'none'} ${tender.kind} ${tender.sourceId} ${tender.why}`;
    given.set(to, (given.get(to) ?? 0) - tender.amountCents);
  }
  return given;
};
const sorted = (given: Map<string, number>) => [...given].toSorted(([a], [b]) => (a < b ? -1 : 1));

test('M10: a refund plan is what handing out the coins that were paid comes to', () => {
  const seen = new Set<string>();
  let blockedOnce = false;
  fc.assert(
    fc.property(aTicket, ({ sales, total }) => {
      const plan = planRefund(sales, total);
      const naive = handOutCoins(sales, total);
      expect(sorted(asCoins(plan))).toEqual(sorted(naive.given));
      expect(plan.blockedCents).toBe(naive.blocked);
      expect(plan.roundingCents).toBe(0);
      for (const tender of plan.tenders) seen.add(`${tender.kind} ${tender.why}`);
      blockedOnce ||= plan.blockedCents > 0;
    }),
    RUNS,
  );
  expect(seen.size).toBe(TENDER_KINDS.length + 2);
  expect(blockedOnce).toBe(true);
});

/** What every tender of a sale is ahead: paid, less change and all refunds. Below zero it gave back more than it took. */
function worstTender(sale: OriginalSale, plan: RefundPlan): number {
  const ahead = sale.payments.map(({ kind, sourceId }) => {
    const same = (each: { readonly kind: TenderKind; readonly sourceId: string }) =>
      each.kind === kind && each.sourceId === sourceId;
    const took = sale.payments
      .filter((each) => same(each) && each.state === 'paid')
      .reduce((sum, each) => sum + each.amountCents, kind === 'cash' ? 0 - sale.changeCents : 0);
    const back = plan.tenders
      .filter(
        (each) => same(each) && each.refundOfSaleId === sale.saleId && each.why === 'same_tender',
      )
      .reduce((sum, each) => sum + each.amountCents, 0);
    const before = sale.refunds.filter(same).reduce((sum, each) => sum + each.amountCents, 0);
    return back === 0 ? 0 : took + back + before;
  });
  return Math.min(0, ...ahead);
}

test('M10: no tender ever gives back more than it took, and the plan comes to the total', () => {
  fc.assert(
    fc.property(aTicket, fc.boolean(), ({ sales, total }, rounds) => {
      const plan = planRefund(sales, total, rounds ? toNickel : undefined);
      for (const sale of sales) expect(worstTender(sale, plan)).toBe(0);
      const given = plan.tenders.reduce((sum, tender) => sum + tender.amountCents, 0);
      expect(given).toBe(total + plan.roundingCents + plan.blockedCents);
      expect(Math.abs(plan.roundingCents)).toBeLessThanOrEqual(2);
      const cash = plan.tenders
        .filter((tender) => tender.kind === 'cash')
        .reduce((sum, tender) => sum - tender.amountCents, 0);
      if (rounds) expect(cash % 5).toBe(0);
      if (cash === 0 && plan.roundingCents !== 0) expect(rounds).toBe(true);
      for (const tender of plan.tenders) expect(tender.amountCents).toBeLessThan(0);
    }),
    RUNS,
  );
});

test('M10: a plan that forgets what went back before is caught (planted)', () => {
  const found = fc.check(
    fc.property(aTicket, ({ sales, total }) => {
      const forgetful = planRefund(
        sales.map((sale) => ({ ...sale, refunds: [] })),
        total,
      );
      for (const sale of sales) expect(worstTender(sale, forgetful)).toBe(0);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('the plan is allowed by the check, and one cent more of any tender is not', () => {
  fc.assert(
    fc.property(aTicket, ({ sales, total }) => {
      const plan = planRefund(sales, total);
      const proposed = plan.tenders.map((tender) => ({ ...tender, overridden: false }));
      expect(checkRefund(sales, total, proposed).ok).toBe(true);
      for (const [at, tender] of proposed.entries()) {
        const sale = sales.find((each) => each.saleId === tender.refundOfSaleId);
        if (tender.why !== 'same_tender' || tender.kind === 'store_credit' || !sale) continue;
        const greedy = proposed.with(at, {
          ...tender,
          amountCents: (tender.amountCents - 200) as Cents,
        });
        expect(checkRefund(sales, total, greedy)).toMatchObject({
          refusal: { code: 'REFUND_OVER_PAID', tender: tender.kind },
        });
      }
    }),
    RUNS,
  );
});

test('cards first, then checks, others as they were paid, gift cards, cash, and the rest as store credit', () => {
  const payments = [
    paid('cash', 2000),
    paid('gift_card', 1000, 'paid', 'card-1'),
    paid('finance', 1000, 'paid', 'lender'),
    paid('store_credit', 500),
    paid('check', 1000),
    paid('card', 2000),
  ];
  const sale = aSale({ payments, changeCents: 500 as Cents });
  expect(short(planRefund([sale], -8000 as Cents))).toEqual([
    ['card', -2000, 'same_tender'],
    ['check', -1000, 'same_tender'],
    ['finance', -1000, 'same_tender'],
    ['store_credit', -500, 'same_tender'],
    ['gift_card', -1000, 'same_tender'],
    ['cash', -1500, 'same_tender'],
    ['store_credit', -1000, 'rest'],
  ]);
});

test('a check that has not cleared goes back as store credit, one that came back not at all', () => {
  const held = aSale({ payments: [paid('check', 10_000, 'on_hold')] });
  expect(short(planRefund([held], -4000 as Cents))).toEqual([
    ['store_credit', -4000, 'check_on_hold'],
  ]);
  const bounced = aSale({ payments: [paid('check', 10_000, 'not_paid')] });
  expect(planRefund([bounced], -4000 as Cents)).toEqual({
    tenders: [],
    roundingCents: 0,
    blockedCents: 4000,
  });
});

test('an unknown payment is not given back, not as store credit and not with an override to its card', () => {
  const sale = aSale({ payments: [paid('card', 6000, 'unknown'), paid('cash', 4000)] });
  const total = -10_000 as Cents;
  expect(planRefund([sale], total)).toMatchObject({ blockedCents: 6000 });
  const refund = (kind: TenderKind, amount: number, overridden: boolean) => ({
    kind,
    sourceId: '',
    amountCents: (0 - amount) as Cents,
    refundOfSaleId: sale.saleId,
    overridden,
  });
  const refusedCard = { refusal: { code: 'REFUND_OVER_PAID', tender: 'card', leftCents: 0 } };
  expect(checkRefund([sale], total, [refund('store_credit', 10_000, false)])).toMatchObject(
    refusedCard,
  );
  expect(checkRefund([sale], total, [refund('card', 6000, true)])).toMatchObject(refusedCard);
  expect(checkRefund([sale], total, [refund('cash', 4000, false)]).ok).toBe(true);
  expect(
    checkRefund([sale], total, [refund('cash', 4000, false), refund('store_credit', 6000, true)])
      .ok,
  ).toBe(true);
});

test('an override lifts what its tender gives beyond, and settles no unknown payment of another sale', () => {
  const unsure = aSale({ payments: [paid('card', 6000, 'unknown'), paid('cash', 4000)] });
  const total = -10_000 as Cents;
  const give = (
    kind: TenderKind,
    amount: number,
    refundOfSaleId: SaleId | null = unsure.saleId,
  ) => ({
    kind,
    sourceId: '',
    amountCents: (0 - amount) as Cents,
    refundOfSaleId,
    overridden: kind !== 'store_credit',
  });
  // The manager's word was for cash that was paid: it makes no room for credit that was not.
  expect(
    checkRefund([unsure], total, [give('cash', 4000), give('store_credit', 6000)]),
  ).toMatchObject({ refusal: { tender: 'card', leftCents: 0 } });
  expect(checkRefund([unsure], total, [give('cash', 10_000)]).ok).toBe(true);
  expect(checkRefund([unsure], total, [give('card', 10_000, null)])).toMatchObject({
    refusal: { tender: 'card' },
  });
});

test('an override lets cash go back for a card, but gives a lender no more than it financed', () => {
  const sale = aSale({ payments: [paid('card', 5000), paid('finance', 5000, 'paid', 'lender')] });
  const refund = (kind: TenderKind, amount: number, overridden: boolean, sourceId = '') =>
    checkRefund([sale], -10_000 as Cents, [
      {
        kind,
        sourceId,
        amountCents: (0 - amount) as Cents,
        refundOfSaleId: sale.saleId,
        overridden,
      },
    ]);
  expect(refund('cash', 5000, false)).toMatchObject({
    refusal: { code: 'REFUND_OVER_PAID', tender: 'cash', leftCents: 0 },
  });
  expect(refund('cash', 5000, true).ok).toBe(true);
  expect(refund('finance', 5001, true, 'lender')).toMatchObject({
    refusal: { tender: 'finance', leftCents: 5000 },
  });
  expect(refund('finance', 5000, false, 'another')).toMatchObject({ refusal: { leftCents: 0 } });
});

test('the same tender asked twice may not give back twice', () => {
  const sale = aSale({ payments: [paid('card', 5000)] });
  const half = {
    kind: 'card',
    sourceId: '',
    amountCents: -3000 as Cents,
    refundOfSaleId: sale.saleId,
    overridden: false,
  } as const;
  expect(checkRefund([sale], -6000 as Cents, [half, half])).toMatchObject({
    refusal: { tender: 'card', leftCents: 2000 },
  });
});

test('a blind return gives store credit, and cash only with an override', () => {
  expect(planRefund([], -2500 as Cents).tenders).toMatchObject([
    { kind: 'store_credit', amountCents: -2500, refundOfSaleId: null },
  ]);
  const cash = {
    kind: 'cash',
    sourceId: '',
    amountCents: -2500 as Cents,
    refundOfSaleId: null,
  } as const;
  expect(checkRefund([], -2500 as Cents, [{ ...cash, overridden: false }]).ok).toBe(false);
  expect(checkRefund([], -2500 as Cents, [{ ...cash, overridden: true }]).ok).toBe(true);
});

test('an exchange gives back what is left after the new goods, from the sale in order', () => {
  const first = aSale({
    saleId: 'a' as SaleId,
    payments: [paid('card', 10_000)],
    returnedCents: -3000 as Cents,
  });
  const second = aSale({
    saleId: 'b' as SaleId,
    payments: [paid('cash', 9000)],
    returnedCents: -5000 as Cents,
  });
  expect(planRefund([first, second], -6000 as Cents).tenders).toMatchObject([
    { kind: 'card', amountCents: -3000, refundOfSaleId: 'a' },
    { kind: 'cash', amountCents: -3000, refundOfSaleId: 'b' },
  ]);
  expect(planRefund([first, second], 100 as Cents).tenders).toEqual([]);
});

test.each([
  // Sold for $10.02, paid $10.00; sold for $10.03, paid $10.05.
  [1002, 1000, 0, -1000, 2],
  [1003, 1010, 5, -1005, -2],
])(
  'a cash sale of %i cents that was rounded goes back whole, without store credit',
  (total, cash, change, back, rounding) => {
    const sale = aSale({
      payments: [paid('cash', cash)],
      changeCents: change as Cents,
      returnedCents: (0 - total) as Cents,
    });
    expect(planRefund([sale], (0 - total) as Cents, toNickel)).toEqual({
      tenders: [
        {
          kind: 'cash',
          sourceId: '',
          amountCents: back,
          refundOfSaleId: 'sale',
          why: 'same_tender',
        },
      ],
      roundingCents: rounding,
      blockedCents: 0,
    });
  },
);
