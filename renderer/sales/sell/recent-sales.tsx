import type { SaleSummary } from '#shared/sales/contract.ts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { shortDay } from '../find/found-row.tsx';
import { useDrawerState } from '../drawer-state.ts';
import { useSelling } from '../selling-context.tsx';

/** As many as the list is read down to; older ones are found by number, piece or customer. */
const MOST_ROWS = 50;

/** Sales of the day, newest first; before the first one, those of the days before. */
export function RecentSales() {
  const { t } = useTranslation('sell');
  const { showReceipt } = useSelling();
  const mayRead = useMay('sales.read');
  const drawer = useDrawerState().data;
  const day = drawer?.open?.businessDate ?? drawer?.today;
  const recent = useStoreQuery({
    key: ['sales.recent', day],
    tables: ['sale', 'sale_void'],
    enabled: mayRead && day !== undefined,
    keepLast: true,
    read: async (store) => {
      const today = await store.sales.recent({
        limit: MOST_ROWS,
        ...(day !== undefined && { businessDate: day }),
      });
      return today.length > 0
        ? { today: true, sales: today }
        : { today: false, sales: await store.sales.recent({ limit: 8 }) };
    },
  }).data;
  const rows = (recent?.sales ?? []).map((sale) => ({
    key: sale.saleId,
    onOpen: () => showReceipt(sale.saleId),
    content: <SaleRow sale={sale} today={recent?.today ?? false} />,
  }));
  return (
    <Card
      title={t('recent')}
      aside={
        recent === undefined || rows.length === 0 ? null : (
          <Text size="second" tone="muted">
            {recent.today ? t('recentToday', { count: rows.length }) : t('recentBefore')}
          </Text>
        )
      }
      fill
    >
      {rows.length === 0 ? (
        <div className="sell-none">{t('recentNone')}</div>
      ) : (
        <List label={t('recent')} rows={rows} rowHeight={48} />
      )}
    </Card>
  );
}

function SaleRow({ sale, today }: { readonly sale: SaleSummary; readonly today: boolean }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { number, firstLine, lineCount, voided, completedAtMs, businessDate, totalCents } = sale;
  return (
    <span className="sell-row" data-numbered="true">
      <Text strong>{number}</Text>
      <Text size="second" tone="muted" clip>
        {lineCount > 1 ? t('andMore', { first: firstLine, count: lineCount - 1 }) : firstLine}
      </Text>
      {voided ? <Chip tone="danger">{t('voided')}</Chip> : <span />}
      <Text size="second" tone="muted">
        {today ? format.time(completedAtMs) : shortDay(businessDate, format)}
      </Text>
      <Money amount={totalCents} {...(voided && { tone: 'muted' })} />
    </span>
  );
}
