import type { Id } from '#shared/ids.ts';
import { type Cents, negateCents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OverrideDialog, type OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import type { Payment } from '../pay/payments.ts';
import { TENDER_VIEWS } from '../pay/tender-view.ts';
import { overOf, type RefundRow, withAmount } from './refund-rows.ts';

export interface RefundPlaceRowProps {
  readonly row: RefundRow;
  readonly payments: readonly Payment[];
  /** What is still to be given. */
  readonly restCents: Cents;
  readonly autoFocus: boolean;
  readonly onPayments: (payments: readonly Payment[]) => void;
  readonly onEnter: () => void;
}

/** One tender that gets money back: which, why, how much of what it may get. */
export function RefundPlaceRow(props: RefundPlaceRowProps) {
  const { t } = useTranslation('returns');
  const { row, payments, restCents, onPayments } = props;
  const words = usePlaceWords()(row);
  const amountCents = row.payment === undefined ? undefined : negateCents(row.payment.amountCents);
  const change = (next: Cents | undefined) =>
    onPayments(withAmount(payments, row, next, () => freshId('payment')));
  const over = useOver(row);
  const rest = () => change(((amountCents ?? 0) + restCents) as Cents);
  return (
    <li>
      <Icon name={TENDER_VIEWS[row.place.kind].icon} />
      <span className="refund-words">
        <Text strong>{words.name}</Text>
        <Text size="second" tone="muted">
          {words.details}
        </Text>
      </span>
      <MoneyField
        label={t('refund.amountTo', { tender: words.name })}
        hideLabel
        size={44}
        value={amountCents}
        onChange={change}
        onEnter={props.onEnter}
        autoFocus={props.autoFocus}
        error={over.never}
      />
      {restCents > 0 ? (
        <Button size={44} onClick={rest}>
          {t('refund.restHere')}
        </Button>
      ) : null}
      {over.request === undefined ? null : (
        <AskManager
          request={over.request}
          onAllowed={(overrideId) =>
            onPayments(
              payments.map((each) =>
                each.paymentId === row.payment?.paymentId ? { ...each, overrideId } : each,
              ),
            )
          }
        />
      )}
      {(row.payment?.overrideId ?? null) === null ? null : (
        <Text size="second" tone="success">
          {t('refund.allowed')}
        </Text>
      )}
    </li>
  );
}

interface AskManagerProps {
  readonly request: OverrideRequest;
  readonly onAllowed: (overrideId: Id<'override'>) => void;
}

function AskManager({ request, onAllowed }: AskManagerProps) {
  const { t } = useTranslation('returns');
  const [asked, setAsked] = useState<OverrideRequest>();
  return (
    <>
      <Button size={44} icon="lock" onClick={() => setAsked(request)}>
        {t('refund.manager')}
      </Button>
      <OverrideDialog
        request={asked}
        onAllowed={(overrideId) => {
          setAsked(undefined);
          onAllowed(overrideId);
        }}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

/** What stands in the way of the amount: nobody may, or a manager must. */
function useOver(row: RefundRow): {
  readonly never: string | undefined;
  readonly request: OverrideRequest | undefined;
} {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const { cart } = useCart();
  const mayAlone = useMay('sales.refundOther');
  const { name } = usePlaceWords()(row);
  const over = overOf(row);
  const most = format.money(row.mostCents ?? (0 as Cents));
  const amountCents = negateCents(row.payment?.amountCents ?? (0 as Cents));
  return {
    never: over === 'never' ? t('refund.atMost', { amount: most }) : undefined,
    request:
      over !== 'manager' || mayAlone
        ? undefined
        : {
            permission: 'sales.refundOther',
            subjectId: cart.cartId,
            amountCents,
            what: t('refund.what', { tender: name, amount: format.money(amountCents) }),
          },
  };
}

function usePlaceWords() {
  const { t } = useTranslation(['returns', 'pay']);
  const format = useFormat();
  return ({ place, why, mostCents }: RefundRow) => ({
    name: [t(`pay:tender.${place.kind}`), place.brand || nameWords(place)]
      .filter(Boolean)
      .join(' · '),
    details: [
      place.saleNumber !== null && t('refund.of', { number: place.saleNumber }),
      why !== undefined && t(`refund.why.${why}`),
      mostCents !== null && t('refund.most', { amount: format.money(mostCents) }),
    ]
      .filter(Boolean)
      .join(' · '),
  });
}

function nameWords({ kind, name }: RefundRow['place']): string {
  return kind === 'gift_card' && name !== '' ? `··${name}` : name;
}
