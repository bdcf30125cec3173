import type { AccountFields } from '#shared/house-accounts/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { ActForm } from './act-form.tsx';
import { CustomerPick, type PickedCustomer } from './customer-pick.tsx';

export interface TermsDialogProps {
  readonly open: boolean;
  /** Undefined: somebody who is still to be chosen. */
  readonly customer: PickedCustomer | undefined;
  /** Null: an account that is being opened. */
  readonly stored: AccountFields | null;
  readonly onClose: () => void;
  readonly onSaved: (customerId: CustomerId) => void;
}

/** What a customer may owe us and for how long. */
export function TermsDialog({ open, ...props }: TermsDialogProps) {
  const { t } = useTranslation('accounts');
  const title = props.stored === null ? t('house.open') : t('terms.edit');
  return (
    <Dialog open={open} title={title} onClose={props.onClose}>
      {open ? <TermsForm {...props} title={title} /> : null}
    </Dialog>
  );
}

interface TermsFormProps extends Omit<TermsDialogProps, 'open'> {
  readonly title: string;
}

function TermsForm({ customer, stored, title, onClose, onSaved }: TermsFormProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const { show } = useToasts();
  const [whose, setWhose] = useState(customer);
  const [limitCents, setLimit] = useState<Cents | undefined>(stored?.limitCents);
  const [termsDays, setDays] = useState<number | undefined>(stored?.termsDays ?? 30);
  const [onStop, setStop] = useState(stored?.onStop ?? false);
  const [tried, setTried] = useState(false);
  const command = useCommand(
    (
      store,
      input: { readonly customerId: CustomerId; readonly fields: AccountFields },
      commandId,
    ) => store.accounts.save({ commandId, ...input }),
  );
  const save = async () => {
    setTried(true);
    if (!whose || limitCents === undefined || termsDays === undefined) return;
    const { customerId } = whose;
    const answer = await command.run({ customerId, fields: { limitCents, termsDays, onStop } });
    if (answer?.ok !== true) return;
    show({ text: t('terms.saved', { name: whose.name }), tone: 'success', seconds: 4 });
    onClose();
    onSaved(customerId);
  };
  return (
    <ActForm
      title={title}
      act={t('common:save')}
      command={command}
      onAct={() => void save()}
      onClose={onClose}
    >
      <CustomerPick
        value={whose}
        onChange={setWhose}
        missing={tried && !whose}
        autoFocus={customer === undefined}
      />
      <Row align="start" gap={16}>
        <MoneyField
          label={t('terms.limit')}
          help={t('terms.limitHelp')}
          value={limitCents}
          onChange={setLimit}
          size={44}
          autoFocus={customer !== undefined}
          error={tried && limitCents === undefined ? t('terms.limitMissing') : undefined}
        />
        <NumberField
          label={t('terms.days')}
          help={t('terms.daysHelp')}
          value={termsDays}
          onChange={setDays}
          most={365}
          size={44}
          error={tried && termsDays === undefined ? t('terms.daysMissing') : undefined}
        />
      </Row>
      <Checkbox
        label={t('terms.stop')}
        detail={t('terms.stopHelp')}
        checked={onStop}
        onChange={setStop}
      />
    </ActForm>
  );
}
