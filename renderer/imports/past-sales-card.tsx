import './imports.css';
import type { ImportedSale } from '#shared/imports/imported-sale.ts';
import { cents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import type { CustomerCardProps } from '../app/screen.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { useFormat } from '../i18n/format.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Money } from '../ui/figures/money.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Text } from '../ui/layout/text.tsx';

/** Beside a customer stand the latest; the sum is over all. */
const MOST_BESIDE = 5;

/** What a customer bought in the old system, apart from what they bought here. Nothing where there is none. */
export function PastSalesCard({ customerId }: CustomerCardProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { data } = useStoreQuery({
    key: ['imports.salesOf', customerId],
    tables: ['imported_sale', 'imported_sale_line', 'imported_sale_undo'],
    read: (store, signal) => store.imports.salesOf({ customerId }, { signal }),
  });
  if (data === undefined || data.saleCount === 0) return null;
  return (
    <section className="imports-past">
      <SectionTitle>{t('past.title')}</SectionTitle>
      <Sums
        facts={[
          {
            label: t('past.bought', { count: data.saleCount, shown: format.count(data.saleCount) }),
            value: format.money(cents(data.boughtCents)),
            strong: true,
          },
        ]}
      />
      <ul className="imports-past-list">
        {data.rows.slice(0, MOST_BESIDE).map((sale) => (
          <PastSale key={sale.importedSaleId} sale={sale} />
        ))}
      </ul>
    </section>
  );
}

function PastSale({ sale }: { readonly sale: ImportedSale }) {
  const { t } = useTranslation('import');
  const shortDay = useShortDay();
  const { firstLine, lineCount, netCents, number, soldOn } = sale;
  return (
    <li>
      <span>
        <Text as="p" size="second" clip>
          {lineCount > 1 ? t('past.andMore', { line: firstLine, count: lineCount - 1 }) : firstLine}
        </Text>
        <Text as="p" size="second" tone="muted" clip>
          {shortDay(soldOn)} · {number}
        </Text>
      </span>
      <Money amount={cents(netCents)} />
    </li>
  );
}
