import './customers.css';
import type { Customer } from '#shared/customers/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { afterLeavingField, focusProblem, useFormDraft } from '../app/form-draft.ts';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import {
  checkCustomer,
  EMPTY_CUSTOMER,
  fieldOfIssue,
  fieldsOf,
  formOf,
  type CustomerForm,
  type CustomerProblems,
} from './customer-form.ts';
import { CustomerFormFields } from './customer-form-fields.tsx';
import { CustomerMissing } from './customer-missing.tsx';
import { useCustomer, useCustomerIdOfPath } from './use-customer.ts';

export function NewCustomerScreen() {
  const [customerId] = useState(() => newId<'customer'>());
  return <FormScreen customerId={customerId} customer={undefined} />;
}

export function EditCustomerScreen() {
  const customerId = useCustomerIdOfPath();
  const answer = useCustomer(customerId);
  const { data: customer } = answer;
  if (customer === undefined || customer === null) return <CustomerMissing answer={answer} />;
  return <FormScreen key={customerId} customerId={customerId} customer={customer} />;
}

interface FormScreenProps {
  readonly customerId: CustomerId;
  /** Undefined: one who is being added. */
  readonly customer: Customer | undefined;
}

function FormScreen({ customerId, customer }: FormScreenProps) {
  const { t } = useTranslation(['customers', 'common']);
  const go = useGo();
  const { show } = useToasts();
  const fields = useRef<HTMLDivElement>(null);
  const stored = customer === undefined ? EMPTY_CUSTOMER : formOf(customer.fields);
  const state = useFormDraft(['customer', customer?.customerId ?? 'new'], stored, checkCustomer);
  const save = useSaveCustomer(customerId, customer !== undefined);
  const leave = () => go(customer === undefined ? '/customers' : `/customers/${customerId}`);
  const store = async () => {
    const answer = await save.run(state.form);
    if (answer?.ok === true) {
      state.forget();
      show({ text: t('saved', { name: nameOf(state.form) }), tone: 'success', seconds: 4 });
      go(`/customers/${customerId}`);
    } else requestAnimationFrame(() => focusProblem(fields.current));
  };
  const submit = () => {
    const fine = state.check();
    afterLeavingField(() => {
      if (!focusProblem(fields.current) && fine) void store();
    });
  };
  useCommands([
    { id: 'customer.save', chord: 'Ctrl+Enter', label: 'common:save', run: () => submit() },
    { id: 'customer.leave', chord: 'Esc', label: 'common:back', run: leave },
  ]);
  const fromStore = problemOfStore(save.refusal, save.failure);
  const problems = { ...fromStore, ...state.problems };
  const atField = Object.keys(fromStore).length > 0;
  return (
    <>
      <ScreenHead title={customer === undefined ? t('add') : t('editOf', { name: customer.name })}>
        <Button hint="Esc" onClick={leave}>
          {t('common:back')}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" busy={save.pending} onClick={() => submit()}>
          {t('common:save')}
        </Button>
      </ScreenHead>
      {state.restored && state.changed ? (
        <Note tone="info" action={<Button onClick={state.forget}>{t('draft.forget')}</Button>}>
          {t('draft.kept')}
        </Note>
      ) : null}
      {atField ? null : (
        <>
          <RefusalNote refusal={save.refusal} />
          <FailureNote
            failure={save.failure}
            action={<Button onClick={() => submit()}>{t('common:retry')}</Button>}
          />
        </>
      )}
      <div ref={fields} className="customers-form">
        <CustomerFormFields
          state={state}
          problems={problems}
          customerId={customer?.customerId}
          onMended={save.reset}
        />
      </div>
    </>
  );
}

function useSaveCustomer(customerId: CustomerId, known: boolean) {
  return useCommand((store, form: CustomerForm, commandId) => {
    const input = { commandId, customerId, fields: fieldsOf(form) };
    return known ? store.customers.edit(input) : store.customers.add(input);
  });
}

type Save = ReturnType<typeof useSaveCustomer>;

/** What the store said about one field stands at that field. */
function problemOfStore(refusal: Save['refusal'], failure: Save['failure']): CustomerProblems {
  const code: string | undefined = refusal?.code;
  if (code === 'CUSTOMER_NAME_REQUIRED') return { givenName: code };
  if (code === 'PHONE_MALFORMED') return { phone: code };
  if (failure?.code !== 'BAD_INPUT' || failure.issue === undefined) return {};
  const field = fieldOfIssue(failure.field);
  return field === undefined ? {} : { [field]: failure.issue };
}

function nameOf({ givenName, familyName, company }: CustomerForm): string {
  const person = `${givenName.trim()} ${familyName.trim()}`.trim();
  return person === '' ? company.trim() : person;
}
