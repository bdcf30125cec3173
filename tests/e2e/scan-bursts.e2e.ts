import type { Page } from '@playwright/test';
import { cartLines } from './counter.ts';
import { CAL, CLOTH, OLIVE } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

interface Played {
  readonly sessions: number;
  readonly right: number;
  readonly leaked: number;
}

/**
 * Plays bursts of 1 to 90 ms and hands of 60 to 250 ms into the field with the focus, through the window's own listener:
 * the events carry their times, and what nobody took is put into the field as the browser would. One fixed seed.
 */
function playInto(page: Page, sessions: number): Promise<Played> {
  return page.evaluate((count) => {
    let seed = 20_261_123;
    const random = (least: number, most: number) => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return least + (seed / 4_294_967_296) * (most - least);
    };
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field has the focus');
    let atMs = performance.now();
    const press = (key: string, gapMs: number) => {
      atMs += gapMs;
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: atMs });
      const passes = field.dispatchEvent(event);
      if (passes && key.length === 1) document.execCommand('insertText', false, key);
    };
    const letters = '0123456789ABCDEFGHKLMNRSTXZ-';
    const codeOf = (length: number) =>
      Array.from({ length }, () => letters[Math.floor(random(0, letters.length))] ?? '0').join('');
    let right = 0;
    let leaked = 0;
    for (let session = 0; session < count; session++) {
      const before = field.value;
      const byScanner = random(0, 1) < 0.5;
      const text = codeOf(Math.floor(random(byScanner ? 4 : 1, 20)));
      let stumbles = Math.floor((text.length - 1) / 2);
      for (const [index, key] of [...text].entries()) {
        const stumble = byScanner && stumbles > 0 && random(0, 1) < 0.2;
        if (stumble) stumbles -= 1;
        const usual = byScanner ? random(1, 35) : random(60, 250);
        press(key, index === 0 ? 400 : stumble ? random(36, 90) : usual);
      }
      press('Enter', byScanner ? random(1, 35) : random(60, 250));
      const expected = byScanner ? before : before + text;
      if (field.value === expected) right += 1;
      else if (byScanner) leaked += field.value.length - before.length;
      if (field.value.length > 400) {
        field.select();
        document.execCommand('delete');
      }
    }
    return { sessions: count, right, leaked };
  }, sessions);
}

test('in a field with the focus 1,000 bursts and hands are told apart, at least 99.9 % right and no character leaked', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.evaluate(() => (location.hash = '#/customers/new'));
  await page.locator('main textarea').first().focus();
  const played = await playInto(page, 1000);
  expect(played.leaked).toBe(0);
  expect(played.right / played.sessions).toBeGreaterThanOrEqual(0.999);
});

test('a scan into a half-typed field leaves it as it was and puts the piece into the cart', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await counter.key('F2');
  await counter.type('ros');
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  // The hand leaves the keys and reaches for the scanner.
  await page.waitForTimeout(300);
  await counter.scan(CLOTH.stockNumber);
  await expect(cartLines(page)).toHaveCount(1);
  await expect(page.getByRole('combobox').first()).toHaveValue('ros');
});

test('the calibration shows what came, and its settings hold at once', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.evaluate(() => (location.hash = '#/settings/scanner'));
  const pad = page.getByRole('textbox', { name: 'Scan here' });
  await pad.focus();
  for (let scan = 0; scan < 3; scan++) await counter.scan('~AZ19-/$.Y');
  const rows = page.getByRole('table', { name: 'Last scans' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('~AZ19-/$.Y');
  await expect(page.getByText('A prefix was seen: ~.')).toBeVisible();
  await page.getByRole('button', { name: 'Use these settings' }).click();

  // With its prefix even a scan as slow as a hand is one; the sign in front is not part of the code.
  await counter.key('Alt+1');
  await page.keyboard.type(`~${CLOTH.stockNumber}`, { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(cartLines(page)).toHaveCount(1);
});
