import { type Cents, negateCents } from '#shared/money.ts';
import type { CustomerId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { AmountDue, Money } from '../../ui/figures/money.tsx';
import { type Fact, Sums } from '../../ui/layout/facts.tsx';
import type { JustSold } from '../selling-context.tsx';

/** The change to hand out, big, and what is left wherever the customer paid from. */
export function SoldMoney({ sold }: { readonly sold: JustSold }) {
  const { t } = useTranslation('pay');
  const balances = useBalancesLeft(sold);
  const back = sold.totalCents < 0;
  const facts: readonly Fact[] = [
    ...(sold.roundingCents === 0
      ? []
      : [{ label: t('left.rounding'), value: <Money amount={sold.roundingCents} /> }]),
    ...balances,
  ];
  return (
    <>
      {back ? (
        <AmountDue
          label={t('left.givenBack')}
          amount={negateCents((sold.totalCents + sold.roundingCents) as Cents)}
          size="change"
        />
      ) : paidApart(sold) ? (
        <AmountDue
          label={t('left.paidBy', {
            means: meansOf(sold)
              .map((kind) => t(`tender.${kind}`))
              .join(', '),
          })}
          amount={sold.totalCents}
          size="change"
        />
      ) : (
        <AmountDue label={t('change')} amount={sold.changeCents} size="change" />
      )}
      {facts.length === 0 ? null : (
        <div className="sold-balances">
          <Sums facts={facts} />
        </div>
      )}
    </>
  );
}

/** Change comes from cash only: where none was taken, how it was paid says more than that there is no change. */
function paidApart({ payments, changeCents }: JustSold): boolean {
  return changeCents === 0 && payments.length > 0 && payments.every((paid) => paid.kind !== 'cash');
}

/** Each means once, in the order they were taken. */
function meansOf({ payments }: JustSold): readonly JustSold['payments'][number]['kind'][] {
  return [...new Set(payments.map((paid) => paid.kind))];
}

/** Asked of the store after the sale: a void or another register shows at once. */
function useBalancesLeft({ payments, cart }: JustSold): readonly Fact[] {
  const { t } = useTranslation('pay');
  const { customerId } = cart;
  const codes = [...new Set(payments.flatMap((paid) => cardCode(paid)))];
  const cards = useStoreQuery({
    key: ['credit.giftCard', 'left', codes],
    tables: ['gift_card_entry'],
    enabled: codes.length > 0,
    read: (store) => Promise.all(codes.map((code) => store.credit.giftCard({ code }))),
  }).data;
  const usesCredit = payments.some((paid) => paid.kind === 'store_credit');
  const credit = useStoreQuery({
    key: ['credit.storeCredit', customerId],
    tables: ['store_credit_entry'],
    enabled: usesCredit && customerId !== null,
    read: (store) => store.credit.storeCredit({ customerId: known(customerId) }),
  }).data;
  const usesAccount = payments.some((paid) => paid.kind === 'house_account');
  const account = useStoreQuery({
    key: ['accounts.get', customerId],
    tables: ['house_account', 'house_account_entry'],
    enabled: usesAccount && customerId !== null,
    read: (store) => store.accounts.get({ customerId: known(customerId) }),
  }).data;
  return [
    ...(cards ?? []).flatMap((card) =>
      card === null
        ? []
        : [
            {
              label: t('left.giftCard', { last: card.code.slice(-5) }),
              value: <Money amount={card.balanceCents} />,
            },
          ],
    ),
    ...(usesCredit && credit !== undefined
      ? [{ label: t('left.storeCredit'), value: <Money amount={credit} /> }]
      : []),
    ...(usesAccount && account
      ? [{ label: t('left.account'), value: <Money amount={account.balanceCents} /> }]
      : []),
  ];
}

function cardCode({ kind, sourceName }: JustSold['payments'][number]): readonly string[] {
  return kind === 'gift_card' && sourceName !== '' ? [sourceName] : [];
}

function known(customerId: CustomerId | null): CustomerId {
  if (customerId === null) throw new Error('nobody was asked about');
  return customerId;
}
