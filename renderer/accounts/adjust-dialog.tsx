import type { CustomerId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { ActForm } from './act-form.tsx';

export interface AdjustDialogProps {
  readonly customerId: CustomerId;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A fee of the terms, or what the store lets go of. */
export function AdjustDialog({ customerId, open, onClose }: AdjustDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Dialog open={open} title={t('adjust.title')} onClose={onClose}>
      {open ? <AdjustForm customerId={customerId} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface Adjustment {
  readonly kind: 'fee' | 'credit';
  readonly amountCents: Cents;
}

function AdjustForm({ customerId, onClose }: Omit<AdjustDialogProps, 'open'>) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { show } = useToasts();
  const [kind, setKind] = useState<Adjustment['kind']>('fee');
  const [amount, setAmount] = useState<Cents>();
  const [tried, setTried] = useState(false);
  const command = useCommand((store, input: Adjustment, commandId) =>
    store.accounts.adjust({ commandId, customerId, ...input }),
  );
  const act = async () => {
    setTried(true);
    if (amount === undefined || amount === 0) return;
    const answer = await command.run({ kind, amountCents: amount });
    if (answer?.ok !== true) return;
    const balance = format.money(answer.value.balanceCents);
    show({ text: t('adjust.done', { balance }), tone: 'success', seconds: 4 });
    onClose();
  };
  const words =
    amount === undefined
      ? t(`adjust.${kind}`)
      : t(`adjust.${kind}Of`, { amount: format.money(amount) });
  return (
    <ActForm
      title={t('adjust.title')}
      act={words}
      command={command}
      onAct={() => void act()}
      onClose={onClose}
    >
      <div>
        <Segmented
          label={t('adjust.kind')}
          value={kind}
          choices={[
            { value: 'fee', label: t('adjust.fee') },
            { value: 'credit', label: t('adjust.credit') },
          ]}
          onChange={setKind}
        />
      </div>
      <Text as="p" size="second" tone="muted">
        {t(`adjust.${kind}What`)}
      </Text>
      <MoneyField
        label={t('amount')}
        value={amount}
        onChange={setAmount}
        size={44}
        autoFocus
        error={tried && !amount ? t('amountMissing') : undefined}
      />
    </ActForm>
  );
}
