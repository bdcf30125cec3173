import type { CustomerId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { PhoneField } from '../../ui/fields/phone-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { freshId } from '../fresh-id.ts';
import { proposedCustomer } from './new-customer.ts';

export interface NewCustomerFormProps {
  /** What was searched for: it is not typed twice. */
  readonly typed: string;
  readonly onAdded: (customerId: CustomerId) => void;
  readonly onBack: () => void;
}

/** A name and a phone are enough at the counter; the rest has its place under Customers. */
export function NewCustomerForm({ typed, onAdded, onBack }: NewCustomerFormProps) {
  const { t, i18n } = useTranslation('sell');
  const [customerId] = useState(() => freshId('customer'));
  const [fields, setFields] = useState(() => proposedCustomer(typed));
  const add = useCommand((store, typedFields: typeof fields, commandId) =>
    store.customers.add({
      commandId,
      customerId,
      fields: {
        ...typedFields,
        company: '',
        email: '',
        address: null,
        note: '',
        taxExempt: false,
        language: i18n.language === 'es' ? 'es' : 'en',
      },
    }),
  );
  const save = async () => {
    const answer = await add.run(fields);
    if (answer?.ok === true) onAdded(answer.value.customerId);
  };
  return (
    <Form label={t('customer.new')} onSubmit={() => void save()}>
      <div className="customer-new">
        <TextField
          label={t('customer.given')}
          value={fields.givenName}
          onChange={(givenName) => setFields({ ...fields, givenName })}
          maxLength={80}
          size={44}
          autoFocus
        />
        <TextField
          label={t('customer.family')}
          value={fields.familyName}
          onChange={(familyName) => setFields({ ...fields, familyName })}
          maxLength={80}
          size={44}
        />
        <PhoneField
          label={t('customer.phone')}
          value={fields.phone}
          onChange={(phone) => setFields({ ...fields, phone })}
        />
      </div>
      <SamePhone phone={fields.phone} onChoose={onAdded} />
      <RefusalNote refusal={add.refusal} />
      <FailureNote failure={add.failure} />
      <Row apart>
        <Button size={44} onClick={onBack}>
          {t('customer.back')}
        </Button>
        <Button kind="primary" size={44} type="submit" busy={add.pending}>
          {t('customer.add')}
        </Button>
      </Row>
    </Form>
  );
}

interface SamePhoneProps {
  readonly phone: string;
  readonly onChoose: (customerId: CustomerId) => void;
}

/** Warned, never forbidden: families share phones. */
function SamePhone({ phone, onChoose }: SamePhoneProps) {
  const { t } = useTranslation('sell');
  const same = useStoreQuery({
    key: ['customers.samePhone', phone],
    tables: ['customer', 'customer_lookup'],
    enabled: phone.replaceAll(/\D/g, '').length >= 10,
    read: (store) => store.customers.samePhone({ phone }),
  });
  if (!same.data || same.data.length === 0) return null;
  return (
    <Stack gap={4}>
      {same.data.map(({ customerId, name }) => (
        <Note
          key={customerId}
          tone="warning"
          title={t('customer.samePhone', { name })}
          action={
            <Button onClick={() => onChoose(customerId)}>{t('customer.take', { name })}</Button>
          }
        >
          {t('customer.samePhoneNext')}
        </Note>
      ))}
    </Stack>
  );
}
