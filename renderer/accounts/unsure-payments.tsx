import type { OpenPayment } from '#shared/sales/payments/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { ActForm } from './act-form.tsx';
import { joined, PaymentRow } from './payment-row.tsx';

interface Resolving {
  readonly payment: OpenPayment;
  readonly outcome: 'charged' | 'not_charged';
}

/** Payments of which nobody knows whether they were charged, oldest first. */
export function UnsurePayments() {
  const { t } = useTranslation('accounts');
  const desk = useSaleDesk();
  const maySettle = useMay('payments.settle');
  const [resolving, setResolving] = useState<Resolving>();
  const close = () => setResolving(undefined);
  const answer = useStoreQuery({
    key: ['payments.unknown'],
    tables: ['payment', 'payment_resolution', 'sale', 'sale_void', 'customer'],
    enabled: useMay('sales.read'),
    read: (store) => store.payments.unknown({}),
  });
  const actsOf = (payment: OpenPayment) =>
    maySettle ? (
      <>
        <Button
          label={t('unsure.chargedOf', { number: payment.saleNumber })}
          onClick={() => setResolving({ payment, outcome: 'charged' })}
        >
          {t('unsure.charged')}
        </Button>
        <Button
          label={t('unsure.not_chargedOf', { number: payment.saleNumber })}
          onClick={() => setResolving({ payment, outcome: 'not_charged' })}
        >
          {t('unsure.not_charged')}
        </Button>
      </>
    ) : null;
  return (
    <AccountsFrame
      part="unsure"
      detail={answer.data && t('payment.waiting', { count: answer.data.length })}
    >
      <Answered answer={answer}>
        {(payments) => (
          <Card label={t('part.unsure')}>
            {payments.length === 0 ? (
              <EmptyState icon="card" title={t('unsure.empty.title')}>
                {t('unsure.empty.next')}
              </EmptyState>
            ) : (
              <List
                label={t('part.unsure')}
                rowHeight={48}
                rows={payments.map((payment) => ({
                  key: payment.paymentId,
                  content: (
                    <PaymentRow
                      payment={payment}
                      title={joined(t(`tender.${payment.tender}`), payment.brand)}
                      more={payment.reference}
                    />
                  ),
                  aside: actsOf(payment),
                  ...(desk && { onOpen: () => desk.showReceipt(payment.saleId) }),
                }))}
              />
            )}
          </Card>
        )}
      </Answered>
      <Dialog
        open={resolving !== undefined}
        title={resolving ? t(`unsure.${resolving.outcome}`) : ''}
        onClose={close}
      >
        {resolving === undefined ? null : <ResolveForm {...resolving} onClose={close} />}
      </Dialog>
    </AccountsFrame>
  );
}

/** What the terminal's report or the bank said, and who found it out where. */
function ResolveForm({ payment, outcome, onClose }: Resolving & { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { show } = useToasts();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand((store, text: string, commandId) =>
    store.payments.resolve({ commandId, paymentId: payment.paymentId, outcome, note: text }),
  );
  const act = async () => {
    setTried(true);
    if (note.trim() === '') return;
    const answer = await command.run(note);
    if (answer?.ok !== true) return;
    show({ text: t('unsure.done', { number: payment.saleNumber }), tone: 'success', seconds: 4 });
    onClose();
  };
  const facts = { number: payment.saleNumber, amount: format.money(payment.amountCents) };
  return (
    <ActForm
      title={t(`unsure.${outcome}`)}
      act={t(`unsure.${outcome}Act`, facts)}
      command={command}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Text as="p">{t(`unsure.${outcome}What`, facts)}</Text>
      <TextField
        label={t('unsure.note')}
        help={t('unsure.noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={200}
        size={44}
        autoFocus
        error={tried && note.trim() === '' ? t('unsure.noteMissing') : undefined}
      />
    </ActForm>
  );
}
