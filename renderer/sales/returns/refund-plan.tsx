import './returns.css';
import { type Cents, negateCents } from '#shared/money.ts';
import type { RefundProposal } from '#shared/sales/returns/contract.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { AmountDue } from '../../ui/figures/money.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { AttachCustomer } from '../pay/attach-customer.tsx';
import { NextStep } from '../pay/next-act.tsx';
import type { Payment } from '../pay/payments.ts';
import { TENDER_VIEWS } from '../pay/tender-view.ts';
import type { TillState } from '../pay/use-till.ts';
import { RefundPlaceRow } from './refund-place-row.tsx';
import { otherPlace, paymentTo, type RefundRow, refundRows } from './refund-rows.ts';
import { leftToGive } from './refund-step.ts';

export interface RefundPlanProps {
  readonly state: TillState;
}

/** Where the money of a negative ticket goes: the store's plan, to be divided another way. Complete gives what stands here. */
export function RefundPlan({ state }: RefundPlanProps) {
  const { t } = useTranslation('returns');
  const { due, refund } = state;
  return (
    <Stack gap={16}>
      <AmountDue label={t('refund.due')} amount={negateCents(due.totalCents)} size="due" />
      <FailureNote failure={refund.failure} />
      {refund.plan?.ok === false ? (
        <RefusalNote
          refusal={refund.plan.refusal}
          action={<NextStep refusal={refund.plan.refusal} state={state} />}
        />
      ) : null}
      {refund.plan?.ok === true ? <Places state={state} proposal={refund.plan.value} /> : null}
    </Stack>
  );
}

function Places({ state, proposal }: RefundPlanProps & { readonly proposal: RefundProposal }) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const { cart } = useCart();
  const { till, due } = state;
  const tellPayments = (payments: readonly Payment[]) =>
    state.tell({ type: 'payments', payments, freshId: freshId('payment') });
  const rows = refundRows(proposal, till.payments);
  const openCents = leftToGive(due, till.payments);
  const named = till.payments.find(({ kind }) => TENDER_TRAITS[kind].needsCustomer);
  return (
    <>
      {proposal.blockedCents === 0 ? null : (
        <Note
          tone="warning"
          title={t('refund.blocked', { amount: format.money(proposal.blockedCents) })}
        >
          {t('refund.blockedNext')}
        </Note>
      )}
      {named !== undefined && cart.customerId === null ? (
        <AttachCustomer
          tone="warning"
          title={t('refund.noCustomer')}
          next={t('refund.noCustomerNext')}
        />
      ) : null}
      <SectionTitle>{t('refund.title')}</SectionTitle>
      <ul
        className="refund-places"
        aria-label={t('refund.title')}
        data-fix="payments"
        onKeyDownCapture={(event) => goToTender(event, rows)}
      >
        {rows.map((row, index) => (
          <RefundPlaceRow
            key={row.key}
            row={row}
            payments={till.payments}
            restCents={openCents}
            autoFocus={index === 0}
            onPayments={tellPayments}
            onEnter={state.take}
          />
        ))}
      </ul>
      <OpenRest openCents={openCents} />
      <OtherWays
        missing={OTHER_WAYS.filter((kind) => !rows.some((row) => row.place.kind === kind))}
        onAdd={(kind) => {
          const amount = Math.max(0, openCents) as Cents;
          const place = otherPlace(kind, proposal);
          if (amount > 0)
            tellPayments([...till.payments, paymentTo(place, amount, freshId('payment'))]);
        }}
        openCents={openCents}
      />
    </>
  );
}

function OpenRest({ openCents }: { readonly openCents: Cents }) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  if (openCents === 0) return null;
  const amount = format.money(Math.abs(openCents) as Cents);
  return (
    <Text as="p" strong tone="warning">
      {openCents > 0 ? t('refund.open', { amount }) : t('refund.over', { amount })}
    </Text>
  );
}

/** Where money may go that came from somewhere else. */
const OTHER_WAYS = ['cash', 'store_credit', 'card', 'house_account'] as const;

interface OtherWaysProps {
  readonly missing: readonly TenderKind[];
  readonly openCents: Cents;
  readonly onAdd: (kind: TenderKind) => void;
}

function OtherWays({ missing, openCents, onAdd }: OtherWaysProps) {
  const { t } = useTranslation(['returns', 'pay']);
  if (missing.length === 0) return null;
  return (
    <Stack gap={8}>
      <SectionTitle hint={openCents > 0 ? undefined : t('refund.lowerFirst')}>
        {t('refund.other')}
      </SectionTitle>
      <Row wrap>
        {missing.map((kind) => (
          <Button key={kind} size={44} disabled={openCents <= 0} onClick={() => onAdd(kind)}>
            {t(`pay:tender.${kind}`)}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}

/** A tender's letter leads to its amount, as it does in a payment; no letter ever belongs into one. */
function goToTender(event: KeyboardEvent<HTMLUListElement>, rows: readonly RefundRow[]): void {
  if (!/^[a-z]$/i.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const letter = event.key.toLowerCase();
  const at = rows.findIndex(({ place }) => TENDER_VIEWS[place.kind].letter === letter);
  event.currentTarget.children.item(at)?.querySelector('input')?.focus();
}
