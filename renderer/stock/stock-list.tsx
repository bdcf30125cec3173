import './stock.css';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useKept } from '../app/kept.ts';
import { focusRow, ListFilter } from '../app/list-filter.tsx';
import { useGo } from '../app/navigation.ts';
import { useMainPhotos } from '../app/photos/use-photos.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { useStorePages } from '../store-client/store-pages.ts';
import { Button } from '../ui/actions/button.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { DataTable } from '../ui/lists/data-table.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { InspectionButton } from './inspection/inspection-button.tsx';
import { NoPieces } from './no-pieces.tsx';
import { usePieceColumns } from './piece-columns.tsx';
import { StockWork } from './stock-work.tsx';

type Shown = PieceStatus | 'all';

const SHOWN: readonly Shown[] = [
  'all',
  'in_stock',
  'on_approval',
  'inspection',
  'sold',
  'missing',
  'removed',
];

/** Every piece of the shop; number, words and status narrow the list. */
export function StockList() {
  const { t } = useTranslation(['stock', 'common']);
  const go = useGo();
  const format = useFormat();
  const mayAdd = useMay('stock.write');
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useKept(['stock', 'filter'], '');
  const [shown, setShown] = useKept<Shown>(['stock', 'shown'], 'all');
  const [opened, setOpened] = useKept(['stock', 'opened'], '');
  const found = useStorePages<PieceSummary>({
    key: ['stock.search', text.trim(), shown],
    tables: ['piece', 'piece_state', 'stock_movement'],
    read: (store, page, signal) =>
      store.stock.search(
        { text: text.trim(), ...(shown === 'all' ? {} : { status: shown }), ...page },
        { signal },
      ),
  });
  const photos = useMainPhotos('piece', (found.rows ?? []).map((row) => row.pieceId).slice(-200));
  const columns = usePieceColumns(photos);
  const add = () => go('/stock/new');
  const open = ({ pieceId }: PieceSummary) => {
    setOpened(pieceId);
    go(`/stock/${pieceId}`);
  };
  const enter = () => {
    const [only, second] = found.rows ?? [];
    if (found.stale) return;
    if (only !== undefined && second === undefined) open(only);
    else focusRow(list.current);
  };
  useCommands([
    { id: 'stock.add', chord: 'Alt+N', label: 'stock:keys.add', when: () => mayAdd, run: add },
  ]);
  const all = () => {
    setText('');
    setShown('all');
  };
  return (
    <>
      <ScreenHead
        title={t('title')}
        detail={
          found.rows === undefined
            ? undefined
            : t('count', { count: found.total, shown: format.count(found.total) })
        }
      >
        <StockWork />
        <InspectionButton />
        <ImportButton />
        {mayAdd ? (
          <Button kind="primary" icon="add" hint="Alt+N" onClick={add}>
            {t('add')}
          </Button>
        ) : null}
      </ScreenHead>
      <div className="stock-filter">
        <ListFilter
          label={t('filter')}
          placeholder={t('filterHint')}
          value={text}
          onChange={setText}
          list={list}
          onEnter={enter}
        />
        <Segmented
          label={t('statusFilter')}
          value={shown}
          choices={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
          onChange={setShown}
        />
      </div>
      <FailureNote
        failure={found.failure}
        action={<Button onClick={found.again}>{t('common:retry')}</Button>}
      />
      <Card fill label={t('list')}>
        <div ref={list} className="stock-table">
          {found.rows === undefined ? (
            <Loading waiting={found.failure === undefined} />
          ) : (
            <DataTable
              key={`${shown} ${text.trim()}`}
              label={t('list')}
              columns={columns}
              rows={found.rows}
              rowKey={(row) => row.pieceId}
              chosenKey={opened}
              onOpen={open}
              onNearEnd={found.more}
              empty={
                <NoPieces
                  text={text.trim()}
                  filtered={shown !== 'all'}
                  onAll={all}
                  add={mayAdd ? <AddButton onAdd={add} /> : null}
                  bring={<ImportButton />}
                />
              }
            />
          )}
        </div>
      </Card>
    </>
  );
}

function Loading({ waiting }: { readonly waiting: boolean }) {
  const { t } = useTranslation('common');
  return waiting ? (
    <div className="stock-loading">
      <Progress label={t('loading')} />
    </div>
  ) : null;
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('stock');
  return (
    <Button kind="primary" icon="add" onClick={onAdd}>
      {t('add')}
    </Button>
  );
}

function ImportButton() {
  const { t } = useTranslation('stock');
  const go = useGo();
  const mayImport = useMay('imports.run');
  if (!mayImport) return null;
  return (
    <Button icon="upload" onClick={() => go('/imports')}>
      {t('import')}
    </Button>
  );
}
