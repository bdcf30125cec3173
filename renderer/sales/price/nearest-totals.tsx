import type { Cents } from '#shared/money.ts';
import type { TicketNotPossible } from '#shared/sales/pricing/quoted-lines.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';

export interface NearestTotalsProps {
  readonly refusal: TicketNotPossible;
  /** Left out: told, and chosen elsewhere. */
  readonly onChoose?: ((totalCents: Cents) => void) | undefined;
}

/** A quoted total that no price makes, with the two that are nearest to it: one click takes one. */
export function NearestTotals({ refusal, onChoose }: NearestTotalsProps) {
  const { t } = useTranslation('price');
  const format = useFormat();
  const { cart } = useCart();
  const line = cart.lines.find((each) => each.lineId === refusal.lineId);
  const near = [refusal.belowCents, refusal.aboveCents].filter((each) => each !== null);
  return (
    <Stack gap={8}>
      <Note
        tone="warning"
        title={line ? t('notPossibleLine', { name: line.description }) : t('notPossible')}
      >
        {t('notPossibleNext')}
      </Note>
      {onChoose === undefined ? null : (
        <Row wrap>
          {near.map((amount) => (
            <Button key={amount} size={44} onClick={() => onChoose(amount)}>
              {t('takeTotal', { amount: format.money(amount) })}
            </Button>
          ))}
        </Row>
      )}
    </Stack>
  );
}
