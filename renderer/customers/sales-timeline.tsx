import type { CustomerSale } from '#shared/customers/contract.ts';
import { cents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { Money } from '../ui/figures/money.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useShortDay } from '../app/use-short-day.ts';

/** What the customer bought, newest first. Enter opens the receipt. */
export function SalesTimeline({ sales }: { readonly sales: readonly CustomerSale[] }) {
  const { t } = useTranslation('customers');
  const desk = useSaleDesk();
  const mayRead = useMay('sales.read');
  if (sales.length === 0)
    return (
      <EmptyState icon="receipt" title={t('noSales.title')}>
        {t('noSales.next')}
      </EmptyState>
    );
  return (
    <List
      label={t('timeline')}
      rowHeight={48}
      rows={sales.map((sale) => ({
        key: sale.saleId,
        content: <SaleRow sale={sale} />,
        ...(desk !== undefined && mayRead ? { onOpen: () => desk.showReceipt(sale.saleId) } : {}),
      }))}
    />
  );
}

function SaleRow({ sale }: { readonly sale: CustomerSale }) {
  const { t } = useTranslation('customers');
  const shortDay = useShortDay();
  return (
    <span className="customers-sale">
      <Text size="second" tone="muted">
        {shortDay(sale.businessDate)}
      </Text>
      <span className="customers-mark">
        <Icon name="tag" small />
      </span>
      <span className="customers-sold">
        <span className="ui-row" data-gap="8">
          <Text strong>{t('sale', { number: sale.number })}</Text>
          {sale.voided ? <Chip tone="danger">{t('void')}</Chip> : null}
        </span>
        <Text size="second" tone="muted" clip>
          {sale.lineCount > 1
            ? t('lineAndMore', { line: sale.firstLine, count: sale.lineCount - 1 })
            : sale.firstLine}
        </Text>
      </span>
      <Money amount={cents(sale.totalCents)} {...(sale.voided ? { tone: 'muted' } : {})} />
    </span>
  );
}
