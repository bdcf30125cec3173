import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './prepared-shop.ts';

/** Slower than any scanner and as quick as a practised hand. */
const HAND_MS = 65;

/**
 * A cashier at the window. Counts what a hand does: a key or chord, a click, a scan are one action each; typed words
 * and figures are none, as in the budgets of the design.
 */
export interface Counter {
  readonly page: Page;
  readonly actions: () => number;
  readonly countFromHere: () => void;
  /** One key or chord: `F9`, `Control+L`. */
  readonly key: (chord: string) => Promise<void>;
  /** The same key again and again. */
  readonly keys: (...chords: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly click: (target: Locator) => Promise<void>;
  readonly scan: (code: string) => Promise<void>;
  readonly signIn: (person: Person) => Promise<void>;
}

export function counterAt(page: Page): Counter {
  let actions = 0;
  const key = async (chord: string): Promise<void> => {
    actions += 1;
    await page.keyboard.press(chord);
  };
  const type = (text: string) => page.keyboard.type(text, { delay: HAND_MS });
  const scan = async (code: string): Promise<void> => {
    actions += 1;
    // All keys are on their way at once: a busy machine must not make a person of the scanner.
    await Promise.all(
      [...code, 'Enter'].flatMap((each) => [page.keyboard.down(each), page.keyboard.up(each)]),
    );
  };
  return {
    page,
    actions: () => actions,
    countFromHere: () => void (actions = 0),
    key,
    keys: async (...chords) => {
      for (const chord of chords) await key(chord);
    },
    type,
    click: async (target) => {
      actions += 1;
      await target.click();
    },
    scan,
    signIn: async (person) => {
      await expect(page.getByRole('heading', { name: 'Who is at the register?' })).toBeVisible();
      await type(person.initials);
      await expect(page.getByRole('textbox', { name: `PIN of ${person.name}` })).toBeFocused();
      await type(person.pin);
      await key('Enter');
      await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
    },
  };
}

/** The cart on the right: its lines, its total. */
export const cartLines = (page: Page): Locator =>
  page.getByRole('list', { name: 'Lines of this sale' }).getByRole('listitem');

export const recentSales = (page: Page): Locator =>
  page.getByRole('list', { name: 'Recent sales' }).getByRole('listitem');

/** Scans and waits until the line is in the cart. */
export async function scanLine(
  counter: Counter,
  { stockNumber, description }: { readonly stockNumber: string; readonly description: string },
): Promise<void> {
  await counter.scan(stockNumber);
  await expect(cartLines(counter.page).filter({ hasText: description })).toHaveCount(1);
}

/** What the change-due panel says of the sale just made. */
export const justSold = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /Change due|Paid by/ });

/** What the window says for a moment: what was done, and how to take it back. */
export const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' });
