import { type Cents, cents, negateCents } from '#shared/money.ts';
import type { FinancedPayment } from '#shared/sales/payments/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { ActForm } from './act-form.tsx';

export interface FundDialogProps {
  /** Undefined: closed. */
  readonly payment: FinancedPayment | undefined;
  readonly onClose: () => void;
}

/**
 * What arrived of a financed payment, and the fee the lender kept: together what was owed. Of a refund: what the lender
 * took back, and the fee it let go of.
 */
export function FundDialog({ payment, onClose }: FundDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Dialog open={payment !== undefined} title={t(actOf(payment))} onClose={onClose}>
      {payment === undefined ? null : <FundForm payment={payment} onClose={onClose} />}
    </Dialog>
  );
}

/** Money that went back to the lender with a return is deducted, all other arrives. */
export function actOf(payment: FinancedPayment | undefined) {
  return payment && payment.amountCents < 0 ? 'lenders.deduct' : 'lenders.fund';
}

interface Funding {
  readonly amountCents: Cents;
  readonly feeCents: Cents;
  readonly fundedOn: BusinessDate;
}

function FundForm({
  payment,
  onClose,
}: {
  readonly payment: FinancedPayment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { show } = useToasts();
  const isBack = payment.amountCents < 0;
  const signed = (amount: Cents) => (isBack ? negateCents(amount) : amount);
  const [owed, expected] = [signed(payment.amountCents), signed(payment.feeCents)];
  const [fee, setFee] = useState<Cents | undefined>(expected);
  const [amount, setAmount] = useState<Cents | undefined>(cents(owed - expected));
  const [fundedOn, setFundedOn] = useState<BusinessDate | undefined>(todayHere);
  const command = useCommand((store, input: Funding, commandId) =>
    store.payments.fund({ commandId, paymentId: payment.paymentId, ...input }),
  );
  // The two come to what is owed: the fee is what did not arrive, unless it is typed otherwise.
  const arrived = (next: Cents | undefined) => {
    setAmount(next);
    if (next !== undefined && next <= owed) setFee(cents(owed - next));
  };
  const act = async () => {
    if (fee === undefined || amount === undefined || fundedOn === undefined) return;
    const answer = await command.run({
      amountCents: signed(amount),
      feeCents: signed(fee),
      fundedOn,
    });
    if (answer?.ok !== true) return;
    show({ text: t('lenders.funded', { name: payment.provider }), tone: 'success', seconds: 4 });
    onClose();
  };
  return (
    <ActForm
      title={t(actOf(payment))}
      act={t(actOf(payment))}
      command={command}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Text as="p">
        {t(isBack ? 'lenders.deductWhat' : 'lenders.fundWhat', {
          name: payment.provider,
          amount: format.money(owed),
          number: payment.saleNumber,
        })}
      </Text>
      <Row align="start" gap={16}>
        <MoneyField
          label={t(isBack ? 'lenders.deducted' : 'lenders.arrived')}
          value={amount}
          onChange={arrived}
          size={44}
          autoFocus
          error={amount === undefined ? t('amountMissing') : undefined}
        />
        <MoneyField
          label={t(isBack ? 'lenders.feeBack' : 'lenders.fee')}
          value={fee}
          onChange={setFee}
          size={44}
          error={fee === undefined ? t('amountMissing') : undefined}
        />
      </Row>
      <DateField
        label={t(isBack ? 'lenders.deductedOn' : 'lenders.fundedOn')}
        value={fundedOn}
        onChange={setFundedOn}
        size={44}
        error={fundedOn === undefined ? t('dateMissing') : undefined}
      />
    </ActForm>
  );
}
