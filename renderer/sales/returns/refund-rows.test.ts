import { describe, expect, it } from 'vitest';
import type { Id, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { PlannedRefund, RefundPlace, RefundProposal } from '#shared/sales/returns/contract.ts';
import type { Due } from '../pay/payments.ts';
import {
  otherPlace,
  overOf,
  plannedPayments,
  type RefundRow,
  refundRows,
  withAmount,
} from './refund-rows.ts';
import { leftToGive, refundStep } from './refund-step.ts';

const place = (over: Partial<RefundPlace> & Pick<RefundPlace, 'kind'>): RefundPlace => ({
  sourceId: '',
  brand: '',
  giftCardId: null,
  providerId: null,
  name: '',
  saleId: 'sale' as SaleId,
  saleNumber: 'S1-1',
  ...over,
});
const visa = place({ kind: 'card', brand: 'Visa', sourceId: 'Visa' });
const cash = place({ kind: 'cash' });
const planned = (at: RefundPlace, amount: number, why: PlannedRefund['why'] = 'same_tender') => ({
  ...at,
  amountCents: (0 - amount) as Cents,
  why,
});
const left = (at: RefundPlace, leftCents: number) => ({
  ...at,
  leftCents: leftCents as Cents,
  heldCents: 0 as Cents,
});
const proposal = (over: Partial<RefundProposal> = {}): RefundProposal => ({
  totalCents: -10_000 as Cents,
  roundingCents: 0 as Cents,
  blockedCents: 0 as Cents,
  tenders: [planned(visa, 8000), planned(cash, 2000)],
  places: [left(visa, 8000), left(cash, 5000)],
  ...over,
});
const due = (totalCents: number): Due => ({
  totalCents: totalCents as Cents,
  rounding: 'off',
});
function ids() {
  let next = 0;
  return () => `payment-${next++}` as Id<'payment'>;
}

const rowFor = (at: RefundPlace): RefundRow => ({
  key: '',
  place: at,
  mostCents: null,
  why: undefined,
  payment: undefined,
});

describe('where a refund goes', () => {
  it('is the plan, until somebody divides it another way', () => {
    const fresh = ids();
    const payments = plannedPayments(proposal(), fresh);
    expect(payments).toMatchObject([
      { kind: 'card', brand: 'Visa', amountCents: -8000, refundOfSaleId: 'sale' },
      { kind: 'cash', amountCents: -2000 },
    ]);
    expect(refundStep(due(-10_000), payments)).toMatchObject({ kind: 'covers', changeCents: 0 });
    const rows = refundRows(proposal(), payments);
    expect(rows.map((row) => [row.place.kind, row.mostCents, row.why, overOf(row)])).toEqual([
      ['card', 8000, 'same_tender', undefined],
      ['cash', 5000, 'same_tender', undefined],
    ]);
    const [card, bills] = rows;
    if (!card || !bills) throw new Error('two rows');
    const lower = withAmount(payments, card, 6000 as Cents, fresh);
    expect(lower[0]?.paymentId).toBe(payments[0]?.paymentId);
    expect(leftToGive(due(-10_000), lower)).toBe(2000);
    expect(refundStep(due(-10_000), lower)).toMatchObject({
      problem: { code: 'SALE_UNDERTENDERED', shortByCents: 2000 },
    });
    const more = withAmount(lower, bills, 4000 as Cents, fresh);
    expect(refundStep(due(-10_000), more)).toMatchObject({ kind: 'covers' });
    expect(withAmount(more, bills, undefined, fresh)).toHaveLength(1);
  });

  it('asks for a manager beyond what a tender paid, and never lets a lender have more', () => {
    const fresh = ids();
    const lender = place({
      kind: 'finance',
      providerId: 'p' as Id<'financeProvider'>,
      name: 'Synchrony',
    });
    const offer = proposal({ places: [left(visa, 8000), left(lender, 1000)], tenders: [] });
    const other = otherPlace('cash', offer);
    expect(other).toMatchObject({ kind: 'cash', saleId: 'sale' });
    expect(otherPlace('store_credit', offer)).toMatchObject({ saleId: null });
    const rows = refundRows(offer, []);
    const given = rows.reduce(
      (payments, row) => withAmount(payments, row, 9000 as Cents, fresh),
      withAmount([], rowFor(other), 100 as Cents, fresh),
    );
    expect(
      refundRows(offer, given).map((row) => [row.place.kind, row.mostCents, overOf(row)]),
    ).toEqual([
      ['card', 8000, 'manager'],
      ['finance', 1000, 'never'],
      ['cash', 0, 'manager'],
    ]);
    const allowed = given.map((each) => ({ ...each, overrideId: 'word' as Id<'override'> }));
    expect(refundRows(offer, allowed).map(overOf)).toEqual([undefined, 'never', undefined]);
  });

  it('store credit takes any of it, and what goes to one place is one payment', () => {
    const credit = place({ kind: 'store_credit' });
    const offer = proposal({
      places: [],
      tenders: [planned(credit, 3000, 'check_on_hold'), planned(credit, 7000, 'rest')],
    });
    const payments = plannedPayments(offer, ids());
    expect(payments).toMatchObject([{ kind: 'store_credit', amountCents: -10_000 }]);
    expect(refundRows(offer, payments)).toMatchObject([{ mostCents: null, why: 'check_on_hold' }]);
  });

  it('gives nothing by itself, and nothing the wrong way', () => {
    expect(refundStep(due(-500), [])).toMatchObject({ problem: { code: 'SALE_UNDERTENDERED' } });
    const [taken] = plannedPayments(proposal(), ids());
    if (!taken) throw new Error('a payment');
    expect(refundStep(due(-500), [{ ...taken, amountCents: 500 as Cents }])).toMatchObject({
      problem: { code: 'TENDER_NEEDS_DETAIL' },
    });
    expect(refundStep(due(-500), [taken])).toMatchObject({
      problem: { code: 'TENDER_OVER_TOTAL', overByCents: 7500 },
    });
  });
});
