import type { PhotoId } from '#shared/ids.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import { useTranslation } from 'react-i18next';
import { RowPhoto } from '../app/photos/photo-image.tsx';
import { useFormat } from '../i18n/format.ts';
import { Money } from '../ui/figures/money.tsx';
import { Text } from '../ui/layout/text.tsx';
import type { Column } from '../ui/lists/data-table.tsx';
import { PieceStatusChip } from './piece-status-chip.tsx';

export function usePieceColumns(
  photos: Readonly<Record<string, PhotoId>>,
): readonly Column<PieceSummary>[] {
  const { t } = useTranslation('stock');
  const format = useFormat();
  return [
    {
      id: 'photo',
      head: t('photo'),
      width: '3rem',
      cell: (row) => <RowPhoto photoId={photos[row.pieceId]} />,
    },
    {
      id: 'number',
      head: t('number'),
      width: 'minmax(6rem, 0.5fr)',
      cell: (row) => <Text strong>{row.stockNumber}</Text>,
    },
    {
      id: 'description',
      head: t('description'),
      width: 'minmax(0, 2fr)',
      cell: (row) => row.description,
    },
    { id: 'category', head: t('category'), width: 'minmax(0, 0.7fr)', cell: (row) => row.category },
    {
      id: 'price',
      head: t('price'),
      width: '6.5rem',
      end: true,
      cell: (row) => <Money amount={row.tagPriceCents} strong />,
    },
    {
      id: 'status',
      head: t('statusHead'),
      width: '5.5rem',
      cell: (row) => <PieceStatusChip status={row.status} />,
    },
    {
      id: 'quantity',
      head: t('quantity'),
      width: '5rem',
      end: true,
      cell: (row) => format.count(row.quantityThousandths / 1000),
    },
  ];
}
