import { describe, expect, it } from 'vitest';
import type { Id, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { StandingPayment } from '#shared/sales/corrections/contract.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { emptyFix, firstFix, fixLacks, lackCents, tenderOfFix } from './tender-fix.ts';

const paymentId = 'new' as Id<'payment'>;
const paid = (tender: TenderKind, amount: number, over: Partial<StandingPayment> = {}) => ({
  paymentId: 'old' as Id<'payment'>,
  tender,
  brand: '',
  reference: '',
  checkKind: null,
  giftCardId: null,
  providerId: null,
  plan: '',
  amountCents: amount as Cents,
  refundOfSaleId: null,
  stays: null,
  ...over,
});
const fix = (kind: TenderKind, amount: number, over = {}) => ({
  ...emptyFix(paymentId, kind, amount as Cents),
  ...over,
});

describe('how a sale was truly paid', () => {
  it('begins with all of it in cash for a card, and on a card for cash', () => {
    expect(firstFix([paid('card', 5000), paid('card', 700)], paymentId)).toMatchObject({
      kind: 'cash',
      amountCents: 5700,
    });
    expect(firstFix([paid('cash', 5000)], paymentId)).toMatchObject({ kind: 'card' });
  });

  it('says what is missing, of the sum and of a tender', () => {
    const wrong = [paid('card', 5000)];
    expect(lackCents(wrong, [fix('cash', 3000)])).toBe(2000);
    expect(lackCents(wrong, [fix('cash', 3000), fix('card', 2500)])).toBe(-500);
    expect(fixLacks(fix('cash', 0), false)).toBe('amountCents');
    expect(fixLacks(fix('check', 1), false)).toBe('reference');
    expect(fixLacks(fix('check', 1), true)).toBeUndefined();
    expect(fixLacks(fix('gift_card', 1), false)).toBe('giftCardCode');
    expect(fixLacks(fix('finance', 1), false)).toBe('providerId');
    expect(fixLacks(fix('other', 1), false)).toBe('brand');
    expect(fixLacks(fix('card', 1), false)).toBeUndefined();
  });

  it('sends what its kind has, and of a refund the other way round', () => {
    expect(
      tenderOfFix(
        fix('check', 900, { reference: ' 7 ', brand: 'Visa' }),
        [paid('cash', 900)],
        null,
      ),
    ).toMatchObject({ amountCents: 900, reference: '7', brand: '', checkKind: 'personal' });
    const back = [paid('card', -900, { refundOfSaleId: 'sold' as SaleId })];
    expect(lackCents(back, [fix('cash', 900)])).toBe(0);
    expect(tenderOfFix(fix('cash', 900), back, null)).toMatchObject({
      amountCents: -900,
      refundOfSaleId: 'sold',
    });
    expect(
      tenderOfFix(fix('gift_card', 900), [paid('cash', 900)], 'card' as Id<'giftCard'>),
    ).toMatchObject({ giftCardId: 'card' });
  });
});
