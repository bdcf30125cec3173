import { expect } from '@playwright/test';
import type { Counter } from './counter.ts';

/** The owner of the demo shop; the PIN is shown on its own sign-in screen. */
const ANA = { initials: 'AR', pin: '246802' };

/** Signs in by keys alone, so that it works in any language. */
export async function signInAna({ page, type, key }: Counter): Promise<void> {
  const pin = page.locator('.sign-in-pin input');
  await expect(page.locator('.sign-in-tile').first()).toBeVisible();
  await type(ANA.initials);
  await expect(pin).toBeFocused();
  await type(ANA.pin);
  await key('Enter');
  await expect(page.locator('.app-nav, nav').first()).toBeVisible();
}
