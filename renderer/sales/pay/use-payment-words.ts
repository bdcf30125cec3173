import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Payment } from './payments.ts';

export interface PaymentWords {
  /** `Check no. 1204`, `Gift card ··8821`. */
  readonly name: string;
  /** What else is known of it, in one line; may be empty. */
  readonly details: string;
}

/** A payment in words, for the list beside the sheet. */
export function usePaymentWords(): (payment: Payment) => PaymentWords {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const detailsOf = ({ kind, brand, reference, unknown, ...rest }: Payment) => {
    const { checkKind, holdUntil, plan } = rest;
    const lends = kind === 'finance' || kind === 'lease';
    return [
      kind === 'card' && brand,
      kind === 'card' && reference && t('approved', { code: reference }),
      checkKind && t(`check.kinds.${checkKind}`),
      holdUntil && t('check.held', { date: format.date(holdUntil) }),
      (lends || kind === 'other') && reference,
      plan,
      unknown && t('notSure'),
    ];
  };
  return (payment) => ({
    name: nameOf(payment, t),
    details: detailsOf(payment)
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' · '),
  });
}

function nameOf(
  { kind, reference, brand, sourceName }: Payment,
  t: ReturnType<typeof useTranslation<'pay'>>['t'],
): string {
  if (kind === 'check' && reference !== '') return t('check.named', { number: reference });
  if (kind === 'gift_card' && sourceName !== '')
    return t('gift.named', { last: sourceName.slice(-5) });
  if (sourceName !== '') return sourceName;
  if (kind === 'other' && brand !== '') return brand;
  return t(`tender.${kind}`);
}
