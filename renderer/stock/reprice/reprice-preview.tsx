import { marginPpm } from '#shared/stock/reprice/price-rule.ts';
import type { RepriceRow } from '#shared/stock/reprice/contract.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/figures/money.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { type Column, DataTable } from '../../ui/lists/data-table.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { isBelowCost } from './reprice-draft.ts';

interface RepricePreviewTableProps {
  readonly rows: readonly RepriceRow[];
  /** Pieces that were taken out. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (row: RepriceRow) => void;
  readonly empty: ReactNode;
}

/** Every price before and after. Enter or a click takes a piece out, and in again. */
export function RepricePreviewTable({ rows, left, onToggle, empty }: RepricePreviewTableProps) {
  const { t } = useTranslation('reprice');
  const columns: readonly Column<RepriceRow>[] = [
    {
      id: 'state',
      head: t('change'),
      width: '7.5rem',
      cell: (row) => <RowState row={row} isLeft={left.has(row.pieceId)} />,
    },
    {
      id: 'number',
      head: t('number'),
      width: 'minmax(5.5rem, 0.6fr)',
      cell: (row) => <Text strong>{row.stockNumber}</Text>,
    },
    { id: 'description', head: t('description'), cell: (row) => row.description },
    {
      id: 'cost',
      head: t('cost'),
      width: '6rem',
      end: true,
      cell: (row) => (row.costCents === null ? '–' : <Money amount={row.costCents} tone="muted" />),
    },
    {
      id: 'from',
      head: t('from'),
      width: '6.5rem',
      end: true,
      cell: (row) => <Money amount={row.fromCents} />,
    },
    {
      id: 'to',
      head: t('to'),
      width: '6.5rem',
      end: true,
      cell: (row) => (row.toCents === null ? '–' : <Money amount={row.toCents} strong />),
    },
    {
      id: 'margin',
      head: t('margin'),
      width: '4.5rem',
      end: true,
      cell: (row) =>
        row.toCents === null ? '–' : percentOf(marginPpm(row.toCents, row.costCents)),
    },
  ];
  return (
    <DataTable
      label={t('preview')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.pieceId}
      onOpen={onToggle}
      empty={empty}
    />
  );
}

function RowState({ row, isLeft }: { readonly row: RepriceRow; readonly isLeft: boolean }) {
  const { t } = useTranslation('reprice');
  if (isLeft) return <Text tone="muted">{t('state.left')}</Text>;
  if (row.toCents === null) return <Chip tone="warning">{t('state.noCost')}</Chip>;
  if (isBelowCost(row)) return <Chip tone="danger">{t('state.belowCost')}</Chip>;
  return <Text tone="accent">{t(row.toCents > row.fromCents ? 'state.up' : 'state.down')}</Text>;
}

function percentOf(ppm: number | null): string {
  return ppm === null ? '–' : `${Math.round(ppm / 10_000)} %`;
}
