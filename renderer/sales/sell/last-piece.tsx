import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/navigation.ts';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { drawingOf } from './piece-drawing.ts';
import { PieceDrawing } from './piece-drawing-view.tsx';

/** The piece scanned last, large enough to compare with the one in hand. */
export function LastPiece() {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const go = useGo();
  const mayOpen = useMay('stock.read');
  const { lastPiece, cart } = useCart();
  if (!lastPiece) return <ScanFirst />;
  const inSale = cart.lines.some((line) => line.pieceId === lastPiece.pieceId);
  const { stockNumber, description, category, tagPriceCents, kind, quantityThousandths, taxed } =
    lastPiece;
  const facts = [
    { label: t('piece.category'), value: category },
    {
      label: t('piece.stock'),
      value:
        kind === 'counted'
          ? t('piece.left', { count: format.count(quantityThousandths / 1000) })
          : '',
    },
    { label: t('piece.tax'), value: taxed ? '' : t('line.untaxed') },
  ].filter((fact) => fact.value !== '');
  return (
    <section className="sell-piece" aria-label={t('scanned')}>
      <div className="sell-piece-card">
        <PieceDrawing drawing={drawingOf(category, description)} />
        <div className="sell-piece-words">
          <Text size="meta" tone="muted">
            <Text strong tone="accent">
              {t('scanned')}
            </Text>{' '}
            {stockNumber}
          </Text>
          <Text as="h2" size="lead" strong>
            {description}
          </Text>
          <Facts facts={facts} />
        </div>
        <div className="sell-piece-acts">
          <Text size="total">{format.money(tagPriceCents)}</Text>
          <span className="sell-piece-chips">
            {inSale ? (
              <Chip tone="accent">{t('piece.inSale')}</Chip>
            ) : (
              <Chip>{t('piece.notInSale')}</Chip>
            )}
            {kind === 'piece' ? <Chip>{t('piece.one')}</Chip> : null}
          </span>
          {mayOpen ? (
            <Button onClick={() => go(`/stock/${lastPiece.pieceId}`)}>{t('piece.open')}</Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

function ScanFirst() {
  const { t } = useTranslation('sell');
  return (
    <section className="sell-piece" data-empty="true" aria-label={t('scanned')}>
      <div className="sell-piece-card">
        <Icon name="tag" />
        <div className="sell-piece-words">
          <Text strong>{t('scanFirst')}</Text>
          <Text tone="muted">{t('scanFirstNext')}</Text>
        </div>
      </div>
    </section>
  );
}
