import path from 'node:path';
import { expect } from '@playwright/test';
import type { Counter } from './counter.ts';

export const fixtureFile = (name: string): string =>
  path.join(import.meta.dirname, 'fixtures', name);

/** From Stock to the file chosen and its columns known. */
export async function chooseImport(counter: Counter, file: string): Promise<void> {
  const { page } = counter;
  // Asked for before the way there: the window must know in time that no real dialog shall open.
  const chosen = page.waitForEvent('filechooser');
  await counter.key('Alt+3');
  await counter.click(page.getByRole('button', { name: 'Import a file' }).first());
  await expect(
    page.getByRole('main').locator('button', { hasText: 'Choose a file' }),
  ).toBeFocused();
  await counter.key('Control+o');
  const chooser = await chosen;
  await chooser.setFiles(file);
}

/** The dry run: every count by its name. */
export async function dryRun(counter: Counter): Promise<Readonly<Record<string, string>>> {
  const { page } = counter;
  await expect(page.getByRole('heading', { name: 'Which column holds what' })).toBeVisible();
  await counter.key('Control+Enter');
  const counts = page.getByLabel('What the import would do');
  await expect(counts).toBeVisible();
  const names = await counts.locator('dt').allTextContents();
  const values = await counts.locator('dd').allTextContents();
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

/** Imports what was tried out, and answers every progress that was seen on the way, in words. */
export async function runImport(counter: Counter): Promise<readonly string[]> {
  const { page } = counter;
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'progressSeen', seen);
    const look = () => {
      for (const bar of document.querySelectorAll('[role="progressbar"]')) {
        const words = bar.parentElement?.innerText ?? '';
        if (seen.at(-1) !== words) seen.push(words);
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
  await counter.key('Control+Enter');
  await expect(page.getByText('The import is done')).toBeVisible({ timeout: 30_000 });
  return await page.evaluate(() => Reflect.get(window, 'progressSeen') as string[]);
}
