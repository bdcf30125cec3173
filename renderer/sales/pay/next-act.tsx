import type { Id } from '#shared/ids.ts';
import { ZERO_CENTS } from '#shared/money.ts';
import { type Cart, type CartLine, changeLine } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/navigation.ts';
import { OverrideDialog, type OverrideRequest } from '../../app/override/override-dialog.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { withTagPrice } from '../cart/with-tag-price.ts';
import { withoutLine } from '../lines/line-changes.ts';
import { useSelling } from '../selling-context.tsx';
import { ChooseCustomer } from './attach-customer.tsx';
import { FIXES, fixTarget, type SaleRefusalData } from './fixes.ts';
import { useOverrideOf } from './use-override-of.ts';
import type { TillState } from './use-till.ts';

export interface NextStepProps {
  readonly refusal: SaleRefusalData;
  readonly state: TillState | undefined;
}

/** The button that does what the sentence says. Where there is none, it is done where the focus is by now. */
export function NextStep({ refusal, state }: NextStepProps) {
  switch (FIXES[refusal.code]) {
    case 'customer':
      return <ChooseCustomer />;
    case 'customerPage':
      return <CustomerPage />;
    case 'takeOnly':
      return <TakeOnly refusal={refusal} state={state} />;
    case 'manager':
      return <AskManager refusal={refusal} state={state} />;
    case 'takeOut':
    case 'lower':
    case 'reason':
    case 'newTag':
      return <LineFix refusal={refusal} />;
    case 'noQuote':
    case 'drawer':
    case 'back':
      return <CartFix refusal={refusal} />;
    case 'here':
    case 'again':
      return null;
  }
}

/** As much as there is, and the rest in something else. */
function TakeOnly({ refusal, state }: NextStepProps) {
  const { t } = useTranslation('pay');
  const { command } = useSelling();
  const amountCents =
    'leftCents' in refusal
      ? refusal.leftCents
      : 'balanceCents' in refusal
        ? refusal.balanceCents
        : ZERO_CENTS;
  const isTyped = state && fixTarget(refusal, state.till.next.kind) === 'amount';
  if (amountCents <= 0 || isTyped !== true) return null;
  const lower = () => {
    command.reset();
    state.tell({ type: 'amount', amountCents });
  };
  return <Button onClick={lower}>{t('fix.takeOnly')}</Button>;
}

/** A manager's word on the spot, for this very line or payment. */
function AskManager({ refusal, state }: NextStepProps) {
  const { t } = useTranslation('pay');
  const { command } = useSelling();
  const override = useOverrideOf(refusal, state);
  const [request, setRequest] = useState<OverrideRequest>();
  if (override === undefined) return <CartFix refusal={refusal} />;
  const allowed = (overrideId: Id<'override'>) => {
    setRequest(undefined);
    command.reset();
    override.apply(overrideId);
  };
  return (
    <>
      <Button onClick={() => setRequest(override.request)}>{t('fix.manager')}</Button>
      <OverrideDialog request={request} onAllowed={allowed} onClose={() => setRequest(undefined)} />
    </>
  );
}

/** What is mended in the sale and not in its payment: there, and then back here with everything typed. */
function useBackTo() {
  const { command, closePay } = useSelling();
  return (act: () => void) => () => {
    act();
    command.reset();
    closePay();
  };
}

/** One line is in the way. */
function LineFix({ refusal }: Pick<NextStepProps, 'refusal'>) {
  const { t } = useTranslation('pay');
  const { cart, change } = useCart();
  const { openDialog } = useSelling();
  const backTo = useBackTo();
  const line = lineOf(refusal, cart);
  if (line === undefined) return null;
  const { lineId } = line;
  const changed = (make: (now: Cart) => Cart) => backTo(() => change(make));
  if (refusal.code === 'PRICE_NEEDS_REASON') {
    const open = backTo(() =>
      openDialog(saysWhy(line) ? { kind: 'ticketPrice' } : { kind: 'price', lineId }),
    );
    return <Button onClick={open}>{t('fix.reason')}</Button>;
  }
  if (refusal.code === 'TAG_PRICE_CHANGED') {
    const retag = changed((now) => withTagPrice(now, lineId, refusal));
    return <Button onClick={retag}>{t('fix.newTag')}</Button>;
  }
  if (refusal.code === 'QUANTITY_NOT_IN_STOCK') {
    // Branding: the store counted it.
    const left = refusal.leftThousandths as CartLine['quantityThousandths'];
    const lower = changed((now) => changeLine(now, lineId, { quantityThousandths: left }));
    return left < 1 ? null : <Button onClick={lower}>{t('fix.lower')}</Button>;
  }
  const takeOut = changed((now) => withoutLine(now, lineId));
  return <Button onClick={takeOut}>{t('fix.takeOut')}</Button>;
}

/** The line itself owes no reason, so it is the ticket's price that does. */
function saysWhy({ pricing, reasonCode, priceReason }: CartLine): boolean {
  if (pricing.way === 'tag') return true;
  return reasonCode === 'other' ? priceReason !== null : reasonCode !== null;
}

/** The sale as a whole, or where one stands. */
function CartFix({ refusal }: Pick<NextStepProps, 'refusal'>) {
  const { t } = useTranslation('pay');
  const { change } = useCart();
  const go = useGo();
  const backTo = useBackTo();
  const fix = FIXES[refusal.code];
  if (fix === 'drawer')
    return <Button onClick={backTo(() => go('/sell'))}>{t('fix.drawer')}</Button>;
  if (fix === 'noQuote') {
    const drop = backTo(() => change((now) => ({ ...now, quoteId: null })));
    return <Button onClick={drop}>{t('fix.noQuote')}</Button>;
  }
  return <Button onClick={backTo(() => undefined)}>{t('back')}</Button>;
}

function CustomerPage() {
  const { t } = useTranslation('pay');
  const { cart } = useCart();
  const { closePay } = useSelling();
  const go = useGo();
  const { customerId } = cart;
  if (customerId === null) return null;
  const open = () => {
    closePay();
    go(`/customers/${customerId}`);
  };
  return <Button onClick={open}>{t('fix.customerPage')}</Button>;
}

/** The line that a refusal speaks of. */
function lineOf(refusal: SaleRefusalData, { lines }: Cart): CartLine | undefined {
  if ('lineId' in refusal) return lines.find((line) => line.lineId === refusal.lineId);
  if ('stockNumber' in refusal)
    return lines.findLast((line) => line.stockNumber === refusal.stockNumber);
  if ('description' in refusal)
    return lines.findLast((line) => line.description === refusal.description);
  return undefined;
}
