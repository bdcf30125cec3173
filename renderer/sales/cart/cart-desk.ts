import { type Cart, setCustomer } from '#shared/sales/cart.ts';
import type { OpenCart } from '#shared/sales/contract.ts';
import { type CartSaver, createCartSaver, type SendAnswer } from './cart-saver.ts';

/** What the store said to a cart that was to be kept. */
export type KeepAnswer =
  | { readonly kind: 'kept'; readonly open: OpenCart }
  /** Paid or parked elsewhere: the store's own cart counts. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'customerGone' }
  /** The store will not take this cart; the one it kept last is shown again. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreached' };

export interface CartDeskPorts {
  /** The cart being rung up, as the disk knows it. Rejects while the store is out of reach. */
  readonly load: () => Promise<OpenCart>;
  readonly keep: (cart: Cart) => Promise<KeepAnswer>;
  readonly freshCart: () => Cart;
  readonly pause: () => Promise<void>;
  /** What the person at the register should hear of. */
  readonly onTrouble: (kind: 'moved' | 'customerGone' | 'refused') => void;
}

/** What the screen shows. The same object until something changes. */
export interface CartLook {
  readonly open: OpenCart;
  readonly canUndo: boolean;
  /** The disk has this very cart. */
  readonly isKept: boolean;
}

/** The cart on the counter: changed at once, kept on disk behind the cashier's back, one step back with Ctrl+Z. */
export interface CartDesk {
  readonly look: () => CartLook;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes whatever the cart is at that moment; the same cart back means nothing changed. */
  readonly change: (make: (cart: Cart) => Cart) => void;
  readonly undo: () => void;
  /** Takes over another cart (recalled), or a fresh one (paid, parked). */
  readonly replace: (open?: OpenCart) => void;
  /** Reads the store's cart. What is changed before it arrives is done again on top of it. */
  readonly reload: () => Promise<void>;
  /** Takes what the store says of the buyer now: a certificate was recorded, a note changed. The lines stay. */
  readonly takeBuyer: (stored: OpenCart) => void;
  /** When every change is on disk. */
  readonly settled: () => Promise<void>;
}

type Make = (cart: Cart) => Cart;

interface State {
  readonly open: OpenCart;
  readonly past: readonly OpenCart[];
  /** Changes made while the store's cart is on its way; undefined when it is here. */
  readonly early: readonly Make[] | undefined;
  /** What the disk held last. */
  readonly kept: OpenCart;
  /** The cart of the screen that `kept` is the answer to. */
  readonly keptCart: Cart;
}

const MOST_STEPS_BACK = 50;

export function createCartDesk(ports: CartDeskPorts): CartDesk {
  return new KeptCart(ports);
}

class KeptCart implements CartDesk {
  readonly #ports: CartDeskPorts;
  readonly #listeners = new Set<() => void>();
  readonly #saver: CartSaver;
  #state: State;
  #look: CartLook;
  #loads = 0;

  constructor(ports: CartDeskPorts) {
    const open = nobodysCart(ports);
    this.#ports = ports;
    this.#state = { open, past: [], early: undefined, kept: open, keptCart: open.cart };
    this.#look = { open, canUndo: false, isKept: true };
    this.#saver = createCartSaver((cart) => this.#send(cart), ports.pause);
  }

  readonly look = (): CartLook => this.#look;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly settled = (): Promise<void> => this.#saver.settled();

  readonly change = (make: Make): void => {
    const { open, past, early } = this.#state;
    const cart = make(open.cart);
    if (cart === open.cart) return;
    const same = isSameBuyer(cart, open.cart);
    const customer = cart.customerId === open.cart.customerId ? open.customer : null;
    if (early) this.#put({ early: [...early, make] });
    // Who pays is chosen and dropped with the payment: one step back is a step of the goods.
    const steps = changesPayerAlone(cart, open.cart)
      ? past
      : [...past, open].slice(-MOST_STEPS_BACK);
    this.#show({ cart, customer, exempt: same && open.exempt }, steps);
  };

  readonly undo = (): void => {
    const { past, early } = this.#state;
    const before = past.at(-1);
    if (!before) return;
    if (early) this.#put({ early: early.slice(0, -1) });
    this.#show(before, past.slice(0, -1));
  };

  readonly replace = (open?: OpenCart): void => {
    const next = open ?? nobodysCart(this.#ports);
    this.#loads += 1;
    this.#saver.drop();
    this.#put({ open: next, kept: next, keptCart: next.cart, past: [], early: undefined });
  };

  readonly reload = async (): Promise<void> => {
    const mine = ++this.#loads;
    const wanted = () => mine === this.#loads;
    await this.#saver.settled();
    if (!wanted()) return;
    this.#put({ early: [] });
    const stored = await loadPatiently(this.#ports, wanted);
    if (!wanted() || !stored) return;
    const steps = this.#state.early ?? [];
    const { cart: keptCart } = stored;
    this.#put({ open: stored, kept: stored, keptCart, past: [], early: undefined });
    for (const step of steps) this.change(step);
  };

  readonly takeBuyer = ({ cart, customer, exempt }: OpenCart): void => {
    const { open, early } = this.#state;
    if (early || cart.cartId !== open.cart.cartId || !isSameBuyer(cart, open.cart)) return;
    this.#put({ open: { ...open, customer, exempt } });
  };

  #show(open: OpenCart, past: readonly OpenCart[]): void {
    this.#put({ open, past });
    if (this.#state.early === undefined) this.#saver.save(open.cart);
  }

  #put(next: Partial<State>): void {
    this.#state = { ...this.#state, ...next };
    const { open, past, keptCart } = this.#state;
    this.#look = { open, canUndo: past.length > 0, isKept: open.cart === keptCart };
    for (const listener of this.#listeners) listener();
  }

  async #send(cart: Cart): Promise<SendAnswer> {
    const answer = await this.#ports.keep(cart);
    if (answer.kind === 'unreached') return 'unreached';
    // Another cart is on the counter by now: what became of this one is old news.
    if (this.#state.open.cart.cartId === cart.cartId) this.#settle(cart, answer);
    return answer.kind === 'kept' ? 'kept' : 'refused';
  }

  #settle(sent: Cart, answer: Exclude<KeepAnswer, { readonly kind: 'unreached' }>): void {
    const { open, kept } = this.#state;
    if (answer.kind === 'kept') {
      const same = isSameBuyer(answer.open.cart, open.cart);
      const { customer, exempt } = answer.open;
      const buyer = same && { open: { ...open, customer, exempt } };
      this.#put({ kept: answer.open, keptCart: sent, ...buyer });
      return;
    }
    this.#ports.onTrouble(answer.kind);
    if (answer.kind === 'moved') void this.reload();
    else if (answer.kind === 'customerGone') this.change((cart) => setCustomer(cart, null));
    else this.#put({ open: kept, keptCart: kept.cart, past: [] });
  }
}

/** Whoever buys decides whether it is taxed: the customer, or the lessor that buys for them. */
function isSameBuyer(one: Cart, other: Cart): boolean {
  return one.customerId === other.customerId && one.providerId === other.providerId;
}

function changesPayerAlone(one: Cart, other: Cart): boolean {
  const { providerId: _one, ...rest } = one;
  const { providerId: _other, ...before } = other;
  return shallowEqual(rest, before);
}

function shallowEqual(one: object, other: object): boolean {
  const values = new Map(Object.entries(other));
  return Object.entries(one).every(([name, value]) => values.get(name) === value);
}

function nobodysCart({ freshCart }: CartDeskPorts): OpenCart {
  return { cart: freshCart(), customer: null, exempt: false };
}

/** Asks until the store answers; nobody else may have asked since. */
async function loadPatiently(
  { load, pause }: CartDeskPorts,
  wanted: () => boolean,
): Promise<OpenCart | undefined> {
  while (wanted()) {
    try {
      return await load();
    } catch {
      await pause();
    }
  }
  return undefined;
}
