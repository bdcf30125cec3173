import type { CustomerId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session/session.ts';
import type { FormDraft } from '../app/form-draft.ts';
import { useRefusalText } from '../i18n/refusal-text.ts';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { PhoneField } from '../ui/fields/phone-field.tsx';
import { TextArea, TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import type { CustomerField, CustomerForm, CustomerProblems } from './customer-form.ts';
import { SamePhone } from './same-phone.tsx';

/** Longest texts, in step with the contract. */
const LONGEST = {
  givenName: 80,
  familyName: 80,
  company: 120,
  email: 254,
  line1: 120,
  line2: 120,
  city: 80,
  state: 40,
  zip: 16,
  country: 40,
} as const satisfies Partial<Record<CustomerField, number>>;

const LONGEST_NOTE = 2000;

export interface CustomerFormFieldsProps {
  readonly state: FormDraft<CustomerForm>;
  readonly problems: CustomerProblems;
  /** Undefined while the customer is being added. */
  readonly customerId: CustomerId | undefined;
  /** Something was changed after the store said no. */
  readonly onMended: () => void;
}

export function CustomerFormFields(props: CustomerFormFieldsProps) {
  const { state, problems, customerId, onMended } = props;
  const { t } = useTranslation(['customers', 'common']);
  const mayExempt = useMay('customers.exempt');
  const inWords = useRefusalText();
  const errorOf = (field: CustomerField) => {
    const code = problems[field];
    if (code === undefined) return undefined;
    const { what, next } = inWords({ code });
    return `${what} ${next}`;
  };
  const set = <Field extends CustomerField>(field: Field, value: CustomerForm[Field]) => {
    state.set(field, value);
    onMended();
  };
  const text = (field: keyof typeof LONGEST, autoFocus = false) => (
    <TextField
      label={t(`fields.${field}`)}
      value={state.form[field]}
      maxLength={LONGEST[field]}
      error={errorOf(field)}
      autoFocus={autoFocus}
      onChange={(value) => set(field, value)}
    />
  );
  return (
    <>
      <Card title={t('group.person')} padded>
        <div className="customers-fields">
          <div className="customers-pair">
            {text('givenName', true)}
            {text('familyName')}
          </div>
          {text('company')}
          <div>
            <PhoneField
              label={t('fields.phone')}
              value={state.form.phone}
              error={errorOf('phone')}
              onChange={(value) => set('phone', value)}
            />
            <SamePhone phone={state.form.phone} except={customerId} />
          </div>
          {text('email')}
          <SelectField
            label={t('language')}
            value={state.form.language}
            choices={[
              { value: 'en', label: t('languages.en') },
              { value: 'es', label: t('languages.es') },
            ]}
            onChange={(value) => set('language', value)}
          />
        </div>
      </Card>
      <Card title={t('address')} padded>
        <div className="customers-fields">
          {text('line1')}
          {text('line2')}
          {text('city')}
          <div className="customers-pair">
            {text('state')}
            {text('zip')}
          </div>
          {text('country')}
        </div>
      </Card>
      <Card title={t('group.more')} padded>
        <div className="customers-fields">
          <TextArea
            label={t('note')}
            value={state.form.note}
            rows={5}
            maxLength={LONGEST_NOTE}
            error={errorOf('note')}
            help={t('noteHelp')}
            onChange={(value) => set('note', value)}
          />
          <Checkbox
            label={t('taxExempt')}
            detail={t('taxExemptHelp')}
            checked={state.form.taxExempt}
            disabled={!mayExempt}
            onChange={(value) => set('taxExempt', value)}
          />
        </div>
      </Card>
    </>
  );
}
