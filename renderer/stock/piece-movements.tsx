import type { PieceMovement } from '#shared/stock/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useLabels } from '../i18n/labels.ts';
import { useStore } from '../store-client/store-hooks.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';

/** Where the piece has been, newest first. A movement of a sale opens its receipt, one on approval its memo. */
export function PieceMovements({ movements }: { readonly movements: readonly PieceMovement[] }) {
  const { t } = useTranslation('stock');
  const desk = useSaleDesk();
  const store = useStore();
  const mayRead = useMay('sales.read');
  const go = useGo();
  const open = ({ kind, document }: PieceMovement) =>
    kind.startsWith('approval_')
      ? go('/sell/approvals', { number: document ?? '' })
      : void openSale(document ?? '');
  const openSale = async (number: string) => {
    const { sales } = await store.sales.find({ text: number });
    const sale = sales.find((each) => each.number === number);
    if (sale !== undefined) desk?.showReceipt(sale.saleId);
  };
  return (
    <List
      label={t('history')}
      rowHeight={48}
      rows={movements.map((movement, index) => ({
        key: `${movement.atMs} ${index}`,
        content: <MovementRow movement={movement} />,
        ...(movement.document !== null && desk !== undefined && mayRead
          ? { onOpen: () => open(movement) }
          : {}),
      }))}
    />
  );
}

function MovementRow({ movement }: { readonly movement: PieceMovement }) {
  const format = useFormat();
  const label = useLabels();
  const { kind, quantityThousandths, atMs, document } = movement;
  const sign = quantityThousandths > 0 ? '+' : '−';
  return (
    <span className="stock-movement">
      <Text size="second" tone="muted">
        {format.dateTime(atMs)}
      </Text>
      <span>
        <Text strong>{label(`stock:movement.${kind}`)}</Text>{' '}
        {document === null ? null : <Text tone="accent">{document}</Text>}
      </span>
      <span>
        {sign}
        {format.count(Math.abs(quantityThousandths) / 1000)}
      </span>
    </span>
  );
}
