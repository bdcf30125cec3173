import type { CustomerId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { SearchField } from '../ui/choices/search-field.tsx';
import { Row, Spacer, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface PickedCustomer {
  readonly customerId: CustomerId;
  readonly name: string;
}

export interface CustomerPickProps {
  readonly value: PickedCustomer | undefined;
  readonly onChange: (customer: PickedCustomer | undefined) => void;
  /** Why the form could not go on without one. */
  readonly missing: boolean;
  readonly autoFocus?: boolean;
}

/** Whose account: four digits or a part of the name; Enter takes the one that is left. */
export function CustomerPick({ value, onChange, missing, autoFocus = false }: CustomerPickProps) {
  const { t } = useTranslation('accounts');
  const [text, setText] = useState('');
  const found = useStoreQuery({
    key: ['customers.search', text],
    tables: ['customer', 'customer_lookup'],
    keepLast: true,
    enabled: text.trim() !== '',
    read: async (store) => ({ text, ...(await store.customers.search({ text, limit: 8 })) }),
  });
  if (value !== undefined)
    return (
      <Row>
        <Text strong>{value.name}</Text>
        <Spacer />
        <Button onClick={() => onChange(undefined)}>{t('customer.change')}</Button>
      </Row>
    );
  const current = found.data?.text === text;
  return (
    <Stack gap={4}>
      <SearchField
        label={t('customer.search')}
        placeholder={t('customer.placeholder')}
        size={44}
        value={text}
        onChange={setText}
        items={found.data?.rows ?? []}
        itemKey={(row) => row.customerId}
        renderItem={(row) => (
          <Row>
            <Text clip strong>
              {row.name}
            </Text>
            <Spacer />
            <Text size="second" tone="muted">
              {row.town} {row.phoneLast4 === null ? '' : `··${row.phoneLast4}`}
            </Text>
          </Row>
        )}
        onChoose={({ customerId, name }) => {
          setText('');
          onChange({ customerId, name });
        }}
        current={current}
        loading={!current}
        empty={t('customer.none')}
        autoFocus={autoFocus}
      />
      {missing ? (
        <div className="ui-field-error" role="alert">
          {t('customer.missing')}
        </div>
      ) : null}
    </Stack>
  );
}
