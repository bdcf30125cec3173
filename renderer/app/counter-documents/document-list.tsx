import './counter-documents.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import type { StoreAnswer } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DataTable, type Column } from '../../ui/lists/data-table.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { FailureNote } from '../answer-notes.tsx';
import { useKept } from '../kept.ts';
import { focusRow } from '../list-filter.tsx';
import { useAsked, useGo } from '../navigation.ts';
import { useShortDay } from '../use-short-day.ts';
import { DOCUMENT_ICONS, type DocumentArea } from './areas.ts';

/** What a row says first, whichever document it is. */
export interface DocumentHead {
  readonly id: string;
  readonly number: string;
  readonly madeOn: string;
  readonly customerName: string;
  readonly firstLine: string;
  readonly lineCount: number;
}

export interface DocumentListProps<Row> {
  readonly area: DocumentArea;
  readonly answer: StoreAnswer<readonly Row[]>;
  /** How many there are, in words. */
  readonly detail: string | undefined;
  readonly headOf: (row: Row) => DocumentHead;
  /** What follows the number and the customer. */
  readonly columns: readonly Column<Row>[];
}

/** The documents of one kind that wait at the counter. A scanned number opens its own as soon as the list is read. */
export function DocumentList<Row>({
  area,
  answer,
  detail,
  headOf,
  columns,
}: DocumentListProps<Row>) {
  const { t } = useTranslation([area, 'common']);
  const go = useGo();
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useKept([area, 'opened'], '');
  const { data, failure, again } = answer;
  const back = () => go('/sell');
  const open = (row: Row) => {
    const { id } = headOf(row);
    setOpened(id);
    go(`/sell/${area}/${id}`);
  };
  useScannedNumber(data, (row) => headOf(row).number, open);
  useCommands([
    { id: `${area}.back`, chord: 'Esc', label: `${area}:toSell`, run: back },
    {
      id: `${area}.rows`,
      chord: '↓',
      label: `${area}:keys.rows`,
      when: () => (data?.length ?? 0) > 0,
      run: () => focusRow(list.current),
    },
  ]);
  const headColumns = useHeadColumns(area, headOf);
  return (
    <>
      <ScreenHead title={t('title')} detail={detail}>
        <Button hint="Esc" onClick={back}>
          {t('toSell')}
        </Button>
      </ScreenHead>
      <FailureNote
        failure={failure}
        action={<Button onClick={again}>{t('common:retry')}</Button>}
      />
      <Card fill label={t('list')}>
        <div ref={list} className="counter-documents" data-area={area}>
          {data === undefined ? (
            failure === undefined && <Progress label={t('common:loading')} />
          ) : (
            <DataTable
              label={t('list')}
              columns={[...headColumns, ...columns]}
              rows={data}
              rowKey={(row) => headOf(row).id}
              chosenKey={opened}
              rowHeight={48}
              onOpen={open}
              empty={
                <EmptyState icon={DOCUMENT_ICONS[area]} title={t('empty.title')}>
                  {t('empty.next')}
                </EmptyState>
              }
            />
          )}
        </div>
      </Card>
    </>
  );
}

function useScannedNumber<Row>(
  rows: readonly Row[] | undefined,
  numberOf: (row: Row) => string,
  open: (row: Row) => void,
): void {
  const number = useAsked()['number'];
  const found = rows?.find((each) => numberOf(each) === number);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (found !== undefined) latest.current(found);
  }, [found]);
}

function useHeadColumns<Row>(
  area: DocumentArea,
  headOf: (row: Row) => DocumentHead,
): readonly Column<Row>[] {
  const { t } = useTranslation(area);
  const shortDay = useShortDay();
  const numberCell = ({ number, madeOn }: DocumentHead) => (
    <Stack gap={0}>
      <Text strong>{number}</Text>
      <Text size="meta" tone="muted">
        {shortDay(madeOn)}
      </Text>
    </Stack>
  );
  const whatCell = ({ customerName, firstLine, lineCount }: DocumentHead) => (
    <Stack gap={0}>
      <Text strong clip>
        {customerName}
      </Text>
      <Text size="second" tone="muted" clip>
        {lineCount > 1 ? t('andMore', { first: firstLine, count: lineCount - 1 }) : firstLine}
      </Text>
    </Stack>
  );
  return [
    { id: 'number', head: t('paper'), width: '6.5rem', cell: (row) => numberCell(headOf(row)) },
    { id: 'what', head: t('what'), cell: (row) => whatCell(headOf(row)) },
  ];
}
