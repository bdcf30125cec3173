import { expect, test } from 'vitest';
import { takePayment } from './next-step.ts';
import type { Payment } from './payments.ts';
import type { Purse } from './purse.ts';
import type { TenderDraft } from './tender-draft.ts';
import {
  aCard,
  aCustomersPurse,
  aDraft,
  aDue,
  aPaid,
  aProvider,
  aPurse,
  anAccount,
  cents,
} from './till-builders.ts';

const id = aPaid('cash', 1).paymentId;
const due = aDue(10_825);
const taking = (
  draft: TenderDraft,
  purse: Purse = aPurse(),
  payments: readonly Payment[] = [],
  ofDue = due,
) => takePayment(ofDue, payments, draft, id, purse);
const problem = (code: string, more = {}) => ({ kind: 'problem', problem: { code, ...more } });

test('no amount typed means all that is left', () => {
  expect(taking(aDraft('cash'))).toMatchObject({
    kind: 'covers',
    changeCents: 0,
    payments: [{ amountCents: 10_825 }],
  });
  expect(taking(aDraft('cash'), aPurse(), [aPaid('card', 10_000)])).toMatchObject({
    kind: 'covers',
    payments: [{}, { kind: 'cash', amountCents: 825 }],
  });
});

test('more cash than is due gives change, less joins the list', () => {
  expect(taking(aDraft('cash', 20_000))).toMatchObject({ kind: 'covers', changeCents: 9175 });
  expect(taking(aDraft('cash', 5000))).toMatchObject({
    kind: 'part',
    payments: [{ amountCents: 5000 }],
  });
});

test('a card is never charged above what is left', () => {
  expect(taking(aDraft('card', 11_000))).toEqual(
    problem('TENDER_OVER_TOTAL', { tender: 'card', overByCents: 175 }),
  );
  expect(taking(aDraft('card', 1000), aPurse(), [aPaid('card', 10_000)])).toMatchObject(
    problem('TENDER_OVER_TOTAL'),
  );
});

test('a ticket that costs nothing needs no payment, and nothing handed over is none', () => {
  expect(taking(aDraft('cash'), aPurse(), [], aDue(0))).toMatchObject({
    kind: 'covers',
    payments: [],
    changeCents: 0,
  });
  expect(taking(aDraft('cash', 0))).toMatchObject(
    problem('TENDER_NEEDS_DETAIL', { detail: 'amount' }),
  );
});

test('cash is rounded to the coin, and its own change with it', () => {
  const rounded = aDue(10_827, { rounding: 'nearest_5' });
  expect(taking(aDraft('cash'), aPurse(), [], rounded)).toMatchObject({
    kind: 'covers',
    roundingCents: -2,
    payments: [{ amountCents: 10_825 }],
    changeCents: 0,
  });
  expect(taking(aDraft('cash', 20_000), aPurse(), [], rounded)).toMatchObject({
    roundingCents: -2,
    changeCents: 9175,
  });
  expect(taking(aDraft('card'), aPurse(), [], rounded)).toMatchObject({
    roundingCents: 0,
    payments: [{ amountCents: 10_827 }],
  });
});

test('a gift card pays what it holds, and no more than may be taken here', () => {
  const code = { giftCardCode: '7K3MQ0ZDV9T2A' };
  const step = taking(aDraft('gift_card', undefined, code), aPurse({ giftCard: aCard(5000) }));
  expect(step).toMatchObject({
    kind: 'part',
    payments: [{ amountCents: 5000, giftCardId: 'card' }],
  });
  expect(taking(aDraft('gift_card', 6000, code), aPurse({ giftCard: aCard(5000) }))).toEqual(
    problem('GIFT_CARD_SHORT', { balanceCents: 5000 }),
  );
  const capped = aPurse({ giftCard: aCard(12_000, 5000) });
  expect(taking(aDraft('gift_card', undefined, code), capped)).toMatchObject({
    kind: 'part',
    payments: [{ amountCents: 5000 }],
  });
  expect(taking(aDraft('gift_card', 6000, code), capped)).toEqual(
    problem('GIFT_CARD_OVER_CAP', { capCents: 5000, leftCents: 5000 }),
  );
  const again = aPaid('gift_card', 5000, { giftCardId: aCard(0).giftCardId });
  expect(taking(aDraft('gift_card', undefined, code), capped, [again])).toMatchObject(
    problem('GIFT_CARD_OVER_CAP', { leftCents: 0 }),
  );
});

test('a code that is still looked up is waited for, one that no card has is said', () => {
  const typed = aDraft('gift_card', undefined, { giftCardCode: '7K3MQ0ZDV9T2A' });
  expect(taking(typed, aPurse())).toEqual({ kind: 'pending' });
  expect(taking(typed, aPurse({ giftCard: null }))).toEqual(problem('GIFT_CARD_UNKNOWN'));
  expect(taking(aDraft('gift_card'))).toMatchObject(
    problem('TENDER_NEEDS_DETAIL', { detail: 'reference' }),
  );
});

test('credit and account ask for the customer first, then hold to what there is', () => {
  for (const kind of ['store_credit', 'house_account', 'finance', 'lease'] as const)
    expect(taking(aDraft(kind))).toEqual(problem('TENDER_NEEDS_CUSTOMER', { tender: kind }));
  const purse = aCustomersPurse({
    storeCreditCents: cents(4210),
    account: anAccount(50_000, 45_000),
  });
  expect(taking(aDraft('store_credit'), purse)).toMatchObject({
    kind: 'part',
    payments: [{ amountCents: 4210 }],
  });
  expect(taking(aDraft('store_credit', 5000), purse)).toEqual(
    problem('STORE_CREDIT_SHORT', { balanceCents: 4210 }),
  );
  expect(taking(aDraft('house_account', 10_825), purse)).toEqual(
    problem('ACCOUNT_OVER_LIMIT', { leftCents: 5000 }),
  );
  expect(taking(aDraft('house_account'), aCustomersPurse())).toEqual(problem('ACCOUNT_NOT_OPEN'));
  const stopped = aCustomersPurse({ account: anAccount(50_000, 0, true) });
  expect(taking(aDraft('house_account'), stopped)).toEqual(problem('ACCOUNT_STOPPED'));
});

test('what this very sale pays on the account may be charged again', () => {
  const purse = aCustomersPurse({
    account: anAccount(50_000, 50_000),
    accountPaidCents: cents(20_000),
  });
  expect(taking(aDraft('house_account'), purse)).toMatchObject({ kind: 'covers' });
});

test('a check needs its number, a lender its application, an other tender its name', () => {
  const purse = aCustomersPurse({ providers: [aProvider('finance'), aProvider('lease')] });
  const lack = (detail: string) => problem('TENDER_NEEDS_DETAIL', { detail });
  expect(taking(aDraft('check'), purse)).toMatchObject(lack('reference'));
  expect(taking(aDraft('finance'), purse)).toMatchObject(lack('provider'));
  const { providerId } = aProvider('finance');
  expect(taking(aDraft('finance', undefined, { providerId }), purse)).toMatchObject(
    lack('reference'),
  );
  expect(taking(aDraft('lease', undefined, { providerId }), purse)).toMatchObject(lack('provider'));
  expect(taking(aDraft('other'), purse)).toMatchObject(lack('brand'));
  expect(
    taking(aDraft('finance', undefined, { providerId, application: 'A-7' }), purse),
  ).toMatchObject({ kind: 'covers' });
});

test('money given back before the cart cost something is said, and nothing breaks', () => {
  expect(taking(aDraft('cash'), aPurse(), [aPaid('card', -5000)])).toMatchObject(
    problem('TENDER_NEEDS_DETAIL', { tender: 'card', detail: 'amount' }),
  );
});
