import { useEffect, useEffectEvent, useRef } from 'react';
import { REPORTABLE_OVER_CENTS } from '#shared/sales/form-8300/reportable-cash.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { type Due, leftToPay, plainPayment } from '../pay/payments.ts';
import { useSelling } from '../selling-context.tsx';

/**
 * F10: the store's default tender takes all of it, with eight seconds to undo; with Ctrl the other one of cash and card.
 * A refund, and cash that the law wants a name for, have something to ask first: they open the payment. Pressed before
 * the store's terms are read, it waits for them; another line meanwhile forgets it.
 */
export function useTenderInFull(): void {
  const { cart, totals, terms, notPossible } = useCart();
  const { complete, command, openPay } = useSelling();
  const usual: TenderKind = terms?.defaultTender ?? 'cash';
  const other: TenderKind = usual === 'cash' ? 'card' : 'cash';
  const rounding = terms?.ticket.cashRounding ?? 'off';
  const inFull = (kind: TenderKind) => {
    if (totals === undefined || totals.totalCents < 0) return openPay();
    const isMuchCash = kind === 'cash' && totals.totalCents > REPORTABLE_OVER_CENTS;
    if (isMuchCash && cart.customerId === null) return openPay();
    complete((totalCents) => {
      const due: Due = { totalCents, rounding };
      const amountCents = leftToPay(due, [], kind);
      return amountCents > 0
        ? [plainPayment({ paymentId: freshId('payment'), kind, amountCents })]
        : [];
    }, true);
  };
  const press = useEarlyPress((chord) => inFull(chord === 'F10' ? usual : other));
  const when = () => cart.lines.length > 0 && notPossible === undefined && !command.pending;
  useCommands([
    { id: 'sell.full', chord: 'F10', label: labelOf(usual), when, run: () => press('F10') },
    {
      id: 'sell.full-other',
      chord: 'Ctrl+F10',
      label: labelOf(other),
      when,
      quiet: true,
      run: () => press('Ctrl+F10'),
    },
  ]);
}

/** Acts at once where the sums are there, else as soon as they are, if the cart has the same lines then. */
function useEarlyPress(act: (chord: string) => void): (chord: string) => void {
  const { cart, totals } = useCart();
  const early = useRef<{ readonly chord: string; readonly lines: string }>(undefined);
  const lines = cart.lines.map(({ lineId }) => lineId).join();
  const hasSums = totals !== undefined;
  const whenReady = useEffectEvent(() => {
    const pressed = early.current;
    if (pressed === undefined || !hasSums) return;
    early.current = undefined;
    if (pressed.lines === lines) act(pressed.chord);
  });
  useEffect(() => whenReady(), [hasSums]);
  return (chord) => {
    if (hasSums) act(chord);
    else early.current = { chord, lines };
  };
}

function labelOf(kind: TenderKind): string {
  return kind === 'card' ? 'sell:keys.cardFull' : 'sell:keys.cashFull';
}
