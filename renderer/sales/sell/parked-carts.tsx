import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { useParked } from './recall-dialog.tsx';

/** Sales put aside, oldest first. */
export function ParkedCarts() {
  const { t } = useTranslation('sell');
  const { cart } = useCart();
  const { openDialog } = useSelling();
  const { rows, refusal, failure } = useParked();
  // With lines in the cart F8 parks; the list is then reached here.
  const hint = cart.lines.length === 0 ? { hint: 'F8' } : {};
  return (
    <Card
      title={
        <>
          {t('parked')} <Chip>{String(rows.length)}</Chip>
        </>
      }
      aside={
        rows.length === 0 ? null : (
          <Button kind="quiet" {...hint} onClick={() => openDialog({ kind: 'recall' })}>
            {t('recall')}
          </Button>
        )
      }
      fill
    >
      <RefusalNote refusal={refusal} />
      <FailureNote failure={failure} />
      {rows.length === 0 ? (
        <div className="sell-none">{t('parkedNone')}</div>
      ) : (
        <List label={t('parked')} rows={rows} rowHeight={48} />
      )}
    </Card>
  );
}
