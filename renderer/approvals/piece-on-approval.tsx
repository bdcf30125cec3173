import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import type { PieceAwayProps } from '../app/screen.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { useApprovals } from './use-approvals.ts';

/** A scanned piece that a customer has: who, until when, and the way to the memo. */
export function PieceOnApproval({ pieceId, onGo }: PieceAwayProps) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const go = useGo();
  const mayRead = useMay('sales.read');
  const { data: open } = useApprovals(mayRead);
  const piece = useStoreQuery({
    key: ['stock.get', pieceId],
    tables: ['piece', 'piece_state', 'stock_movement', 'sale'],
    read: (store) => store.stock.get({ pieceId }),
  });
  const number = piece.data?.movements.find((each) => each.kind === 'approval_out')?.document;
  const memo = open?.find((each) => each.number === number);
  if (memo === undefined) return null;
  // Branding: the store answers business dates and nothing else.
  const day = format.date(memo.dueOn as BusinessDate);
  return (
    <Row wrap>
      <span>{t('with', { name: memo.customerName, number: memo.number, day })}</span>
      <Button
        onClick={() => {
          onGo();
          go(`/sell/approvals/${memo.approvalId}`);
        }}
      >
        {t('openMemo')}
      </Button>
    </Row>
  );
}
