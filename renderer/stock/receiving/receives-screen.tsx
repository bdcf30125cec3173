import './receiving.css';
import type { ReceiveDraft, ReceiveSummary } from '#shared/stock/receiving/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { newId } from '../../store-client/new-id.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useStorePages } from '../../store-client/store-pages.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { type Column, DataTable } from '../../ui/lists/data-table.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { isBlank } from './receive-draft.ts';

/** Invoices that were received, and those being typed in. */
export function ReceivesScreen() {
  const { t } = useTranslation('receive');
  const go = useGo();
  const found = useStorePages<ReceiveSummary>({
    key: ['receiving.list'],
    tables: ['receive', 'receive_reversal'],
    read: (store, page, signal) => store.receiving.list(page, { signal }),
  });
  const add = () => go(`/stock/receive/${newId<'receive'>()}/edit`);
  useCommands([
    { id: 'receives.add', chord: 'Alt+N', label: 'receive:keys.add', run: add },
    { id: 'receives.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/stock') },
  ]);
  return (
    <>
      <ScreenHead title={t('title')}>
        <Button kind="primary" icon="add" hint="Alt+N" onClick={add}>
          {t('add')}
        </Button>
      </ScreenHead>
      <FailureNote failure={found.failure} />
      <Drafts />
      <Card fill label={t('title')}>
        <DataTable
          label={t('title')}
          columns={useReceiveColumns()}
          rows={found.rows ?? []}
          rowKey={(row) => row.receiveId}
          onOpen={({ receiveId }) => go(`/stock/receive/${receiveId}`)}
          onNearEnd={found.more}
          empty={
            found.rows === undefined ? null : (
              <EmptyState
                icon="gem"
                title={t('empty')}
                actions={
                  <Button kind="primary" icon="add" onClick={add}>
                    {t('add')}
                  </Button>
                }
              >
                {t('emptyNext')}
              </EmptyState>
            )
          }
        />
      </Card>
    </>
  );
}

function Drafts() {
  const { t } = useTranslation('receive');
  const { data } = useStoreQuery({
    key: ['receiving.drafts'],
    tables: ['receive_draft'],
    read: (store) => store.receiving.drafts({}),
  });
  const drafts = data ?? [];
  if (drafts.length === 0) return null;
  return (
    <Card title={t('drafts')}>
      {drafts.map((draft) => (
        <DraftRow key={draft.receiveId} draft={draft} />
      ))}
    </Card>
  );
}

function DraftRow({ draft }: { readonly draft: ReceiveDraft }) {
  const { t } = useTranslation('receive');
  const go = useGo();
  const format = useFormat();
  const { drop, dropNow } = useDrop(draft);
  const count = draft.rows.filter((row) => !isBlank(row)).length;
  const name = [draft.vendor, draft.invoiceNumber].filter((part) => part.trim() !== '').join(' · ');
  return (
    <div className="receive-draft">
      <Row gap={12} wrap>
        <Text strong>{name === '' ? t('unnamed') : name}</Text>
        <Text tone="muted">{t('pieces', { count, shown: format.count(count) })}</Text>
      </Row>
      <Row gap={8} wrap>
        <Button busy={drop.pending} onClick={dropNow}>
          {t('drop')}
        </Button>
        <Button icon="edit" onClick={() => go(`/stock/receive/${draft.receiveId}/edit`)}>
          {t('goOn')}
        </Button>
      </Row>
      <FailureNote failure={drop.failure} />
    </div>
  );
}

/** Throws an invoice away, and brings it back while one may still think better of it. */
function useDrop(draft: ReceiveDraft) {
  const { t } = useTranslation('receive');
  const { show } = useToasts();
  const drop = useCommand((store, receiveId: ReceiveDraft['receiveId']) =>
    store.receiving.dropDraft({ receiveId }),
  );
  const keep = useCommand((store, kept: ReceiveDraft) =>
    store.receiving.saveDraft({ draft: kept }),
  );
  const run = async () => {
    const answer = await drop.run(draft.receiveId);
    if (answer?.ok !== true) return;
    const undo = { label: t('undo'), run: () => void keep.run(draft) };
    show({ text: t('dropped'), action: undo });
  };
  return { drop, dropNow: () => void run() };
}

function useReceiveColumns(): readonly Column<ReceiveSummary>[] {
  const { t } = useTranslation('receive');
  const format = useFormat();
  return [
    {
      id: 'number',
      head: t('number'),
      width: '6rem',
      cell: (row) => <Text strong>{row.number}</Text>,
    },
    {
      id: 'date',
      head: t('date'),
      width: '8rem',
      // Branding: a business date of the store.
      cell: (row) => format.date(row.businessDate as BusinessDate),
    },
    { id: 'vendor', head: t('vendor'), cell: (row) => row.vendor },
    { id: 'invoice', head: t('head'), cell: (row) => row.invoiceNumber },
    {
      id: 'count',
      head: t('rows'),
      width: '5rem',
      end: true,
      cell: (row) => format.count(row.lineCount),
    },
    {
      id: 'total',
      head: t('total'),
      width: '8rem',
      end: true,
      cell: (row) => <Money amount={row.invoiceTotalCents} strong />,
    },
    {
      id: 'state',
      head: t('state'),
      width: '8rem',
      cell: (row) => (row.reversed ? <Chip tone="warning">{t('reversed')}</Chip> : t('standing')),
    },
  ];
}
