import type { CustomerId, SaleId, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { type Cart, setCustomer } from '#shared/sales/cart.ts';
import type { CompletedSale, CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import { createContext, use, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  type CartInHand,
  CartInHandProvider,
  SaleDeskProvider,
  type SaleDesk,
} from '../app/sale-desk.ts';
import { useCommand, type CommandState } from '../store-client/store-hooks.tsx';
import { CartProvider, type CartState, useOptionalCart } from './cart/cart-context.tsx';
import { cartForStore } from './cart/cart-for-store.ts';
import { useTakeCart } from './cart/use-take-cart.ts';
import { freshId } from './fresh-id.ts';
import { type Payment, tenderOf } from './pay/payments.ts';
import { usePrintChoice } from './pay/print-choice.ts';
import { useUndoOffer } from './use-undo-offer.ts';

/** A sale just made, as the change-due panel shows it until the next thing happens. */
export interface JustSold extends CompletedSale {
  readonly cart: Cart;
  readonly payments: readonly Payment[];
}

/** The one dialog of selling that is open. */
export type SellingDialog =
  /** `searched`: what was scanned or typed and not found. It is in the field already. */
  | {
      readonly kind: 'item';
      readonly searched: string;
      /** It has no tag: its description is typed first. */
      readonly untagged?: true;
    }
  | { readonly kind: 'customer' }
  | { readonly kind: 'price'; readonly lineId: SaleLineId }
  | { readonly kind: 'ticketPrice' }
  /** `lineId`: the line that is changed. `typed`: the code of a card that was scanned, to be filled again. */
  | { readonly kind: 'giftCard'; readonly lineId: SaleLineId | null; readonly typed: string }
  | { readonly kind: 'accountPayment'; readonly lineId: SaleLineId | null }
  /** `tile`: what was pressed; undefined where the shipping of the cart is changed. */
  | { readonly kind: 'shipping'; readonly tile: ServiceTile | undefined }
  | { readonly kind: 'recall' }
  /** `saleId`: the sale is known. `positions`: what a gift receipt names. `searched`: a tag or code, looked up at once. */
  | {
      readonly kind: 'return';
      readonly saleId: SaleId | null;
      readonly positions: readonly number[];
      readonly searched: string;
    }
  /** A paid sale of which something was written down wrongly. */
  | {
      readonly kind: 'correct';
      readonly saleId: SaleId;
      readonly part: 'tender' | 'seller' | 'customer';
    }
  | { readonly kind: 'pieces'; readonly pieces: readonly PieceSummary[] };

/** What a scan came to when it did not become a line; it stands until the next one, or until it is closed. */
export type ScanNotice =
  | { readonly kind: 'missing'; readonly code: string }
  | { readonly kind: 'cardNumber' }
  | { readonly kind: 'sold'; readonly piece: PieceSummary; readonly soldAs: string | null }
  | { readonly kind: 'away'; readonly piece: PieceSummary }
  | { readonly kind: 'removed'; readonly piece: PieceSummary };

interface SaleAttempt {
  readonly saleId: SaleId;
  readonly cart: Cart;
  readonly payments: readonly Payment[];
  readonly totalCents: Cents;
  readonly print: boolean;
}

export type SaleCommand = CommandState<
  SaleAttempt,
  CompletedSale,
  CompleteSaleRefusal | WriteRefusal
>;

export interface Selling {
  readonly paying: boolean;
  readonly openPay: () => void;
  readonly closePay: () => void;
  /** Rings the cart up with the payments made for its total; `undo` offers to take it back at once. */
  readonly complete: (
    paymentsFor: (totalCents: Cents) => readonly Payment[],
    undo: boolean,
  ) => void;
  readonly command: Pick<SaleCommand, 'pending' | 'refusal' | 'failure' | 'reset'>;
  readonly print: boolean;
  readonly setPrint: (print: boolean) => void;
  readonly justSold: JustSold | undefined;
  readonly forgetSold: () => void;
  readonly dialog: SellingDialog | undefined;
  readonly openDialog: (dialog: SellingDialog) => void;
  readonly closeDialog: () => void;
  readonly notice: ScanNotice | undefined;
  readonly setNotice: (notice: ScanNotice | undefined) => void;
  /** The receipt shown in its dialog. */
  readonly receiptOf: SaleId | undefined;
  readonly showReceipt: (saleId: SaleId | undefined) => void;
  /** Does things one after another, in the order of the scans: the second scan is the second line, and Pay waits for both. */
  readonly inTurn: (act: () => void | Promise<void>) => void;
}

const SellingContext = createContext<Selling | undefined>(undefined);

export function useSelling(): Selling {
  const selling = use(SellingContext);
  if (!selling) throw new Error('no SellingProvider above');
  return selling;
}

/** Cart, payment and what was just sold, above all screens. */
export function SellingProvider({ children }: { readonly children: ReactNode }) {
  return (
    <CartProvider>
      <SellingState>{children}</SellingState>
    </CartProvider>
  );
}

function SellingState({ children }: { readonly children: ReactNode }) {
  const cart = useOptionalCart();
  const [paying, setPaying] = useState(false);
  const [print, setPrint] = usePrintChoice();
  const [justSold, setJustSold] = useState<JustSold>();
  const [dialog, setDialog] = useState<SellingDialog>();
  const [notice, setNotice] = useState<ScanNotice>();
  const [receiptOf, setReceiptOf] = useState<SaleId>();
  const inTurn = useTurns();
  const forgetSold = () => setJustSold(undefined);
  const offerUndo = useUndoOffer(cart, forgetSold);
  const { command, ring } = useRinging(cart, print, setReceiptOf);
  const complete: Selling['complete'] = (paymentsFor, undo) =>
    inTurn(async () => {
      const sold = await ring(paymentsFor);
      if (sold === undefined) return;
      setPaying(false);
      setNotice(undefined);
      setJustSold(sold === 'before' ? undefined : sold);
      if (undo && sold !== 'before') offerUndo(sold);
    });
  const selling: Selling = {
    paying,
    openPay: () =>
      inTurn(() => {
        command.reset();
        setDialog(undefined);
        setPaying(true);
      }),
    closePay: () => setPaying(false),
    complete,
    command,
    print,
    setPrint,
    justSold,
    forgetSold,
    dialog,
    openDialog: setDialog,
    closeDialog: () => setDialog(undefined),
    notice,
    setNotice,
    receiptOf,
    showReceipt: setReceiptOf,
    inTurn,
  };
  const change = cart?.change;
  const desk = useMemo<SaleDesk>(() => {
    const sellTo =
      change && ((customerId: CustomerId) => change((now) => setCustomer(now, customerId)));
    const payAccount =
      sellTo &&
      ((customerId: CustomerId) => {
        sellTo(customerId);
        setDialog({ kind: 'accountPayment', lineId: null });
      });
    return { showReceipt: setReceiptOf, sellTo, payAccount };
  }, [change]);
  const inHand = useCartInHandOf(cart, () => setDialog({ kind: 'customer' }));
  return (
    <SaleDeskProvider value={desk}>
      <CartInHandProvider value={inHand}>
        <SellingContext value={selling}>{children}</SellingContext>
      </CartInHandProvider>
    </SaleDeskProvider>
  );
}

function useCartInHandOf(
  state: CartState | undefined,
  askCustomer: () => void,
): CartInHand | undefined {
  const take = useTakeCart(state);
  return (
    state && {
      cart: state.cart,
      customerName: state.customer?.name ?? null,
      totalCents: state.totals?.totalCents,
      change: state.change,
      settled: state.settled,
      take,
      begin: () => state.replace(),
      askCustomer,
    }
  );
}

function useTurns(): Selling['inTurn'] {
  const last = useRef(Promise.resolve());
  return (act) => {
    // What one turn throws is its own affair: the store's absence is said by the frame.
    last.current = last.current.then(act).catch(() => undefined);
  };
}

/**
 * Makes the cart a sale. One cart is one attempt under one sale id, however often its payment is tried and even after an
 * answer was lost on the way: the money must not be taken twice.
 */
function useRinging(
  cart: CartState | undefined,
  print: boolean,
  showReceipt: (saleId: SaleId) => void,
) {
  const attempt = useRef<{ readonly cartId: string; readonly saleId: SaleId }>(undefined);
  const command = useCommand(
    (store, { saleId, cart: sold, payments, totalCents, print: onPaper }: SaleAttempt, commandId) =>
      store.sales.complete({
        commandId,
        saleId,
        cart: cartForStore(sold),
        tenders: payments.map(tenderOf),
        expectedTotalCents: totalCents,
        print: onPaper,
      }),
    { attemptKey: ({ saleId }) => saleId },
  );
  const latest = useRef(cart);
  latest.current = cart;
  const ring = async (
    paymentsFor: (totalCents: Cents) => readonly Payment[],
  ): Promise<JustSold | 'before' | undefined> => {
    const now = latest.current;
    const { cart: sold, totals } = now?.read() ?? {};
    if (!now || !sold || !totals || sold.lines.length === 0) return undefined;
    if (attempt.current?.cartId !== sold.cartId)
      attempt.current = { cartId: sold.cartId, saleId: freshId('sale') };
    const { saleId } = attempt.current;
    const { totalCents } = totals;
    const payments = paymentsFor(totalCents);
    const answer = await command.run({ saleId, cart: sold, payments, totalCents, print });
    if (answer?.ok === true) {
      now.replace();
      return { ...answer.value, cart: sold, payments };
    }
    if (answer?.refusal.code !== 'COMMAND_ID_REUSED') return undefined;
    // It was stored by an earlier try whose answer got lost: the receipt shows how.
    await now.reload();
    showReceipt(saleId);
    return 'before';
  };
  return { command, ring };
}
