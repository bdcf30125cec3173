import type { PieceId } from '#shared/ids.ts';
import type { ReceiveDraft, ReceiveDraftRow } from '#shared/stock/receiving/contract.ts';
import { numbersTwice } from '#shared/stock/receiving/receive-sums.ts';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import type { Column } from '../../ui/lists/data-table.tsx';
import { SimpleTable } from '../../ui/lists/simple-table.tsx';

interface ReceiveRowsProps {
  readonly draft: ReceiveDraft;
  /** Rows, from 1, that are named as not whole. */
  readonly wrong: readonly number[];
  readonly onRow: (pieceId: PieceId, part: Partial<ReceiveDraftRow>) => void;
  readonly onRemove: (pieceId: PieceId) => void;
  /** Enter on the last row. */
  readonly onNext: () => void;
}

interface GridRow {
  readonly row: ReceiveDraftRow;
  readonly at: number;
  /** What is wrong with its number. */
  readonly twice: boolean;
  readonly wrong: boolean;
}

/** The pieces of the invoice, one a row. Enter goes to the same field of the next row, and makes one after the last. */
export function ReceiveRows({ draft, wrong, onRow, onRemove, onNext }: ReceiveRowsProps) {
  const { t } = useTranslation('receive');
  const twice = new Set(
    numbersTwice(draft.rows.map((row) => row.stockNumber)).flatMap((each) => each.rows),
  );
  const rows = draft.rows.map((row, index) => ({
    row,
    at: index + 1,
    twice: twice.has(index + 1),
    wrong: wrong.includes(index + 1),
  }));
  return (
    <div className="receive-rows" onKeyDown={(event) => goDown(event, onNext)}>
      <SimpleTable
        label={t('rows')}
        columns={useRowColumns({ onRow, onRemove, single: draft.rows.length === 1 })}
        rows={rows}
        rowKey={({ row }) => row.pieceId}
      />
    </div>
  );
}

/** Enter leads down the column, as on paper. */
function goDown(event: KeyboardEvent<HTMLDivElement>, onNext: () => void): void {
  const field = event.target;
  if (event.key !== 'Enter' || event.ctrlKey || !(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  const cell = field.closest('td');
  const below = cell?.parentElement?.nextElementSibling?.children.item(cell.cellIndex);
  const next = below?.querySelector('input');
  if (next) next.focus();
  else onNext();
}

interface RowColumnActs {
  readonly onRow: ReceiveRowsProps['onRow'];
  readonly onRemove: ReceiveRowsProps['onRemove'];
  readonly single: boolean;
}

function useRowColumns({ onRow, onRemove, single }: RowColumnActs): readonly Column<GridRow>[] {
  const { t } = useTranslation('receive');
  const text = (
    id: 'stockNumber' | 'description' | 'category' | 'vendorStyle',
    width: string,
    most: number,
  ): Column<GridRow> => ({
    id,
    head: t(id),
    width,
    cell: ({ row, at, twice, wrong }) => (
      <TextField
        label={t('cell', { field: t(id), row: at })}
        hideLabel
        value={row[id]}
        maxLength={most}
        error={
          id === 'stockNumber' && twice
            ? t('twice')
            : id === 'stockNumber' && wrong
              ? t('notWhole')
              : undefined
        }
        onChange={(typed) => onRow(row.pieceId, { [id]: typed })}
      />
    ),
  });
  const money = (id: 'unitCents' | 'tagPriceCents'): Column<GridRow> => ({
    id,
    head: t(id),
    width: '7rem',
    cell: ({ row, at }) => (
      <MoneyField
        label={t('cell', { field: t(id), row: at })}
        hideLabel
        value={row[id] ?? undefined}
        onChange={(amount) => onRow(row.pieceId, { [id]: amount ?? null })}
      />
    ),
  });
  return [
    { id: 'at', head: '#', width: '1.5rem', cell: ({ at }) => at },
    text('stockNumber', '8rem', 40),
    text('description', 'auto', 200),
    text('category', '6.5rem', 80),
    text('vendorStyle', '5.5rem', 80),
    {
      id: 'quantity',
      head: t('quantity'),
      width: '4rem',
      cell: ({ row, at }) => (
        <NumberField
          label={t('cell', { field: t('quantity'), row: at })}
          hideLabel
          least={1}
          most={9999}
          value={row.quantity}
          onChange={(quantity) => onRow(row.pieceId, { quantity: quantity ?? 1 })}
        />
      ),
    },
    money('unitCents'),
    money('tagPriceCents'),
    {
      id: 'remove',
      // A head without words would be no head to a screen reader.
      head: '×',
      width: '2.5rem',
      cell: ({ row, at }) =>
        single ? null : (
          <IconButton
            icon="trash"
            label={t('remove', { row: at })}
            onClick={() => onRemove(row.pieceId)}
          />
        ),
    },
  ];
}
