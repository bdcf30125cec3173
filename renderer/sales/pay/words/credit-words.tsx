import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/figures/money.tsx';
import { type Fact, Sums } from '../../../ui/layout/facts.tsx';
import { AttachCustomer } from '../attach-customer.tsx';
import type { PayPartProps } from '../pay-handed.tsx';

/** What the customer of the sale has with the store, or the way to say who it is. */
export function CreditWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { purse, till } = state;
  const account = till.next.kind === 'house_account';
  if (purse.customerId === null)
    return (
      <div className="pay-words-wide">
        <AttachCustomer
          title={t(account ? 'credit.noCustomerAccount' : 'credit.noCustomer')}
          next={t('credit.noCustomerNext')}
          autoFocus
        />
      </div>
    );
  const facts = account ? accountFacts(state, t) : creditFacts(state, t);
  return (
    <div className="pay-words-wide pay-known">
      <Sums facts={facts} />
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<'pay'>>['t'];

function creditFacts({ purse }: PayPartProps['state'], t: Translate): readonly Fact[] {
  if (purse.storeCreditCents === undefined) return [];
  return [
    {
      label: t('credit.balance'),
      value: <Money amount={purse.storeCreditCents} />,
      strong: true,
    },
  ];
}

function accountFacts({ purse }: PayPartProps['state'], t: Translate): readonly Fact[] {
  const { account } = purse;
  if (!account?.fields) return [];
  return [
    { label: t('credit.limit'), value: <Money amount={account.fields.limitCents} /> },
    { label: t('credit.owes'), value: <Money amount={account.balanceCents} /> },
    { label: t('credit.left'), value: <Money amount={account.leftCents} />, strong: true },
  ];
}
