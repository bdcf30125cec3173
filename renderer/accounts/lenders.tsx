import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FinancedPayment, Provider } from '#shared/sales/payments/contract.ts';
import { formatRate } from '#shared/money.ts';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { actOf, FundDialog } from './fund-dialog.tsx';
import { joined, PaymentRow } from './payment-row.tsx';
import { ProviderDialog } from './provider-dialog.tsx';

/** What lenders and lessors still owe, and who they are. */
export function Lenders() {
  const { t } = useTranslation('accounts');
  const desk = useSaleDesk();
  const maySettle = useMay('payments.settle');
  const [funding, setFunding] = useState<FinancedPayment>();
  const answer = useStoreQuery({
    key: ['payments.financed'],
    tables: ['payment', 'finance_funding', 'finance_provider', 'sale', 'sale_void', 'customer'],
    enabled: useMay('sales.read'),
    read: (store) => store.payments.financed({}),
  });
  return (
    <AccountsFrame
      part="lenders"
      detail={answer.data && t('payment.waiting', { count: answer.data.length })}
    >
      <Answered answer={answer}>
        {(payments) => (
          <Card title={t('lenders.waiting')}>
            {payments.length === 0 ? (
              <EmptyState icon="bank" title={t('lenders.empty.title')}>
                {t('lenders.empty.next')}
              </EmptyState>
            ) : (
              <List
                label={t('lenders.waiting')}
                rowHeight={48}
                rows={payments.map((payment) => ({
                  key: payment.paymentId,
                  content: (
                    <PaymentRow
                      payment={payment}
                      title={payment.provider}
                      more={joined(payment.plan, payment.reference)}
                    />
                  ),
                  ...(maySettle && {
                    aside: (
                      <Button
                        label={t(payment.amountCents < 0 ? 'lenders.deductOf' : 'lenders.fundOf', {
                          number: payment.saleNumber,
                        })}
                        onClick={() => setFunding(payment)}
                      >
                        {t(actOf(payment))}
                      </Button>
                    ),
                  }),
                  ...(desk && { onOpen: () => desk.showReceipt(payment.saleId) }),
                }))}
              />
            )}
          </Card>
        )}
      </Answered>
      <Providers />
      <FundDialog payment={funding} onClose={() => setFunding(undefined)} />
    </AccountsFrame>
  );
}

/** Lenders, and lessors who buy for the customer under their certificate. */
function Providers() {
  const { t } = useTranslation('accounts');
  const { show } = useToasts();
  const mayChange = useMay('settings.change');
  const maySell = useMay('sales.sell');
  const [editing, setEditing] = useState<Provider | 'new'>();
  const answer = useStoreQuery({
    key: ['payments.providers'],
    tables: ['finance_provider'],
    enabled: maySell,
    read: (store) => store.payments.providers({}),
  });
  const archive = useCommand((store, { providerId }: Provider, commandId) =>
    store.payments.archiveProvider({ commandId, providerId }),
  );
  const takeOut = async (provider: Provider) => {
    const done = await archive.run(provider);
    if (done?.ok === true)
      show({ text: t('lenders.takenOut', { name: provider.name }), tone: 'success', seconds: 4 });
  };
  const add = () => setEditing('new');
  useCommands([
    {
      id: 'lenders.add',
      chord: 'Alt+N',
      label: 'accounts:lenders.add',
      when: () => mayChange,
      run: add,
    },
  ]);
  if (!maySell) return null;
  const button = mayChange ? (
    <Button icon="add" hint="Alt+N" onClick={add}>
      {t('lenders.add')}
    </Button>
  ) : null;
  return (
    <Card title={t('lenders.list')} aside={button}>
      <RefusalNote refusal={archive.refusal} />
      <FailureNote failure={archive.failure} />
      <Answered answer={answer}>
        {(providers) =>
          providers.length === 0 ? (
            <EmptyState icon="store" title={t('lenders.none.title')}>
              {t('lenders.none.next')}
            </EmptyState>
          ) : (
            <List
              label={t('lenders.list')}
              rowHeight={48}
              rows={providers.map((provider) => ({
                key: provider.providerId,
                content: <ProviderRow provider={provider} />,
                ...(mayChange && {
                  onOpen: () => setEditing(provider),
                  onRemove: () => void takeOut(provider),
                  aside: (
                    <Button
                      label={t('lenders.takeOutOf', { name: provider.name })}
                      onClick={() => void takeOut(provider)}
                    >
                      {t('lenders.takeOut')}
                    </Button>
                  ),
                }),
              }))}
            />
          )
        }
      </Answered>
      <ProviderDialog editing={editing} onClose={() => setEditing(undefined)} />
    </Card>
  );
}

function ProviderRow({ provider }: { readonly provider: Provider }) {
  const { t } = useTranslation('accounts');
  return (
    <span className="accounts-payment">
      <Text strong>{provider.name}</Text>
      <Chip>{t(`lenders.kind.${provider.kind}`)}</Chip>
      <Text size="second" tone="muted">
        {t('lenders.feeOf', { rate: formatRate(provider.feePpm) })}
      </Text>
    </span>
  );
}
