import './tags.css';
import type { PieceId } from '#shared/ids.ts';
import type { WaitingTag } from '#shared/stock/tags/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { type Column, DataTable } from '../../ui/lists/data-table.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { TagPreview } from './tag-preview.tsx';
import { usePieceTag, usePrintTags, useTagSettings } from './use-tags.ts';

/** As many as one run prints. */
const MOST_TAGS = 500;

/** Pieces whose tag is wrong or missing, the tag of the chosen one, and one run for all of them. */
export function TagsScreen() {
  const { t } = useTranslation(['tags', 'common']);
  const go = useGo();
  const format = useFormat();
  const mayDismiss = useMay('stock.write');
  const [chosen, setChosen] = useState<PieceId>();
  const found = useStoreQuery({
    key: ['tags.waiting'],
    tables: ['piece', 'piece_state'],
    read: (store) => store.tags.waiting({ limit: MOST_TAGS, offset: 0 }),
    keepLast: true,
  });
  const rows = found.data?.rows ?? [];
  const shown = rows.find((row) => row.pieceId === chosen) ?? rows[0];
  const printing = usePrintTags();
  const dismissing = useDismiss();
  const all = rows.map((row) => row.pieceId);
  const printAll = () => printing.print(all);
  useCommands([
    {
      id: 'tags.printAll',
      chord: 'Ctrl+Enter',
      label: 'tags:keys.printAll',
      when: () => all.length > 0,
      run: printAll,
    },
    { id: 'tags.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/stock') },
  ]);
  const total = found.data?.total ?? 0;
  return (
    <>
      <ScreenHead
        title={t('title')}
        detail={found.data && t('count', { count: total, shown: format.count(total) })}
      >
        <Button icon="settings" onClick={() => go('/settings/tags')}>
          {t('settings')}
        </Button>
        {mayDismiss && all.length > 0 ? (
          <Button busy={dismissing.pending} onClick={() => dismissing.dismiss(all)}>
            {t('dismiss')}
          </Button>
        ) : null}
        <Button
          kind="primary"
          icon="print"
          hint="Ctrl+Enter"
          disabled={all.length === 0}
          busy={printing.pending}
          onClick={printAll}
        >
          {t('printAll', { count: all.length })}
        </Button>
      </ScreenHead>
      <RefusalNote
        refusal={printing.refusal}
        action={<Button onClick={() => go('/settings/tags')}>{t('settings')}</Button>}
      />
      <FailureNote failure={found.failure ?? printing.failure ?? dismissing.failure} />
      {total > rows.length ? (
        <Note tone="info">{t('more', { shown: format.count(rows.length) })}</Note>
      ) : null}
      <div className="tags">
        <div className="tags-two">
          <Card fill label={t('title')}>
            <WaitingTags
              rows={rows}
              shown={shown}
              known={found.data !== undefined}
              onChoose={setChosen}
            />
          </Card>
          <Card title={t('preview')} padded>
            <ChosenTag pieceId={shown?.pieceId} onPrint={printing.print} />
          </Card>
        </div>
      </div>
    </>
  );
}

interface WaitingTagsProps {
  readonly rows: readonly WaitingTag[];
  readonly shown: WaitingTag | undefined;
  readonly known: boolean;
  readonly onChoose: (pieceId: PieceId) => void;
}

function WaitingTags({ rows, shown, known, onChoose }: WaitingTagsProps) {
  const { t } = useTranslation('tags');
  const columns: readonly Column<WaitingTag>[] = [
    {
      id: 'number',
      head: t('number'),
      width: 'minmax(6rem, 0.6fr)',
      cell: (row) => <Text strong>{row.stockNumber}</Text>,
    },
    { id: 'description', head: t('description'), cell: (row) => row.description },
    {
      id: 'tagged',
      head: t('tagged'),
      width: '7rem',
      end: true,
      cell: (row) =>
        row.taggedCents === null ? (
          <Text tone="muted">{t('none')}</Text>
        ) : (
          <Money amount={row.taggedCents} tone="muted" />
        ),
    },
    {
      id: 'price',
      head: t('price'),
      width: '7rem',
      end: true,
      cell: (row) => <Money amount={row.tagPriceCents} strong />,
    },
  ];
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.pieceId}
      {...(shown === undefined ? {} : { chosenKey: shown.pieceId })}
      onOpen={(row) => onChoose(row.pieceId)}
      empty={
        known ? (
          <EmptyState icon="tag" title={t('empty')}>
            {t('emptyNext')}
          </EmptyState>
        ) : null
      }
    />
  );
}

interface ChosenTagProps {
  readonly pieceId: PieceId | undefined;
  readonly onPrint: (pieceIds: readonly PieceId[]) => void;
}

function ChosenTag({ pieceId, onPrint }: ChosenTagProps) {
  const { t } = useTranslation('tags');
  const tag = usePieceTag(pieceId);
  const { data: settings } = useTagSettings();
  if (pieceId === undefined || tag === undefined || settings === undefined)
    return <Text tone="muted">{t('nothingChosen')}</Text>;
  return (
    <Stack gap={16}>
      <TagPreview tag={tag} settings={settings} />
      <Row wrap>
        <Button icon="print" onClick={() => onPrint([pieceId])}>
          {t('printThis', { number: tag.stockNumber })}
        </Button>
      </Row>
    </Stack>
  );
}

function useDismiss() {
  const { t } = useTranslation('tags');
  const { show } = useToasts();
  const command = useCommand((store, pieceIds: readonly PieceId[], commandId) =>
    store.tags.dismiss({ commandId, pieceIds: [...pieceIds] }),
  );
  const dismiss = async (pieceIds: readonly PieceId[]) => {
    const answer = await command.run(pieceIds);
    if (answer?.ok === true)
      show({ text: t('dismissed', { count: answer.value.count }), tone: 'success', seconds: 4 });
  };
  return { ...command, dismiss: (pieceIds: readonly PieceId[]) => void dismiss(pieceIds) };
}
