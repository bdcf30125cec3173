import './receiving.css';
import type { Receive, ReceivedLine, ReceiveId } from '#shared/stock/receiving/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo, usePathParts } from '../../app/navigation.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Column } from '../../ui/lists/data-table.tsx';
import { SimpleTable } from '../../ui/lists/simple-table.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { usePrintTags } from '../tags/use-tags.ts';
import { ReverseDialog } from './reverse-dialog.tsx';

/** One invoice that was received. */
export function ReceivePage() {
  const { t } = useTranslation(['receive', 'common']);
  // Parsing: the address is text, the store checks that it is an id.
  const receiveId = (usePathParts()['receiveId'] ?? '') as ReceiveId;
  const { data, failure } = useStoreQuery({
    key: ['receiving.get', receiveId],
    tables: ['receive', 'receive_reversal', 'piece'],
    read: (store) => store.receiving.get({ receiveId }),
  });
  if (failure !== undefined) return <FailureNote failure={failure} />;
  if (data === undefined) return <Progress label={t('common:loading')} />;
  if (data === null) return <EmptyState title={t('gone')}>{t('goneNext')}</EmptyState>;
  return <KnownReceive receive={data} />;
}

function KnownReceive({ receive }: { readonly receive: Receive }) {
  const { t } = useTranslation(['receive', 'common', 'tags']);
  const go = useGo();
  const [reversing, setReversing] = useState(false);
  const printing = usePrintTags();
  const back = () => go('/stock/receive');
  const print = () => printing.print(receive.lines.map((line) => line.pieceId));
  const ask = () => setReversing(true);
  useCommands([
    { id: 'receive.back', chord: 'Esc', label: 'shell:keys.back', run: back },
    {
      id: 'receive.tags',
      chord: 'T',
      label: 'receive:keys.tags',
      when: () => !receive.reversed,
      run: print,
    },
    {
      id: 'receive.reverse',
      chord: 'R',
      label: 'receive:keys.reverse',
      when: () => !receive.reversed,
      run: ask,
    },
  ]);
  return (
    <>
      <ScreenHead title={`${receive.vendor} · ${receive.invoiceNumber}`} detail={receive.number}>
        <Button hint="Esc" onClick={back}>
          {t('common:back')}
        </Button>
        {receive.reversed ? null : (
          <>
            <Button icon="undo" hint="R" onClick={ask}>
              {t('reverse')}
            </Button>
            <Button icon="tag" hint="T" busy={printing.pending} onClick={print}>
              {t('tags')}
            </Button>
          </>
        )}
      </ScreenHead>
      <RefusalNote refusal={printing.refusal} />
      <FailureNote failure={printing.failure} />
      {receive.reversed ? (
        <Note tone="warning" title={t('isReversed')}>
          {receive.reversalReason}
        </Note>
      ) : null}
      <Card label={t('head')} padded>
        <ReceiveFacts receive={receive} />
      </Card>
      <Card label={t('rows')}>
        <SimpleTable
          label={t('rows')}
          columns={useLineColumns()}
          rows={receive.lines}
          rowKey={(line) => line.pieceId}
        />
      </Card>
      <ReverseDialog receive={receive} open={reversing} onClose={() => setReversing(false)} />
    </>
  );
}

function ReceiveFacts({ receive }: { readonly receive: Receive }) {
  const { t } = useTranslation('receive');
  const format = useFormat();
  // Branding: business dates of the store.
  const day = (date: string) => format.date(date as BusinessDate);
  const facts = [
    { label: t('date'), value: day(receive.businessDate) },
    { label: t('invoiceDate'), value: day(receive.invoiceDate) },
    { label: t('terms'), value: receive.terms },
    { label: t('dueOn'), value: receive.dueOn === null ? '' : day(receive.dueOn) },
    { label: t('goodsShort'), value: format.money(receive.goodsCents) },
    {
      label: t('freight'),
      value: `${format.money(receive.freightCents)} · ${t(receive.freightWay)}`,
    },
    { label: t('total'), value: format.money(receive.invoiceTotalCents) },
  ];
  return <Facts facts={facts.filter((fact) => fact.value !== '')} />;
}

function useLineColumns(): readonly Column<ReceivedLine>[] {
  const { t } = useTranslation('receive');
  const format = useFormat();
  const go = useGo();
  return [
    {
      id: 'number',
      head: t('stockNumber'),
      width: '9rem',
      cell: (line) => (
        <Button kind="quiet" onClick={() => go(`/stock/${line.pieceId}`)}>
          {line.stockNumber}
        </Button>
      ),
    },
    { id: 'description', head: t('description'), cell: (line) => line.description },
    {
      id: 'quantity',
      head: t('quantity'),
      width: '5rem',
      end: true,
      cell: (line) => format.count(line.quantityThousandths / 1000),
    },
    {
      id: 'unit',
      head: t('unitCents'),
      width: '7rem',
      end: true,
      cell: (line) => <Money amount={line.unitCents} />,
    },
    {
      id: 'freight',
      head: t('freight'),
      width: '6rem',
      end: true,
      cell: (line) => <Text tone="muted">{format.money(line.freightCents)}</Text>,
    },
    {
      id: 'price',
      head: t('tagPriceCents'),
      width: '7rem',
      end: true,
      cell: (line) => <Money amount={line.tagPriceCents} strong />,
    },
  ];
}
