import type { Refusal } from '#shared/result.ts';
import type { SavePieceRefusal } from '#shared/stock/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Note } from '../ui/messages/note.tsx';
import { PieceStatusChip } from './piece-status-chip.tsx';

/** The piece that has the number already, with the way to it. What was typed stays. */
export function StockNumberTaken({
  refusal,
}: {
  readonly refusal: SavePieceRefusal | Refusal | undefined;
}) {
  const { t } = useTranslation('stock');
  const go = useGo();
  const code = refusal !== undefined && 'stockNumber' in refusal ? refusal.stockNumber : '';
  const { data: others = [] } = useStoreQuery({
    key: ['stock.findByCode', code],
    tables: ['piece', 'piece_state'],
    enabled: code !== '',
    read: (store, signal) => store.stock.findByCode({ code }, { signal }),
  });
  if (code === '') return null;
  return others.map((other) => (
    <Note
      key={other.pieceId}
      tone="warning"
      title={t('taken', { number: other.stockNumber })}
      code="STOCK_NUMBER_TAKEN"
      action={<Button onClick={() => go(`/stock/${other.pieceId}`)}>{t('openOther')}</Button>}
    >
      {other.description} · <Money amount={other.tagPriceCents} />{' '}
      <PieceStatusChip status={other.status} />
    </Note>
  ));
}
