import type { Provider, ProviderFields } from '#shared/sales/payments/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percentText, readPercent } from '../app/percent.ts';
import { newId } from '../store-client/new-id.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { ActForm } from './act-form.tsx';
import { CustomerPick, type PickedCustomer } from './customer-pick.tsx';

export interface ProviderDialogProps {
  /** Undefined: closed. */
  readonly editing: Provider | 'new' | undefined;
  readonly onClose: () => void;
}

/** A lender, or a lessor with the customer record that holds its resale certificate. */
export function ProviderDialog({ editing, onClose }: ProviderDialogProps) {
  const { t } = useTranslation('accounts');
  const stored = editing === 'new' ? undefined : editing;
  return (
    <Dialog
      open={editing !== undefined}
      title={stored === undefined ? t('lenders.add') : stored.name}
      onClose={onClose}
    >
      {editing === undefined ? null : <ProviderLoaded stored={stored} onClose={onClose} />}
    </Dialog>
  );
}

interface LoadedProps {
  readonly stored: Provider | undefined;
  readonly onClose: () => void;
}

/** The lessor's name is read first: the form begins with it. */
function ProviderLoaded({ stored, onClose }: LoadedProps) {
  const customerId = stored?.lessorCustomerId ?? null;
  const lessor = useStoreQuery({
    key: ['customers.get', customerId],
    tables: ['customer', 'sale', 'sale_void'],
    enabled: customerId !== null,
    read: async (store) => (customerId === null ? null : store.customers.get({ customerId })),
  });
  if (customerId !== null && lessor.pending) return null;
  const known = customerId === null ? undefined : { customerId, name: lessor.data?.name ?? '' };
  return <ProviderForm stored={stored} lessor={known} onClose={onClose} />;
}

function ProviderForm({
  stored,
  lessor,
  onClose,
}: LoadedProps & { readonly lessor: PickedCustomer | undefined }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { show } = useToasts();
  const [providerId] = useState(() => stored?.providerId ?? newId<'financeProvider'>());
  const [name, setName] = useState(stored?.name ?? '');
  const [kind, setKind] = useState<Provider['kind']>(stored?.kind ?? 'finance');
  const [fee, setFee] = useState(percentText(stored?.feePpm ?? 0));
  const [customer, setCustomer] = useState(lessor);
  const [tried, setTried] = useState(false);
  const command = useCommand((store, fields: ProviderFields, commandId) =>
    store.payments.saveProvider({ commandId, providerId, fields }),
  );
  const feePpm = readPercent(fee);
  const leases = kind === 'lease';
  const save = async () => {
    setTried(true);
    if (name.trim() === '' || feePpm === undefined || (leases && !customer)) return;
    const lessorCustomerId = leases && customer ? customer.customerId : null;
    const answer = await command.run({ name, kind, feePpm, lessorCustomerId });
    if (answer?.ok !== true) return;
    show({ text: t('lenders.saved', { name: name.trim() }), tone: 'success', seconds: 4 });
    onClose();
  };
  return (
    <ActForm
      title={t('lenders.add')}
      act={t('common:save')}
      command={command}
      onAct={() => void save()}
      onClose={onClose}
    >
      <div>
        <Segmented
          label={t('lenders.kindHead')}
          value={kind}
          choices={[
            { value: 'finance', label: t('lenders.kind.finance') },
            { value: 'lease', label: t('lenders.kind.lease') },
          ]}
          onChange={setKind}
        />
      </div>
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        maxLength={60}
        size={44}
        autoFocus
        error={tried && name.trim() === '' ? t('nameMissing') : undefined}
      />
      <TextField
        label={t('lenders.feeRate')}
        help={t('lenders.feeRateHelp')}
        value={fee}
        onChange={setFee}
        inputMode="decimal"
        maxLength={9}
        size={44}
        error={tried && feePpm === undefined ? t('lenders.feeRateWrong') : undefined}
      />
      {leases ? (
        <>
          <CustomerPick value={customer} onChange={setCustomer} missing={tried && !customer} />
          <Note tone="info" title={t('lenders.certificate')}>
            {t('lenders.certificateNext')}
          </Note>
        </>
      ) : null}
    </ActForm>
  );
}
