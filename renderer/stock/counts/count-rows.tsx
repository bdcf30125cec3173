import type { CountOutcome } from '#shared/stock/counts/classify-piece.ts';
import type { CountId, CountRow } from '#shared/stock/counts/contract.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useFormat } from '../../i18n/format.ts';
import { useStorePages } from '../../store-client/store-pages.ts';
import { Card } from '../../ui/layout/card.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DataTable } from '../../ui/lists/data-table.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { PieceStatusChip } from '../piece-status-chip.tsx';

interface CountRowsProps {
  readonly countId: CountId;
  readonly outcome: CountOutcome;
}

/** The pieces of a count with one outcome. */
export function CountRows({ countId, outcome }: CountRowsProps) {
  const { t } = useTranslation('counts');
  const go = useGo();
  const format = useFormat();
  const found = useStorePages<CountRow>({
    key: ['counts.rows', countId, outcome],
    tables: ['count_scan', 'count_line', 'count_close', 'stock_movement', 'piece'],
    read: (store, page, signal) =>
      store.counts.rows({ countId, outcomes: [outcome], ...page }, { signal }),
  });
  return (
    <>
      <FailureNote failure={found.failure} />
      <Card fill label={t('results')}>
        <DataTable
          label={t('results')}
          rows={found.rows ?? []}
          rowKey={(row) => row.pieceId}
          onOpen={({ pieceId }) => go(`/stock/${pieceId}`)}
          onNearEnd={found.more}
          empty={found.rows === undefined ? null : <EmptyState icon="check" title={t('none')} />}
          columns={[
            {
              id: 'number',
              head: t('stockNumber'),
              width: '9rem',
              cell: (row) => <Text strong>{row.stockNumber}</Text>,
            },
            { id: 'description', head: t('description'), cell: (row) => row.description },
            { id: 'place', head: t('place'), width: '9rem', cell: (row) => row.home ?? '' },
            {
              id: 'quantity',
              head: t('quantity'),
              width: '5rem',
              end: true,
              cell: (row) => format.count(row.quantityThousandths / 1000),
            },
            {
              id: 'worth',
              head: t('worth'),
              width: '8rem',
              end: true,
              cell: (row) => (row.costCents === null ? '' : format.money(row.costCents)),
            },
            {
              id: 'status',
              head: t('state'),
              width: '9rem',
              cell: (row) => <PieceStatusChip status={row.status} />,
            },
          ]}
        />
      </Card>
    </>
  );
}
