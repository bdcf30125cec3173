import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/figures/money.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useSelling } from '../selling-context.tsx';
import { usePutIntoCart } from './scan-anywhere.tsx';

/** Two pieces in stock carry one number: both are shown, and one is chosen. */
export function PiecesDialog() {
  const { t } = useTranslation('sell');
  const { dialog, closeDialog } = useSelling();
  const put = usePutIntoCart();
  const pieces = dialog?.kind === 'pieces' ? dialog.pieces : [];
  const rows = pieces.map((piece) => ({
    key: piece.pieceId,
    onOpen: () => put(piece),
    content: (
      <Row apart grow>
        <Stack gap={0}>
          <Text strong>{piece.description}</Text>
          <Text size="meta" tone="muted">
            {[piece.stockNumber, piece.category].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Money amount={piece.tagPriceCents} />
      </Row>
    ),
  }));
  return (
    <Dialog open={pieces.length > 0} title={t('whichPiece')} onClose={closeDialog}>
      <List label={t('whichPiece')} rows={rows} rowHeight={48} autoFocus />
    </Dialog>
  );
}
