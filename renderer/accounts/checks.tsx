import type { OpenCheck } from '#shared/sales/payments/contract.ts';
import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { ActForm } from './act-form.tsx';
import { joined, PaymentRow } from './payment-row.tsx';

interface Settling {
  readonly check: OpenCheck;
  readonly kind: 'cleared' | 'returned';
}

/** Checks that the bank has neither paid nor sent back, oldest first. */
export function Checks() {
  const { t } = useTranslation('accounts');
  const desk = useSaleDesk();
  const maySettle = useMay('payments.settle');
  const [settling, setSettling] = useState<Settling>();
  const close = () => setSettling(undefined);
  const answer = useStoreQuery({
    key: ['payments.checks'],
    tables: ['payment', 'check_event', 'sale', 'sale_void', 'customer'],
    enabled: useMay('sales.read'),
    read: (store) => store.payments.checks({}),
  });
  const actsOf = (check: OpenCheck) =>
    maySettle ? (
      <>
        <Button
          label={t('checks.clearedOf', { number: check.reference })}
          onClick={() => setSettling({ check, kind: 'cleared' })}
        >
          {t('checks.cleared')}
        </Button>
        <Button
          label={t('checks.returnedOf', { number: check.reference })}
          onClick={() => setSettling({ check, kind: 'returned' })}
        >
          {t('checks.returned')}
        </Button>
      </>
    ) : null;
  return (
    <AccountsFrame
      part="checks"
      detail={answer.data && t('payment.waiting', { count: answer.data.length })}
    >
      <Answered answer={answer}>
        {(checks) => (
          <Card label={t('part.checks')}>
            {checks.length === 0 ? (
              <EmptyState icon="bankCheck" title={t('checks.empty.title')}>
                {t('checks.empty.next')}
              </EmptyState>
            ) : (
              <List
                label={t('part.checks')}
                rowHeight={48}
                rows={checks.map((check) => ({
                  key: check.paymentId,
                  content: (
                    <PaymentRow
                      payment={check}
                      title={joined(t('checks.check'), check.reference)}
                      more={joined(t(`checks.kind.${check.checkKind}`), check.brand)}
                      chip={<Hold until={check.holdUntil} />}
                    />
                  ),
                  aside: actsOf(check),
                  ...(desk && { onOpen: () => desk.showReceipt(check.saleId) }),
                }))}
              />
            )}
          </Card>
        )}
      </Answered>
      <Dialog
        open={settling !== undefined}
        title={settling ? t(`checks.${settling.kind}Title`) : ''}
        onClose={close}
      >
        {settling === undefined ? null : <SettleForm {...settling} onClose={close} />}
      </Dialog>
    </AccountsFrame>
  );
}

/** Until when the goods wait for the bank. */
function Hold({ until }: { readonly until: string | null }) {
  const { t } = useTranslation('accounts');
  const shortDay = useShortDay();
  if (until === null) return null;
  return until > todayHere() ? (
    <Chip tone="warning">{t('checks.hold', { day: shortDay(until) })}</Chip>
  ) : (
    <Chip tone="success">{t('checks.holdOver')}</Chip>
  );
}

function SettleForm({ check, kind, onClose }: Settling & { readonly onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  const { show } = useToasts();
  const [fee, setFee] = useState<Cents | undefined>(ZERO_CENTS);
  const [reason, setReason] = useState('');
  const command = useCommand(
    (store, input: { readonly feeCents: Cents; readonly reason: string }, commandId) =>
      store.payments.recordCheck({ commandId, paymentId: check.paymentId, kind, ...input }),
  );
  const returned = kind === 'returned';
  const act = async () => {
    if (fee === undefined) return;
    const answer = await command.run({ feeCents: returned ? fee : ZERO_CENTS, reason });
    if (answer?.ok !== true) return;
    show({
      text: t(`checks.${kind}Done`, { number: check.reference }),
      tone: returned ? 'warning' : 'success',
      seconds: 4,
    });
    onClose();
  };
  const amount = format.money(check.amountCents);
  const facts = { number: check.reference, amount, name: check.customerName ?? '' };
  return (
    <ActForm
      title={t(`checks.${kind}Title`)}
      act={t(`checks.${kind}Act`, facts)}
      command={command}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Text as="p">{t(`checks.${kind}What`, facts)}</Text>
      {returned ? (
        <>
          <MoneyField
            label={t('checks.fee')}
            help={t('checks.feeHelp')}
            value={fee}
            onChange={setFee}
            size={44}
            autoFocus
            error={fee === undefined ? t('amountMissing') : undefined}
          />
          <TextField
            label={t('reason')}
            note={t('common:optional')}
            value={reason}
            onChange={setReason}
            maxLength={200}
            size={44}
          />
          <Note tone="info">
            {check.customerName === null
              ? t('checks.nobodyOwes')
              : t('checks.owes', { name: check.customerName })}
          </Note>
        </>
      ) : null}
    </ActForm>
  );
}
