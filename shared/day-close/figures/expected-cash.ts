import type { DayCloseMovement } from '../../documents/day-close-paper.ts';
import type { ZPayment, ZSale } from './z-rows.ts';

/** Cash that came into this drawer with payments less what went out of it, change and refunds. In cents. */
export function cashTaken(payments: readonly ZPayment[], sales: readonly ZSale[]): number {
  let takenCents = 0;
  for (const { tender, inDrawer, amountCents } of payments)
    if (tender === 'cash' && inDrawer) takenCents += amountCents;
  for (const { changeCents } of sales) takenCents -= changeCents;
  return takenCents;
}

/** What of a day's figures its expected cash follows from. */
export interface CashFigures {
  readonly floatCents: number;
  readonly cashSalesCents: number;
  readonly movements: readonly DayCloseMovement[];
}

const MOVES = { paid_in: 1, paid_out: -1, drop: -1, no_sale: 0 } as const;

/**
 * What should lie in the drawer, in cents. M5: float + cash in − cash out, where cash in is what payments brought and
 * what was paid in, and cash out is change, refunds, what voids gave back, paid out and drops.
 */
export function expectedCash({ floatCents, cashSalesCents, movements }: CashFigures): number {
  return movements.reduce(
    (cents, { kind, amountCents }) => cents + MOVES[kind] * amountCents,
    floatCents + cashSalesCents,
  );
}
