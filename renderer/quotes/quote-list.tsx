import type { QuoteSummary } from '#shared/sales/quotes/contract.ts';
import { useTranslation } from 'react-i18next';
import { DocumentList } from '../app/counter-documents/document-list.tsx';
import { useMay } from '../app/session/session.ts';
import { Money } from '../ui/figures/money.tsx';
import type { Column } from '../ui/lists/data-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { QuoteChip } from './quote-chip.tsx';
import { useQuotes } from './use-quotes.ts';

/** Prices promised, newest first: those that hold, and those that ended lately. */
export function QuoteList() {
  const { t } = useTranslation('quotes');
  const maySell = useMay('sales.sell');
  const answer = useQuotes(maySell);
  const columns = useColumns();
  if (!maySell) return <EmptyState icon="lock" title={t('mayNot')} />;
  const holding = answer.data?.filter((each) => !each.expired && each.soldAs === null).length;
  return (
    <DocumentList
      area="quotes"
      answer={answer}
      detail={holding === undefined ? undefined : t('count', { count: holding })}
      headOf={(row) => ({
        ...row,
        id: row.quoteId,
        customerName: row.customerName ?? t('nobody'),
      })}
      columns={columns}
    />
  );
}

function useColumns(): readonly Column<QuoteSummary>[] {
  const { t } = useTranslation('quotes');
  return [
    {
      id: 'state',
      head: t('state'),
      width: '12rem',
      cell: (row) => <QuoteChip quote={row} />,
    },
    {
      id: 'total',
      head: t('total'),
      width: '8rem',
      end: true,
      cell: (row) => <Money amount={row.totalCents} strong />,
    },
  ];
}
