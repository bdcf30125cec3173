import type { CustomerId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { DataTable } from '../ui/lists/data-table.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { ActForm } from './act-form.tsx';
import { AsOfField, useAsOf } from './as-of.tsx';
import { CustomerPick, type PickedCustomer } from './customer-pick.tsx';

/** What the store owes named customers, as of any day. */
export function StoreCredits() {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const format = useFormat();
  const day = useAsOf();
  const mayGrant = useMay('accounts.manage');
  const mayOpen = useMay('customers.read');
  const [granting, setGranting] = useState(false);
  const answer = useStoreQuery({
    key: ['credit.storeCredits', day.asOf],
    tables: ['store_credit_entry', 'customer'],
    enabled: useMay('sales.read'),
    keepLast: true,
    read: (store) => store.credit.storeCredits({ asOf: day.asOf }),
  });
  const grant = () => setGranting(true);
  useCommands([
    {
      id: 'credit.grant',
      chord: 'Alt+N',
      label: 'accounts:credit.grant',
      when: () => mayGrant,
      run: grant,
    },
  ]);
  const button = mayGrant ? (
    <Button kind="primary" icon="add" hint="Alt+N" onClick={grant}>
      {t('credit.grant')}
    </Button>
  ) : null;
  const owed = sumCents((answer.data ?? []).map((row) => row.balanceCents));
  return (
    <AccountsFrame
      part="credit"
      detail={answer.data && t('credit.owed', { amount: format.money(owed) })}
      actions={button}
      beside={<AsOfField {...day} />}
    >
      <Answered answer={answer}>
        {(rows) => (
          <Card fill label={t('part.credit')}>
            <DataTable
              label={t('part.credit')}
              rows={rows}
              rowKey={(row) => row.customerId}
              {...(mayOpen && {
                onOpen: (row: { readonly customerId: CustomerId }) =>
                  go(`/customers/${row.customerId}`),
              })}
              columns={[
                { id: 'name', head: t('name'), cell: (row) => <Text strong>{row.name}</Text> },
                {
                  id: 'balance',
                  head: t('balance'),
                  end: true,
                  width: '9rem',
                  cell: (row) => <Money amount={row.balanceCents} />,
                },
              ]}
              empty={
                <EmptyState icon="credit" title={t('credit.empty.title')} actions={button}>
                  {t('credit.empty.next')}
                </EmptyState>
              }
            />
          </Card>
        )}
      </Answered>
      <Dialog open={granting} title={t('credit.grant')} onClose={() => setGranting(false)}>
        {granting ? <GrantForm onClose={() => setGranting(false)} /> : null}
      </Dialog>
    </AccountsFrame>
  );
}

interface Grant {
  readonly customerId: CustomerId;
  readonly amountCents: Cents;
  readonly reason: string;
}

/** Credit given as goodwill: to whom, how much and why. */
function GrantForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { show } = useToasts();
  const [whose, setWhose] = useState<PickedCustomer>();
  const [amount, setAmount] = useState<Cents>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand((store, input: Grant, commandId) =>
    store.credit.grant({ commandId, ...input }),
  );
  const grant = async () => {
    setTried(true);
    if (!whose || !amount || reason.trim() === '') return;
    const answer = await command.run({ customerId: whose.customerId, amountCents: amount, reason });
    if (answer?.ok !== true) return;
    const balance = format.money(answer.value.balanceCents);
    show({ text: t('credit.granted', { name: whose.name, balance }), tone: 'success', seconds: 4 });
    onClose();
  };
  return (
    <ActForm
      title={t('credit.grant')}
      act={t('credit.grant')}
      command={command}
      onAct={() => void grant()}
      onClose={onClose}
    >
      <CustomerPick value={whose} onChange={setWhose} missing={tried && !whose} autoFocus />
      <MoneyField
        label={t('amount')}
        value={amount}
        onChange={setAmount}
        size={44}
        error={tried && !amount ? t('amountMissing') : undefined}
      />
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        size={44}
        error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
      />
    </ActForm>
  );
}
