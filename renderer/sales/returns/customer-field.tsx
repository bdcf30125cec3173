import '../../ui/fields/fields.css';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { SearchField } from '../../ui/choices/search-field.tsx';
import { CustomerFound } from '../find/found-row.tsx';

export interface CustomerFieldProps {
  readonly customer: Pick<CustomerSummary, 'name'> | undefined;
  readonly onCustomer: (customer: CustomerSummary | undefined) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One customer, found by four digits or a part of the name; once chosen, the name with a button that takes it away. */
export function CustomerField(props: CustomerFieldProps) {
  const { t } = useTranslation(['returns', 'sell']);
  const { customer, onCustomer, label = t('find.customer'), error } = props;
  const [text, setText] = useState('');
  const found = useStoreQuery({
    key: ['customers.search', text],
    tables: ['customer', 'customer_lookup'],
    enabled: text.trim() !== '',
    keepLast: true,
    read: async (store) => ({ text, ...(await store.customers.search({ text, limit: 8 })) }),
  });
  const current = found.data?.text === text;
  return (
    <div className="ui-field">
      <span className="ui-field-label">
        <span>{label}</span>
      </span>
      {customer ? (
        <Button size={44} icon="close" wide onClick={() => onCustomer(undefined)}>
          {customer.name}
          <span className="ui-hidden">: {t('find.customerAway')}</span>
        </Button>
      ) : (
        <SearchField
          label={label}
          placeholder={t('sell:customer.placeholder')}
          size={44}
          value={text}
          onChange={setText}
          items={text.trim() === '' ? [] : (found.data?.rows ?? [])}
          itemKey={(each) => each.customerId}
          renderItem={(each) => <CustomerFound customer={each} />}
          onChoose={(each) => {
            setText('');
            onCustomer(each);
          }}
          current={current}
          loading={!current}
          empty={t('sell:customer.none')}
          autoFocus={props.autoFocus === true}
        />
      )}
      {error === undefined ? null : (
        <div className="ui-field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
