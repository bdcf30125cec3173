import './customers.css';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useKept } from '../app/kept.ts';
import { focusRow, ListFilter } from '../app/list-filter.tsx';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { useStorePages } from '../store-client/store-pages.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { DataTable, type Column } from '../ui/lists/data-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { PhoneEnd } from './phone-end.tsx';
import { useShortDay } from '../app/use-short-day.ts';

/** Everybody the shop knows, newest visit first; a few letters or digits narrow it. */
export function CustomerList() {
  const { t } = useTranslation(['customers', 'common']);
  const go = useGo();
  const format = useFormat();
  const mayAdd = useMay('customers.write');
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useKept(['customers', 'filter'], '');
  const [opened, setOpened] = useKept(['customers', 'opened'], '');
  const found = useStorePages<CustomerSummary>({
    key: ['customers.search', text.trim()],
    tables: ['customer', 'sale', 'sale_void'],
    read: (store, page, signal) =>
      store.customers.search({ text: text.trim(), ...page }, { signal }),
  });
  const add = () => go('/customers/new');
  const open = ({ customerId }: CustomerSummary) => {
    setOpened(customerId);
    go(`/customers/${customerId}`);
  };
  const enter = () => {
    const [only, second] = found.rows ?? [];
    if (found.stale) return;
    if (only !== undefined && second === undefined) open(only);
    else focusRow(list.current);
  };
  useCommands([
    {
      id: 'customers.add',
      chord: 'Alt+N',
      label: 'customers:keys.add',
      when: () => mayAdd,
      run: add,
    },
  ]);
  const columns = useColumns();
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
        <ImportButton />
        {mayAdd ? (
          <Button kind="primary" icon="add" hint="Alt+N" onClick={add}>
            {t('add')}
          </Button>
        ) : null}
      </ScreenHead>
      <ListFilter
        label={t('filter')}
        placeholder={t('filterHint')}
        value={text}
        onChange={setText}
        list={list}
        onEnter={enter}
      />
      <FailureNote
        failure={found.failure}
        action={<Button onClick={found.again}>{t('common:retry')}</Button>}
      />
      <Card fill label={t('list')}>
        <div ref={list} className="customers-table">
          {found.rows === undefined ? (
            <Loading waiting={found.failure === undefined} />
          ) : (
            <DataTable
              key={text.trim()}
              label={t('list')}
              columns={columns}
              rows={found.rows}
              rowKey={(row) => row.customerId}
              chosenKey={opened}
              onOpen={open}
              onNearEnd={found.more}
              empty={
                <Nobody text={text} onClear={() => setText('')} onAdd={mayAdd ? add : undefined} />
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
    <div className="customers-loading">
      <Progress label={t('loading')} />
    </div>
  ) : null;
}

function ImportButton() {
  const { t } = useTranslation('customers');
  const go = useGo();
  const mayImport = useMay('imports.run');
  if (!mayImport) return null;
  return (
    <Button icon="upload" onClick={() => go('/imports')}>
      {t('import')}
    </Button>
  );
}

interface NobodyProps {
  readonly text: string;
  readonly onClear: () => void;
  readonly onAdd: (() => void) | undefined;
}

function Nobody({ text, onClear, onAdd }: NobodyProps) {
  const { t } = useTranslation('customers');
  const add =
    onAdd === undefined ? null : (
      <Button kind="primary" icon="add" onClick={onAdd}>
        {t('add')}
      </Button>
    );
  if (text.trim() === '')
    return (
      <EmptyState
        icon="customer"
        title={t('empty.title')}
        actions={
          <>
            {add}
            <ImportButton />
          </>
        }
      >
        {t('empty.next')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="search"
      title={t('none.title', { text: text.trim() })}
      actions={
        <>
          <Button onClick={onClear}>{t('none.all')}</Button>
          {add}
        </>
      }
    >
      {t('none.next')}
    </EmptyState>
  );
}

function useColumns(): readonly Column<CustomerSummary>[] {
  const { t } = useTranslation('customers');
  const shortDay = useShortDay();
  return [
    { id: 'name', head: t('name'), cell: (row) => <Text strong>{row.name}</Text> },
    { id: 'town', head: t('town'), width: 'minmax(0, 12rem)', cell: (row) => row.town },
    {
      id: 'phone',
      head: t('phone'),
      width: '5rem',
      cell: (row) => <PhoneEnd last4={row.phoneLast4} />,
    },
    {
      id: 'visit',
      head: t('lastVisit'),
      width: '7.5rem',
      end: true,
      cell: (row) =>
        row.lastVisitOn === null ? (
          <Text tone="muted">{t('noVisit')}</Text>
        ) : (
          shortDay(row.lastVisitOn)
        ),
    },
  ];
}
