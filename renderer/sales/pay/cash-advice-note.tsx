import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { AttachCustomer } from './attach-customer.tsx';
import type { PayPartProps } from './pay-handed.tsx';
import { useFixFocus } from './use-fix-focus.ts';

/** Much cash: who it is from, and what the law wants written down. Calm until it has to be said. */
export function CashAdviceNote({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { customer } = useCart();
  const { cashAdvice: advice, nameAsked } = state;
  useFixFocus(nameAsked, 'act');
  if (advice === undefined) return null;
  const amount = format.money(advice.cashCents);
  if (advice.kind === 'nameless')
    return (
      <div data-fix="act">
        <AttachCustomer
          tone="warning"
          title={t('law.nameless', { amount })}
          next={t('law.namelessNext')}
        />
      </div>
    );
  if (customer === null)
    return <AttachCustomer title={t('law.ask', { amount })} next={t('law.askNext')} />;
  const { name } = customer;
  return advice.kind === 'report' ? (
    <Note tone="warning" title={t('law.report', { name, amount })}>
      {t('law.reportNext', { date: format.date(advice.fileBy) })}
    </Note>
  ) : (
    <Note tone="info" title={t('law.askNamed', { name, amount })}>
      {t('law.askNamedNext')}
    </Note>
  );
}
