import { type Cents, negateCents, subtractCents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { AmountDue, Money } from '../../ui/figures/money.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useSelling } from '../selling-context.tsx';
import type { PayPartProps } from './pay-handed.tsx';
import { comingOf, SideSums } from './pay-sums.tsx';
import type { Payment } from './payments.ts';
import { TENDER_VIEWS } from './tender-view.ts';
import { usePaymentWords } from './use-payment-words.ts';

/** What was taken, what goes back, and Complete where Pay was. */
export function PaySide({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { command, openDialog } = useSelling();
  const { take, till, tell, due } = state;
  const newest = till.payments.at(-1);
  useCommands([
    { id: 'pay.complete', chord: 'F9', label: 'pay:keys.complete', run: take },
    {
      id: 'pay.complete-enter',
      chord: 'Ctrl+Enter',
      label: 'pay:keys.complete',
      quiet: true,
      run: take,
    },
    {
      id: 'pay.customer',
      chord: 'F4',
      label: 'pay:keys.customer',
      run: () => openDialog({ kind: 'customer' }),
    },
    {
      id: 'pay.remove',
      chord: 'Del',
      label: 'pay:keys.remove',
      when: () => newest !== undefined,
      run: () => newest && tell({ type: 'remove', paymentId: newest.paymentId }),
    },
  ]);
  return (
    <div className="pay-side">
      <Taken state={state} />
      <SideSums state={state} />
      <div className="cart-foot">
        {due.totalCents < 0 ? (
          <AmountDue label={t('backTotal')} amount={givenBack(state)} size="change" />
        ) : (
          <ChangeOrDue state={state} />
        )}
        <Button kind="primary" size={56} wide hint="F9" busy={command.pending} onClick={take}>
          <CompleteWords state={state} />
        </Button>
      </div>
    </div>
  );
}

/** Change only where the sale is covered: before that, what would still be open. */
function ChangeOrDue({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { step, leftCents } = state;
  if (step?.kind === 'covers')
    return <AmountDue label={t('change')} amount={step.changeCents} size="change" />;
  const comingCents = comingOf(state)?.amountCents ?? ZERO_CENTS;
  return (
    <AmountDue label={t('stillDue')} amount={subtractCents(leftCents, comingCents)} size="change" />
  );
}

function CompleteWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  if (state.due.totalCents < 0) return t('completeBack');
  const part = state.step?.kind === 'part' ? comingOf(state) : undefined;
  return part === undefined
    ? t('complete')
    : t('takePart', { amount: format.money(part.amountCents) });
}

function givenBack({ till }: PayPartProps['state']): Cents {
  return negateCents(sumCents(till.payments.map((each) => each.amountCents)));
}

function Taken({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell, step } = state;
  const coming = comingOf(state);
  return (
    <>
      <div className="pay-side-head">
        <h2>{t('payments')}</h2>
        <Text tone="muted">
          {t(state.due.totalCents < 0 ? 'givenCount' : 'takenCount', {
            count: till.payments.length,
          })}
        </Text>
      </div>
      <ul className="pay-list" aria-label={t('paymentsLabel')} data-fix="payments">
        {till.payments.map((payment) => (
          <PaymentRow
            key={payment.paymentId}
            payment={payment}
            onRemove={() => tell({ type: 'remove', paymentId: payment.paymentId })}
          />
        ))}
        {coming === undefined ? null : (
          <ComingRow payment={coming} covers={step?.kind === 'covers'} />
        )}
      </ul>
    </>
  );
}

interface PaymentRowProps {
  readonly payment: Payment;
  readonly onRemove: () => void;
}

function PaymentRow({ payment, onRemove }: PaymentRowProps) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { name, details } = usePaymentWords()(payment);
  const amount = format.money(payment.amountCents);
  return (
    <li>
      <Icon name={TENDER_VIEWS[payment.kind].icon} />
      <span>
        <Text strong>{name}</Text>
        {details === '' ? null : (
          <Text size="second" tone={payment.unknown ? 'warning' : 'muted'}>
            {details}
          </Text>
        )}
      </span>
      <Money amount={payment.amountCents} />
      <IconButton
        icon="close"
        size={24}
        label={t('remove', { tender: name, amount })}
        onClick={onRemove}
      />
    </li>
  );
}

/** What Complete will take, before it is taken. */
function ComingRow({ payment, covers }: { readonly payment: Payment; readonly covers: boolean }) {
  const { t } = useTranslation('pay');
  const { name } = usePaymentWords()(payment);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // What newer browsers answer here is no way to clean up: it must not be returned.
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [payment.paymentId]);
  return (
    <li data-coming="true" ref={row}>
      <Icon name={TENDER_VIEWS[payment.kind].icon} />
      <span>
        <Text strong tone="accent">
          {t('coming', { tender: name })}
        </Text>
        <Text size="second">{covers ? t('coversRest') : t('paysPart')}</Text>
      </span>
      <Money amount={payment.amountCents} strong />
    </li>
  );
}
