import type { Cart } from '#shared/sales/cart.ts';

/** What became of one cart sent to the store. */
export type SendAnswer = 'kept' | 'refused' | 'unreached';

/** Sends carts to the store one after another. */
export interface CartSaver {
  /** Keeps this cart on disk; a cart that a later one overtakes while waiting is never sent. */
  readonly save: (cart: Cart) => void;
  /** Forgets what waits: the cart was paid, parked or replaced. */
  readonly drop: () => void;
  /** When nothing is on its way any more. */
  readonly settled: () => Promise<void>;
}

/**
 * One cart at a time, the newest wins. A cart the store did not hear of is sent again after `pause`, unless a newer one
 * came meanwhile; one it refused is not, since whoever sends has already dealt with that.
 */
export function createCartSaver(
  send: (cart: Cart) => Promise<SendAnswer>,
  pause: () => Promise<void>,
): CartSaver {
  let waiting: Cart | undefined;
  let running: Promise<void> | undefined;
  let drops = 0;
  const pump = async (): Promise<void> => {
    while (waiting) {
      const next = waiting;
      const dropsBefore = drops;
      waiting = undefined;
      if ((await send(next)) !== 'unreached' || drops !== dropsBefore) continue;
      waiting ??= next;
      await pause();
    }
    running = undefined;
  };
  return {
    save: (cart) => {
      waiting = cart;
      running ??= pump();
    },
    drop: () => {
      waiting = undefined;
      drops += 1;
    },
    settled: () => running ?? Promise.resolve(),
  };
}
