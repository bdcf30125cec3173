import type { OpenPayment } from '#shared/sales/payments/contract.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortDay } from '../app/use-short-day.ts';
import { Money } from '../ui/figures/money.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface PaymentRowProps {
  readonly payment: OpenPayment;
  /** What it is: "Check 1042", "Card, terminal". */
  readonly title: string;
  readonly more?: string;
  readonly chip?: ReactNode;
}

/** A payment somebody must look after: what, whose, of which sale, and how much. */
export function PaymentRow({ payment, title, more, chip }: PaymentRowProps) {
  const { t } = useTranslation('accounts');
  const shortDay = useShortDay();
  const { customerName, saleNumber, businessDate, amountCents } = payment;
  const details = [
    t('payment.of', { number: saleNumber, day: shortDay(businessDate) }),
    more ?? '',
  ].filter((part) => part !== '');
  return (
    <span className="accounts-payment">
      <span className="accounts-words">
        <Text strong>
          {title} · {customerName ?? t('payment.nobody')}
        </Text>
        <Text size="second" tone="muted">
          {details.join(' · ')}
        </Text>
      </span>
      <span>{chip}</span>
      <Money amount={amountCents} strong />
    </span>
  );
}

/** Words that say what a payment was made with. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(' ');
}
