import type { Customer } from '#shared/customers/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { boughtInTwelveMonths } from './bought-lately.ts';
import { todayHere } from '../app/day.ts';
import { useShortDay } from '../app/use-short-day.ts';

/** What the shop has had of this customer, in figures. */
export function BoughtSums({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const shortDay = useShortDay();
  const lately = boughtInTwelveMonths(customer.sales, todayHere());
  const { lastVisitOn } = customer;
  return (
    <section className="customers-fields">
      <SectionTitle>{t('soFar')}</SectionTitle>
      <Sums
        facts={[
          {
            label: t('lastVisit'),
            value: lastVisitOn === null ? t('noVisit') : shortDay(lastVisitOn),
          },
          ...(lately === undefined
            ? []
            : [{ label: t('boughtLately'), value: format.money(lately), strong: true }]),
        ]}
      />
    </section>
  );
}
