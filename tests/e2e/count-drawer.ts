import { expect } from '@playwright/test';
import type { Counter } from './counter.ts';

/** Notes and coins in the order they are counted. */
const COINS = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1];

/** Types how many there are of each, largest first, Enter after each; answers how many counts that were. */
export async function countDrawer(counter: Counter, amountCents: number): Promise<number> {
  await expect(counter.page.getByRole('textbox', { name: 'How many $100' })).toBeFocused();
  let left = amountCents;
  for (const coin of COINS) {
    const pieces = Math.floor(left / coin);
    left -= pieces * coin;
    if (pieces > 0) await counter.type(String(pieces));
    await counter.key('Enter');
  }
  return COINS.length;
}
