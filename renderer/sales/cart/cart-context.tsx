import { cartTotals, type PricedTicket, withPlansFollowing } from '#shared/sales/cart-totals.ts';
import { addPiece, type Cart, emptyCart } from '#shared/sales/cart.ts';
import type { OpenCart, SellingTerms } from '#shared/sales/contract.ts';
import type { TicketNotPossible } from '#shared/sales/pricing/quoted-lines.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session/session.ts';
import { useRefusalText } from '../../i18n/refusal-text.ts';
import { failureOf, isDefinite } from '../../store-client/failure.ts';
import type { Store } from '../../store-client/store-client.ts';
import { useStore, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { freshId } from '../fresh-id.ts';
import { cartForStore } from './cart-for-store.ts';
import { type ChosenLine, useChosenLine } from './use-chosen-line.ts';
import { createCartDesk, type CartDesk, type CartDeskPorts, type KeepAnswer } from './cart-desk.ts';

/** What every part of selling knows of the cart being rung up. */
export interface CartState extends Omit<CartDesk, 'look' | 'subscribe' | 'takeBuyer'>, ChosenLine {
  readonly cart: Cart;
  readonly customer: OpenCart['customer'];
  readonly canUndo: boolean;
  /** The disk has this very cart: a power cut would lose nothing of it. */
  readonly isKept: boolean;
  readonly terms: SellingTerms | undefined;
  readonly exempt: boolean;
  /** Undefined until the store's terms are here, and while a quoted total cannot be made. */
  readonly totals: PricedTicket | undefined;
  /** The quoted total that no price before tax makes, with the nearest ones. */
  readonly notPossible: TicketNotPossible | undefined;
  /** The piece scanned or chosen last, for the panel. */
  readonly lastPiece: PieceSummary | undefined;
  /** The cart as it is at this very moment, also between two pictures on the screen. */
  readonly read: () => { readonly cart: Cart; readonly totals: PricedTicket | undefined };
  /** Adds a piece; false when it is in the cart already, or the cart is full. */
  readonly add: (piece: PieceSummary) => boolean;
}

/** As many lines as the store takes in one sale (`MAX_CART_LINES`; contracts give the window types alone). */
const MOST_LINES = 200;

const CartContext = createContext<CartState | undefined>(undefined);

export function useCart(): CartState {
  const state = use(CartContext);
  if (!state) throw new Error('no cart here');
  return state;
}

/** Selling is offered to whoever may sell; for everybody else there is no cart at all. */
export function useOptionalCart(): CartState | undefined {
  return use(CartContext);
}

/**
 * Holds the cart above all screens, so that a scan finds it wherever the cashier is. The tree below stays the same
 * whoever signs in, so that a half-typed form survives a change of person.
 */
export function CartProvider({ children }: { readonly children: ReactNode }) {
  const maySell = useMay('sales.sell');
  const desk = useDesk();
  // Read anew for whoever signs in: the store is the one that knows, also after a restore or a visit to the demo.
  useEffect(() => {
    if (maySell) void desk.reload();
  }, [desk, maySell]);
  useBuyer(desk, maySell);
  const state = useCartState(desk, maySell);
  return <CartContext value={maySell ? state : undefined}>{children}</CartContext>;
}

/** Whether the buyer is taxed may change while the cart lies on the counter: the certificate is being recorded. */
function useBuyer(desk: CartDesk, maySell: boolean): void {
  const stored = useStoreQuery({
    key: ['sales.openCart', 'buyer'],
    tables: ['customer', 'exemption_certificate', 'finance_provider'],
    enabled: maySell,
    read: (store) => store.sales.openCart({}),
  }).data;
  useEffect(() => {
    if (stored) desk.takeBuyer(stored);
  }, [desk, stored]);
}

function useDesk(): CartDesk {
  const store = useStore();
  const onTrouble = useTrouble();
  const latest = useRef(onTrouble);
  useEffect(() => {
    latest.current = onTrouble;
  });
  const [desk] = useState(() => createCartDesk(portsOf(store, (kind) => latest.current(kind))));
  return desk;
}

function portsOf(store: Store, onTrouble: CartDeskPorts['onTrouble']): CartDeskPorts {
  return {
    load: () => store.sales.openCart({}),
    keep: (cart) => keepCart(store, cart),
    freshCart: () => emptyCart(freshId('cart')),
    pause: () => new Promise((resolve) => setTimeout(resolve, 1000)),
    onTrouble,
  };
}

async function keepCart(store: Store, cart: Cart): Promise<KeepAnswer> {
  try {
    const answer = await store.sales.saveCart({ cart: cartForStore(cart) });
    if (answer.ok) return { kind: 'kept', open: answer.value };
    if (answer.refusal.code === 'CART_NOT_ACTIVE') return { kind: 'moved' };
    if (answer.refusal.code === 'CUSTOMER_NOT_FOUND') return { kind: 'customerGone' };
    return { kind: 'unreached' }; // the disk refused the write: tried again, the window says it
  } catch (error) {
    const failure = failureOf(error);
    // Nobody is signed in for the moment: tried again until somebody is.
    if (failure.code === 'NOT_SIGNED_IN') return { kind: 'unreached' };
    return { kind: isDefinite(failure) ? 'refused' : 'unreached' };
  }
}

/** What became of the cart, said in words. */
function useTrouble(): CartDeskPorts['onTrouble'] {
  const { t } = useTranslation('sell');
  const { show } = useToasts();
  const inWords = useRefusalText();
  return (kind) => {
    if (kind === 'refused') return void show({ text: t('notKept'), tone: 'danger' });
    const code = kind === 'moved' ? 'CART_NOT_ACTIVE' : 'CUSTOMER_NOT_FOUND';
    const { what, next } = inWords({ code });
    show({ text: `${what} ${next}`, tone: 'warning' });
  };
}

function useCartState(desk: CartDesk, maySell: boolean): CartState {
  const { open, canUndo, isKept } = useSyncExternalStore(desk.subscribe, desk.look);
  const [lastPiece, setLastPiece] = useState<PieceSummary>();
  const chosen = useChosenLine(open.cart.lines);
  const terms = useStoreQuery({
    key: ['sales.terms'],
    tables: ['tax_rule', 'tax_area', 'setting', 'number_series', 'drawer_session', 'sale'],
    enabled: maySell,
    read: (store) => store.sales.terms({}),
  }).data;
  const change = useMemo(() => followingPlans(desk, terms), [desk, terms]);
  const add = (piece: PieceSummary): boolean => {
    let joined = false;
    change((cart) => {
      const { cart: next, added } = addPiece(cart, piece, freshId('saleLine'));
      joined = added && next.lines.length <= MOST_LINES;
      return joined ? next : cart;
    });
    setLastPiece(piece);
    return joined;
  };
  const replace = (next?: OpenCart) => {
    setLastPiece(undefined);
    desk.replace(next);
  };
  const priced = useMemo(() => terms && pricedOf(open, terms), [open, terms]);
  return {
    cart: open.cart,
    customer: open.customer,
    exempt: open.exempt,
    canUndo,
    isKept,
    terms,
    totals: priced?.ok === true ? priced.value : undefined,
    notPossible: priced?.ok === false ? priced.refusal : undefined,
    lastPiece,
    ...chosen,
    read: () => {
      const now = desk.look().open;
      const sums = terms && pricedOf(now, terms);
      return { cart: now.cart, totals: sums?.ok === true ? sums.value : undefined };
    },
    add,
    change,
    undo: desk.undo,
    replace,
    reload: desk.reload,
    settled: desk.settled,
  };
}

/** Changes the cart, and with its pieces the care plans that cost a share of them. */
function followingPlans(desk: CartDesk, terms: SellingTerms | undefined): CartDesk['change'] {
  return (make) =>
    desk.change((cart) => {
      const next = make(cart);
      if (next === cart || !terms) return next;
      return withPlansFollowing(next, terms.ticket, desk.look().open.exempt);
    });
}

function pricedOf({ cart, exempt }: OpenCart, terms: SellingTerms) {
  return cartTotals(cart, terms.ticket, exempt);
}
