import { extendPrice, sumCents } from '#shared/money.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useCart } from '../cart/cart-context.tsx';
import type { Purse } from './purse.ts';

/** Shorter than any code: while it is typed the store is not asked for every letter. */
const SHORTEST_CODE = 6;

/** Asks what the customer, the typed gift card and the lenders can pay, and again whenever that changes. */
export function usePurse(open: boolean, giftCardCode: string): Purse {
  const { cart } = useCart();
  const { customerId } = cart;
  const code = giftCardCode.trim();
  const known = customerId !== null;
  const giftCard = useStoreQuery({
    key: ['credit.giftCard', code],
    tables: ['gift_card', 'gift_card_entry', 'setting'],
    enabled: open && code.length >= SHORTEST_CODE,
    read: (store) => store.credit.giftCard({ code }),
  }).data;
  const storeCreditCents = useStoreQuery({
    key: ['credit.storeCredit', customerId],
    tables: ['store_credit_entry'],
    enabled: open && known,
    read: (store) => (customerId ? store.credit.storeCredit({ customerId }) : noAnswer()),
  }).data;
  const account = useStoreQuery({
    key: ['accounts.get', customerId],
    tables: ['house_account', 'house_account_entry'],
    enabled: open && known,
    read: (store) => (customerId ? store.accounts.get({ customerId }) : noAnswer()),
  }).data;
  const providers = useStoreQuery({
    key: ['payments.providers'],
    tables: ['finance_provider'],
    enabled: open,
    read: (store) => store.payments.providers({}),
  }).data;
  return {
    customerId,
    giftCard: code !== '' && code.length < SHORTEST_CODE ? null : giftCard,
    storeCreditCents,
    account,
    accountPaidCents: sumCents(
      cart.lines
        .filter((line) => line.kind === 'account_payment')
        .map((line) => extendPrice(line.tagPriceCents, line.quantityThousandths)),
    ),
    providers,
  };
}

function noAnswer(): never {
  throw new Error('nobody was asked about');
}
