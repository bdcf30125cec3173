import type { CountId, CountSummary } from '#shared/stock/counts/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { newId } from '../../store-client/new-id.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { useStorePages } from '../../store-client/store-pages.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { type Column, DataTable } from '../../ui/lists/data-table.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';

/** Counts of the stock: those under way, and those that were closed. */
export function CountsScreen() {
  const { t } = useTranslation('counts');
  const go = useGo();
  const may = useMay('stock.count');
  const found = useStorePages<CountSummary>({
    key: ['counts.list'],
    tables: ['stock_count', 'count_scan', 'count_close'],
    read: (store, page, signal) => store.counts.list(page, { signal }),
  });
  const start = useCommand((store, countId: CountId, commandId) =>
    store.counts.start({
      commandId,
      countId,
      scope: { category: null, vendor: null, placeIds: [] },
    }),
  );
  const begin = async () => {
    const countId = newId<'count'>();
    const answer = await start.run(countId);
    if (answer?.ok === true) go(`/stock/counts/${countId}`);
  };
  useCommands([
    {
      id: 'counts.start',
      chord: 'Alt+N',
      label: 'counts:keys.start',
      when: () => may,
      run: () => void begin(),
    },
    { id: 'counts.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/stock') },
  ]);
  const startButton = may ? (
    <Button
      kind="primary"
      icon="add"
      hint="Alt+N"
      busy={start.pending}
      onClick={() => void begin()}
    >
      {t('start')}
    </Button>
  ) : null;
  return (
    <>
      <ScreenHead title={t('title')}>{startButton}</ScreenHead>
      <RefusalNote refusal={start.refusal} />
      <FailureNote failure={start.failure ?? found.failure} />
      <Card fill label={t('title')}>
        <DataTable
          label={t('title')}
          columns={useCountColumns()}
          rows={found.rows ?? []}
          rowKey={(row) => row.countId}
          onOpen={({ countId }) => go(`/stock/counts/${countId}`)}
          onNearEnd={found.more}
          empty={
            found.rows === undefined ? null : (
              <EmptyState icon="check" title={t('empty')} actions={startButton}>
                {t('emptyNext')}
              </EmptyState>
            )
          }
        />
      </Card>
    </>
  );
}

function useCountColumns(): readonly Column<CountSummary>[] {
  const { t } = useTranslation('counts');
  const format = useFormat();
  return [
    {
      id: 'number',
      head: t('number'),
      width: '7rem',
      cell: (row) => <Text strong>{row.number}</Text>,
    },
    {
      id: 'date',
      head: t('asOf'),
      width: '10rem',
      // Branding: a business date of the store.
      cell: (row) => format.date(row.businessDate as BusinessDate),
    },
    { id: 'by', head: t('by'), cell: (row) => row.startedBy },
    {
      id: 'scans',
      head: t('scans'),
      width: '7rem',
      end: true,
      cell: (row) => format.count(row.scanCount),
    },
    {
      id: 'state',
      head: t('state'),
      width: '9rem',
      cell: (row) =>
        row.closed ? (
          <Chip tone="success">{t('closed')}</Chip>
        ) : (
          <Chip tone="info">{t('open')}</Chip>
        ),
    },
  ];
}
