import { useTranslation } from 'react-i18next';
import { PieceAway } from '../../app/frame-slots.tsx';
import { useGo } from '../../app/navigation.ts';
import { useMay } from '../../app/session/session.ts';
import { useStore } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useOptionalCart } from '../cart/cart-context.tsx';
import { type ScanNotice as Notice, type Selling, useSelling } from '../selling-context.tsx';

/** Over any screen, in nobody's way: a scan that became no line, and what to do about it. */
export function ScanNotice() {
  const { t } = useTranslation('common');
  const selling = useSelling();
  const maySell = useOptionalCart() !== undefined;
  const { notice, setNotice } = selling;
  if (!notice || !maySell) return null;
  return (
    <div className="scan-notice" role="status">
      <NoticeWords
        notice={notice}
        selling={selling}
        close={<IconButton icon="close" label={t('close')} onClick={() => setNotice(undefined)} />}
      />
    </div>
  );
}

interface NoticeWordsProps {
  readonly notice: Notice;
  readonly selling: Selling;
  readonly close: React.ReactNode;
}

function NoticeWords({ notice, selling, close }: NoticeWordsProps) {
  const { t } = useTranslation('sell');
  switch (notice.kind) {
    case 'missing':
      return (
        <Note
          tone="warning"
          title={t('notFound.title', { code: notice.code })}
          action={<MissingActs code={notice.code} selling={selling} close={close} />}
        >
          {t('notFound.next')}
        </Note>
      );
    case 'cardNumber':
      return (
        <Note tone="warning" title={t('cardScanned.title')} action={close}>
          {t('cardScanned.next')}
        </Note>
      );
    case 'sold':
      return (
        <Note
          tone="warning"
          title={t('soldBefore.title', {
            stockNumber: notice.piece.stockNumber,
            description: notice.piece.description,
          })}
          action={<SoldActs notice={notice} selling={selling} close={close} />}
        >
          {notice.soldAs === null
            ? t('soldBefore.next')
            : t('soldBefore.nextSale', { number: notice.soldAs })}
        </Note>
      );
    case 'away':
    case 'removed':
      return <NotHere notice={notice} selling={selling} close={close} />;
  }
}

interface NotHereProps extends ActsProps {
  readonly notice: Extract<Notice, { kind: 'away' | 'removed' }>;
}

/** A piece that is not in the case: with a customer, being looked at, or out of the books. */
function NotHere({ notice, selling, close }: NotHereProps) {
  const { t } = useTranslation('sell');
  const { stockNumber, description, status } = notice.piece;
  const title =
    notice.kind === 'away'
      ? t('away.title', { stockNumber, description, status: t(`status.${status}`) })
      : t('removedBefore.title', { stockNumber, description });
  return (
    <Note
      tone="warning"
      title={title}
      action={
        <SoldActs
          notice={{ kind: 'sold', piece: notice.piece, soldAs: null }}
          selling={selling}
          close={close}
        />
      }
    >
      {notice.kind === 'away' ? t('away.next') : t('removedBefore.next')}
      {notice.kind === 'away' ? (
        <PieceAway pieceId={notice.piece.pieceId} onGo={() => selling.setNotice(undefined)} />
      ) : null}
    </Note>
  );
}

interface ActsProps {
  readonly selling: Selling;
  readonly close: React.ReactNode;
}

/** The code is in the field already: nothing is typed twice. */
function MissingActs({ code, selling, close }: ActsProps & { readonly code: string }) {
  const { t } = useTranslation('sell');
  return (
    <Row>
      <Button hint="F3" onClick={() => selling.openDialog({ kind: 'item', searched: code })}>
        {t('notFound.find')}
      </Button>
      {close}
    </Row>
  );
}

function SoldActs({
  notice,
  selling,
  close,
}: ActsProps & { readonly notice: Extract<Notice, { kind: 'sold' }> }) {
  const { t } = useTranslation(['sell', 'returns']);
  const store = useStore();
  const go = useGo();
  const mayRead = useMay('sales.read');
  const { soldAs, piece } = notice;
  const openSale = async (number: string) => {
    const { sales } = await store.sales.find({ text: number });
    selling.showReceipt(sales.find((sale) => sale.number === number)?.saleId);
  };
  return (
    <Row>
      {soldAs === null ? null : (
        <Button
          onClick={() => {
            selling.setNotice(undefined);
            selling.openDialog({
              kind: 'return',
              saleId: null,
              positions: [],
              searched: piece.stockNumber,
            });
          }}
        >
          {t('returns:act')}
        </Button>
      )}
      {soldAs === null || !mayRead ? null : (
        <Button onClick={() => void openSale(soldAs)}>{t('soldBefore.receipt')}</Button>
      )}
      <Button onClick={() => go(`/stock/${piece.pieceId}`)}>{t('piece.open')}</Button>
      {close}
    </Row>
  );
}
