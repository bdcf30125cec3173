import '../stock.css';
import type { InspectedPiece } from '#shared/sales/returns/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useSaleDesk } from '../../app/sale-desk.ts';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Column } from '../../ui/lists/data-table.tsx';
import { SimpleTable } from '../../ui/lists/simple-table.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { WriteOffDialog } from './write-off-dialog.tsx';

/** What came back and waits for somebody to look at it: good, or gone. */
export function InspectionScreen() {
  const { t } = useTranslation('returns');
  const go = useGo();
  const mayDecide = useMay('stock.write');
  const [gone, setGone] = useState<InspectedPiece>();
  const found = useStoreQuery({
    key: ['returns.inspection'],
    tables: ['stock_movement', 'piece', 'sale'],
    read: (store) => store.returns.inspection({}),
  });
  const pass = usePass();
  const columns = useColumns({ mayDecide, onPass: pass.run, onWriteOff: setGone });
  useCommands([
    { id: 'inspection.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/stock') },
  ]);
  const pieces = found.data ?? [];
  return (
    <>
      <ScreenHead
        title={t('inspect.title')}
        detail={found.data && t('inspect.count', { count: pieces.length })}
      />
      <RefusalNote refusal={pass.refusal} />
      <FailureNote failure={found.failure ?? pass.failure} />
      {found.data !== undefined && pieces.length === 0 ? (
        <EmptyState icon="check" title={t('inspect.none')}>
          {t('inspect.noneNext')}
        </EmptyState>
      ) : (
        <Card label={t('inspect.title')}>
          <SimpleTable
            label={t('inspect.title')}
            columns={columns}
            rows={pieces}
            rowKey={(piece) => `${piece.pieceId} ${piece.saleId}`}
          />
        </Card>
      )}
      <WriteOffDialog piece={gone} onClose={() => setGone(undefined)} />
    </>
  );
}

function usePass() {
  const { t } = useTranslation('returns');
  const { show } = useToasts();
  const command = useCommand((store, piece: InspectedPiece, commandId) =>
    store.returns.passInspection({
      commandId,
      pieceId: piece.pieceId,
      saleId: piece.saleId,
      quantityThousandths: piece.quantityThousandths,
    }),
  );
  const run = async (piece: InspectedPiece) => {
    const answer = await command.run(piece);
    if (answer?.ok === true)
      show({ text: t('inspect.passed', { description: piece.description }), tone: 'success' });
  };
  return { ...command, run: (piece: InspectedPiece) => void run(piece) };
}

interface ColumnActs {
  readonly mayDecide: boolean;
  readonly onPass: (piece: InspectedPiece) => void;
  readonly onWriteOff: (piece: InspectedPiece) => void;
}

function useColumns({ mayDecide, onPass, onWriteOff }: ColumnActs): Column<InspectedPiece>[] {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const desk = useSaleDesk();
  const columns: Column<InspectedPiece>[] = [
    {
      id: 'piece',
      head: t('inspect.piece'),
      width: '34%',
      cell: ({ description, stockNumber }) => (
        <Stack gap={0}>
          <Text strong>{description}</Text>
          <Text size="meta" tone="muted">
            {stockNumber}
          </Text>
        </Stack>
      ),
    },
    {
      id: 'quantity',
      head: t('inspect.quantity'),
      width: '6rem',
      end: true,
      cell: ({ quantityThousandths }) => format.count(quantityThousandths / 1000),
    },
    {
      id: 'tag',
      head: t('inspect.tag'),
      width: '8rem',
      end: true,
      cell: ({ tagPriceCents }) => <Money amount={tagPriceCents} />,
    },
    {
      id: 'since',
      head: t('inspect.cameBack'),
      width: '14rem',
      cell: ({ saleId, saleNumber, by, sinceMs }) => (
        <Stack gap={0}>
          {desk ? (
            <Row>
              <Button kind="quiet" onClick={() => desk.showReceipt(saleId)}>
                {t('inspect.by', { number: saleNumber, by })}
              </Button>
            </Row>
          ) : (
            <Text>{t('inspect.by', { number: saleNumber, by })}</Text>
          )}
          <Text size="meta" tone="muted">
            {format.dateTime(sinceMs)}
          </Text>
        </Stack>
      ),
    },
  ];
  if (!mayDecide) return columns;
  const acts: Column<InspectedPiece> = {
    id: 'acts',
    head: '',
    width: '18rem',
    end: true,
    cell: (piece) => (
      <Row>
        <Button
          label={t('inspect.passName', { description: piece.description })}
          onClick={() => onPass(piece)}
        >
          {t('inspect.pass')}
        </Button>
        <Button
          label={t('inspect.writeOffName', { description: piece.description })}
          onClick={() => onWriteOff(piece)}
        >
          {t('inspect.writeOff')}
        </Button>
      </Row>
    ),
  };
  return [...columns, acts];
}
