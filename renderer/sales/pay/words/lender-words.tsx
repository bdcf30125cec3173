import type { CustomerId } from '#shared/ids.ts';
import type { Provider } from '#shared/sales/payments/contract.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../app/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { SelectField } from '../../../ui/choices/select-field.tsx';
import { Note } from '../../../ui/messages/note.tsx';
import { useCart } from '../../cart/cart-context.tsx';
import { useSelling } from '../../selling-context.tsx';
import { AttachCustomer } from '../attach-customer.tsx';
import { onlyProvider } from '../choose-tender.ts';
import type { PayPartProps } from '../pay-handed.tsx';
import { useFixFocus } from '../use-fix-focus.ts';
import { TextWordField } from './text-word.tsx';

/** Who pays for the customer: a lender, or a lessor that buys without tax. The choice decides which of the two it is. */
export function LenderWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell, purse } = state;
  const { kind, providerId } = till.next;
  const providers = purse.providers ?? [];
  const chosen = providers.find((each) => each.providerId === providerId);
  const [opened] = useState({});
  const onlyId = onlyProvider(kind, providers)?.providerId;
  // A hand quicker than the store chose before the providers were known: the only one is it all the same.
  useEffect(() => {
    if (providerId === undefined && onlyId !== undefined)
      tell({ type: 'words', words: { providerId: onlyId } });
  }, [providerId, onlyId, tell]);
  // Who pays is the first question, unless there is only one.
  const asks = purse.providers !== undefined && providerId === undefined && onlyId === undefined;
  useFixFocus(asks ? opened : undefined, 'providerId');
  const choose = (wanted: Provider | undefined) => {
    if (!wanted) return;
    tell({ type: 'choose', kind: wanted.kind });
    tell({ type: 'words', words: { providerId: wanted.providerId } });
  };
  return (
    <>
      <div data-fix="providerId">
        <SelectField
          label={t('lender.provider')}
          value={chosen?.providerId}
          choices={providers.map((each) => ({
            value: each.providerId,
            label: each.kind === 'lease' ? t('lender.lessor', { name: each.name }) : each.name,
          }))}
          placeholder={t('lender.choose')}
          onChange={(id) => choose(providers.find((each) => each.providerId === id))}
          size={56}
        />
      </div>
      <TextWordField
        state={state}
        word="application"
        label={kind === 'lease' ? t('lender.agreement') : t('lender.application')}
        autoFocus
      />
      <TextWordField state={state} word="plan" label={t('lender.plan')} optional maxLength={60} />
      <div className="pay-words-row">
        {kind === 'lease' ? (
          <LeaseNote lessorCustomerId={chosen?.lessorCustomerId ?? null} />
        ) : null}
        {purse.customerId === null ? (
          <AttachCustomer title={t('lender.noCustomer')} next={t('lender.noCustomerNext')} />
        ) : null}
      </div>
    </>
  );
}

/** Why the tax is gone, or that it is not yet. */
function LeaseNote({ lessorCustomerId }: Pick<Provider, 'lessorCustomerId'>) {
  const { t } = useTranslation('pay');
  const { cart, exempt } = useCart();
  if (cart.providerId === null) return <p className="pay-words-help">{t('lender.leaseChoose')}</p>;
  return exempt ? (
    <Note tone="info" title={t('lender.leaseUntaxed')}>
      {t('lender.leaseUntaxedWhy')}
    </Note>
  ) : (
    <Note
      tone="warning"
      title={t('lender.leaseTaxed')}
      action={lessorCustomerId === null ? null : <OpenLessor customerId={lessorCustomerId} />}
    >
      {t('lender.leaseTaxedNext')}
    </Note>
  );
}

function OpenLessor({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('pay');
  const { closePay } = useSelling();
  const go = useGo();
  const open = () => {
    closePay();
    go(`/customers/${customerId}`);
  };
  return <Button onClick={open}>{t('fix.customerPage')}</Button>;
}
