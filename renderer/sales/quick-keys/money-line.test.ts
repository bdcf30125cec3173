import { expect, test } from 'vitest';
import type { CartId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { emptyCart } from '#shared/sales/cart.ts';
import { lineOfCard, withAccountPayment, withGiftCard } from './money-line.ts';

const cart = emptyCart('cart' as CartId);
const card = {
  lineId: 'card' as SaleLineId,
  description: 'Gift card',
  amountCents: 10_000 as Cents,
  giftCardId: 'gift' as Id<'giftCard'>,
  giftCardCode: '7K3MQ0ZDV9T2A',
};

test('a gift card is a line without tax that carries its code', () => {
  const sold = withGiftCard(cart, card);
  expect(sold.lines).toMatchObject([
    {
      kind: 'gift_card',
      tagPriceCents: 10_000,
      taxed: false,
      taxClass: 'none',
      links: { giftCardId: 'gift', giftCardCode: '7K3MQ0ZDV9T2A' },
    },
  ]);
  expect(lineOfCard(sold, card.giftCardCode)?.lineId).toBe('card');
});

test('another amount for the same line changes it and adds none', () => {
  const sold = withGiftCard(withGiftCard(cart, card), { ...card, amountCents: 5000 as Cents });
  expect(sold.lines).toMatchObject([{ lineId: 'card', tagPriceCents: 5000 }]);
  const payment = { ...card, lineId: 'paid' as SaleLineId, description: 'Payment on account' };
  const twice = withAccountPayment(withAccountPayment(sold, payment), {
    ...payment,
    amountCents: 2500 as Cents,
  });
  expect(twice.lines.map((line) => [line.kind, line.tagPriceCents, line.taxed])).toEqual([
    ['gift_card', 5000, false],
    ['account_payment', 2500, false],
  ]);
});
