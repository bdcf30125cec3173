import { expect, type Locator, type Page } from '@playwright/test';

/** How the window looks: chosen in Settings, kept by the window. `pseudo` is English made longer, for tests. */
export interface Look {
  readonly name: string;
  readonly locale: 'en' | 'es' | 'pseudo';
  readonly scheme: 'light' | 'dark';
  readonly text: '100' | '150';
  readonly density?: 'compact' | 'standard' | 'touch';
}

/** Opens the window anew in this look. Whoever was signed in signs in again. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate(({ locale, scheme, text, density }) => {
    const chosen = { locale: locale === 'pseudo' ? null : locale, scheme, text, density };
    localStorage.setItem('preferences', JSON.stringify(chosen));
    const asked = locale === 'pseudo' ? '?locale=pseudo' : '';
    history.replaceState(null, '', `${location.pathname}${asked}#/sell`);
  }, look);
  await page.reload();
}

export interface Screen {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** Back to where any screen can be reached from. */
  readonly leave?: (page: Page) => Promise<void>;
}

/** Screens are found by their addresses and by numbers, so that one walk serves every language. */
const at =
  (address: string, sign: (page: Page) => Locator) =>
  async (page: Page): Promise<void> => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(sign(page).first()).toBeVisible();
  };

const escape = (page: Page) => page.keyboard.press('Escape');
const inMain = (css: string) => (page: Page) => page.locator(`main ${css}`);
const saleNumber = (page: Page) => page.locator('main').getByRole('button', { name: /S1-\d+/ });
const onSell = at('#/sell', saleNumber);
const dialog = (page: Page) => page.getByRole('dialog').locator('visible=true');

const overlay = (
  name: string,
  open: (page: Page) => Promise<unknown>,
  under: Screen['show'] = onSell,
): Screen => ({
  name,
  show: async (page) => {
    await under(page);
    await open(page);
    await expect(dialog(page)).toBeVisible();
  },
  leave: async (page) => {
    await escape(page);
    await expect(dialog(page)).toHaveCount(0);
  },
});

const SETTINGS = [
  'store',
  'selling',
  'services',
  'taxes',
  'staff',
  'printer',
  'scanner',
  'tags',
  'backup',
  'display',
  'about',
];

const onTiles = at('#/settings/services', inMain('.tile-row'));
const openTile = (page: Page) =>
  page.locator('main .tile-row').nth(5).getByRole('button').nth(2).click();

const onTaxes = at('#/settings/taxes', inMain('.taxes-place'));

/** The place of the store, its first tax opened. */
const onTaxPlace = async (page: Page): Promise<void> => {
  await onTaxes(page);
  await page.locator('main .taxes-place').first().click();
  await page.locator('main .taxes-version').first().click();
  await expect(page.locator('main .taxes-rule')).toBeVisible();
};

const customerRows = inMain('[role="rowgroup"] [role="row"]');
const onCustomer = async (page: Page): Promise<void> => {
  await at('#/customers', customerRows)(page);
  await customerRows(page).first().click();
  await expect(page.locator('main .customers-two')).toBeVisible();
};

const ACCOUNTS = [
  '',
  '/credit',
  '/gift-cards',
  '/checks',
  '/unsure',
  '/lenders',
  '/form-8300',
  '/shipments',
];

const onAccounts = at('#/accounts', inMain('.accounts-table'));

/** Every screen a signed-in owner of the demo shop comes to, with a cart of three lines. */
export const SCREENS: readonly Screen[] = [
  { name: 'sell', show: onSell },
  overlay('pay', (page) => page.keyboard.press('F9')),
  overlay('item', (page) => page.keyboard.press('F3')),
  overlay('customer-of-sale', (page) => page.keyboard.press('F4')),
  overlay('price', (page) => page.keyboard.press('p')),
  overlay('ticket-price', (page) => page.keyboard.press('d')),
  overlay('gift-card', (page) => page.keyboard.press('g')),
  overlay('on-account', (page) => page.keyboard.press('a')),
  overlay('shipping', (page) => page.keyboard.press('Control+7')),
  overlay('who-sells', (page) => page.locator('.app-who').first().click()),
  overlay('quote-save', (page) => page.keyboard.press('Alt+q')),
  { name: 'approvals', show: at('#/sell/approvals', inMain('[data-area="approvals"]')) },
  { name: 'quotes', show: at('#/sell/quotes', inMain('[data-area="quotes"]')) },
  overlay('return', (page) => page.keyboard.press('F5')),
  overlay('receipt', (page) => saleNumber(page).first().click()),
  overlay('help', (page) => page.keyboard.press('F1')),
  overlay('keys', (page) => page.keyboard.press('?')),
  { name: 'customers', show: at('#/customers', inMain('[role="grid"] [role="row"] >> nth=5')) },
  { name: 'customer', show: onCustomer },
  overlay('certificate', (page) => page.keyboard.press('x'), onCustomer),
  { name: 'customer-new', show: at('#/customers/new', inMain('textarea')) },
  ...ACCOUNTS.map((part) => ({
    name: `accounts${part.replace('/', '-')}`,
    show: at(`#/accounts${part}`, inMain('.accounts-tabs ~ :is(.ui-card, .ui-stack)')),
  })),
  overlay('account-open', (page) => page.keyboard.press('Alt+n'), onAccounts),
  { name: 'stock', show: at('#/stock', inMain('[role="grid"] [role="row"] >> nth=5')) },
  { name: 'piece-new', show: at('#/stock/new', inMain('.stock-fields input')) },
  { name: 'tags', show: at('#/stock/tags', inMain('.tags-two')) },
  { name: 'reprice', show: at('#/stock/reprice', inMain('.reprice-two')) },
  { name: 'counts', show: at('#/stock/counts', inMain('.ui-empty')) },
  { name: 'receives', show: at('#/stock/receive', inMain('.ui-empty')) },
  {
    name: 'receive-form',
    show: at(
      '#/stock/receive/0192f0c4-7000-7000-8000-000000000001/edit',
      inMain('.receive-rows input'),
    ),
  },
  { name: 'imports', show: at('#/imports', inMain('.imports-drop')) },
  { name: 'day-close', show: at('#/day-close', inMain('.day-close')) },
  { name: 'day-close-count', show: at('#/day-close/count', inMain('table input')) },
  { name: 'day-close-x', show: at('#/day-close/x', inMain('[class*="paper"]')) },
  { name: 'review', show: at('#/review', inMain('.ui-empty')) },
  ...SETTINGS.map((part) => ({
    name: `settings-${part}`,
    show: at(`#/settings/${part}`, inMain('.settings-part h2')),
  })),
  overlay('settings-tile', openTile, onTiles),
  { name: 'settings-tax-place', show: onTaxPlace },
  overlay('settings-tax-add', (page) => page.keyboard.press('n'), onTaxes),
];

/** Controls whose words are cut off or lie outside of the window, in words a person can look for. */
export function clippedControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const shown = (part: Element) => part.checkVisibility({ checkVisibilityCSS: true });
    const words = (part: Element) =>
      `${part.tagName.toLowerCase()} ${part.className} "${(part.textContent ?? '').trim().slice(0, 60)}"`;
    for (const part of document.querySelectorAll<HTMLElement>(
      'button, a, label, legend, th, dt, dd, p, kbd, h1, h2, h3, [role="columnheader"], .ui-chip',
    )) {
      const box = part.getBoundingClientRect();
      if (!shown(part) || box.width <= 1 || part.closest('.ui-hidden, .app-skip')) continue;
      if (part.querySelector('[data-clip="true"]') || part.matches('[data-clip="true"]')) continue;
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
        found.push(`cut off: ${words(part)}`);
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside: ${words(part)}`);
    }
    return found;
  });
}

/** Whether something makes the window scroll sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('main, aside')].some(
      (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
    ),
  );
}
