import type { PieceStatus } from '#shared/stock/piece-status.ts';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/messages/chip.tsx';

const TONES = {
  in_stock: { tone: 'success' },
  on_approval: { tone: 'info' },
  inspection: { tone: 'warning' },
  sold: { tone: 'info' },
  missing: { tone: 'danger' },
  removed: {},
} as const;

export function PieceStatusChip({ status }: { readonly status: PieceStatus }) {
  const { t } = useTranslation('stock');
  return <Chip {...TONES[status]}>{t(`status.${status}`)}</Chip>;
}
