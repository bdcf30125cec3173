import type { Locator, Page } from '@playwright/test';
import type { Counter } from './counter.ts';
import { CAL } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

const field = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name, exact: true });

/** From the drawer's screen to its count. */
async function goAndCount({ page, key }: Counter): Promise<void> {
  await expect(page.getByText('What should be in the drawer is told')).toBeVisible();
  await key('Control+Enter');
  await expect(field(page, 'How many $100')).toBeFocused();
}

/** Tries to save, and sees that the count stands open with the hand on the field to mend. */
async function refusedAt(counter: Counter, wrong: Locator): Promise<void> {
  const { page } = counter;
  await counter.key('Control+Enter');
  await expect(page.getByText('What is marked cannot be read. Type it again.')).toBeVisible();
  await expect(wrong).toBeFocused();
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('button', { name: /^Close with/ })).toHaveCount(0);
}

test('a count is not saved while a figure in it cannot be read, and the difference comes at closing', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await counter.key('Alt+4');
  await goAndCount(counter);
  await counter.type('2');
  const twenties = field(page, 'How many $20');
  for (const wrong of ['1.5', 'abc']) {
    await twenties.fill(wrong);
    await field(page, 'How many $5').focus();
    await refusedAt(counter, twenties);
    await expect(page.getByText('Type a whole number.')).toBeVisible();
    await expect(twenties).toHaveValue(wrong);
  }

  await counter.key('Escape');
  await goAndCount(counter);
  await expect(field(page, 'How many $100')).toHaveValue('2');
  await refusedAt(counter, twenties);
  await counter.type('0');

  await page.getByText('Total', { exact: true }).click();
  await field(page, 'Counted in all').fill('two hundred');
  await refusedAt(counter, field(page, 'Counted in all'));
  await field(page, 'Counted in all').fill('195');
  await field(page, 'Leave in the drawer').fill('all');
  await refusedAt(counter, field(page, 'Leave in the drawer'));
  await field(page, 'Leave in the drawer').fill('150');
  await expect(page.getByText('a difference comes up when you close')).toBeVisible();
  await counter.key('Control+Enter');

  await expect(page.getByText('closing asks why before the day is closed')).toBeVisible();
  await counter.key('Control+Enter');
  // By how much is not for who counts.
  await expect(page.getByText('does not hold what was expected')).toBeVisible();
  await expect(page.getByText('$5.00')).toHaveCount(0);
  await counter.type('Counted twice');
  await counter.key('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Day close Z1-1' })).toBeVisible();
  const paper = page.getByRole('article', { name: 'Day close Z1-1' });
  await expect(paper).toContainText(/Left in drawer\s*\$150\.00/);
  await expect(paper).toContainText(/Cash to the bank\s*\$45\.00/);
});
