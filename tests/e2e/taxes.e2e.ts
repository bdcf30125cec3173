import type { Page } from '@playwright/test';
import { cartLines, type Counter, justSold, messages, scanLine } from './counter.ts';
import {
  addPiece,
  mustDo,
  newId,
  OLIVE,
  readStore,
  RING,
  type StoreClient,
} from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

const EMERALD = {
  stockNumber: '100-77040',
  description: 'Emerald ring, platinum',
  priceCents: 400_000,
};

/** A customer who is marked tax exempt, and has no certificate. */
const RESALE = { givenName: 'Delia', familyName: 'Moss', phone: '(615) 555-0177', last4: '0177' };

async function addResaleCustomer(client: StoreClient): Promise<void> {
  const { givenName, familyName, phone } = RESALE;
  const fields = {
    givenName,
    familyName,
    company: 'Moss Resale',
    phone,
    email: '',
    address: null,
    note: '',
    taxExempt: true,
    language: 'en',
  } as const;
  const customerId = newId('customer');
  mustDo(await client.customers.add({ commandId: newId('command'), customerId, fields }));
}

async function openTaxes({ page, key, click }: Counter): Promise<void> {
  await key('Alt+5');
  await click(page.getByRole('button', { name: 'Taxes', exact: true }));
  await expect(page.getByRole('list', { name: 'Places' })).toBeVisible();
}

/** The right column: what the example sale comes to. */
const exampleTax = (page: Page, amount: string) =>
  expect(page.getByRole('complementary').locator('dl').last()).toHaveText(`Tax${amount}`);

test('Tennessee is set up from its example: $4,000 is taxed $360.00 while it is edited, and when it is sold', async ({
  openShop,
}) => {
  const { counter, page } = await openShop((client) => addPiece(client, EMERALD));
  await counter.signIn(OLIVE);
  await openTaxes(counter);
  await counter.key('n');
  const dialog = page.getByRole('dialog', { name: 'Add a place' });
  await expect(dialog.getByRole('button', { name: /^Tennessee/ })).toBeFocused();
  await counter.key('Enter');
  await expect(page.getByRole('heading', { name: 'Tennessee' })).toBeVisible();
  await exampleTax(page, '$360.00');
  await expect(page.getByRole('complementary')).toContainText(
    'on $1,600.00 · $2,400.00 above its limit',
  );

  const local = page.getByRole('region', { name: 'Local tax', exact: true });
  await expect(local).toContainText('2.25 % on the first $1,600 of each item');
  await counter.click(local.getByRole('button', { name: /2\.25 %/ }));
  const rate = local.getByRole('textbox', { name: 'Rate in percent' });
  await rate.fill('2.75');
  await exampleTax(page, '$368.00');
  await rate.fill('2.');
  await expect(page.getByText('One tax is not finished and is left out.')).toBeVisible();
  await rate.fill('2.25');
  await exampleTax(page, '$360.00');

  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('Tennessee: saved.');
  await counter.click(page.getByRole('button', { name: 'Tax this store as here' }));
  await expect(page.getByText('This store is taxed as here.')).toBeVisible();

  await counter.key('Alt+1');
  await scanLine(counter, EMERALD);
  await expect(page.getByRole('complementary')).toContainText('$4,360.00');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');

  await openTaxes(counter);
  await counter.click(page.getByRole('button', { name: /^Tennessee/ }));
  await counter.click(local.getByRole('button', { name: /2\.25 %/ }));
  await expect(local).toContainText('It stays as it is.');
  await expect(rate).toBeDisabled();
});

test('days without a rate are told at the tax, are not saved, and are closed by one button', async ({
  openShop,
}) => {
  const { app, counter, dataFolder, page } = await openShop();
  await counter.signIn(OLIVE);
  await openTaxes(counter);
  await counter.click(page.getByRole('button', { name: /^Hart & Sons/ }));
  const tax = page.getByRole('region', { name: 'Sales tax' });
  await counter.click(tax.getByRole('button', { name: /8\.25 %/ }));
  await counter.click(tax.getByRole('button', { name: 'New version from a later day' }));
  await tax.getByRole('textbox', { name: 'Rate in percent' }).fill('9.75');
  await tax.getByLabel('First day').fill('2099-01-10');
  const gap = tax.getByText(/^No version of Sales tax is in force from .* to Jan 9, 2099\./);
  await expect(gap).toBeVisible();
  await counter.key('Control+Enter');
  await expect(tax.locator('.taxes-break')).toBeFocused();
  await expect(messages(page)).not.toContainText('saved');

  await counter.click(tax.getByRole('button', { name: 'End the earlier one on Jan 9, 2099' }));
  await expect(gap).toHaveCount(0);
  await counter.key('Escape');
  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('Hart & Sons: saved.');
  await expect(tax.getByRole('listitem')).toHaveText([
    /8\.25 % on the whole price.*until Jan 9, 2099.*In force/,
    /9\.75 % on the whole price.*from Jan 10, 2099.*Coming/,
  ]);
  await app.close();
  const stored = await readStore(dataFolder, (client) => client.taxes.get({}));
  expect(stored.areas[0]?.rules.map(({ ratePpm, toDate }) => [ratePpm, toDate])).toEqual([
    [82_500, '2099-01-09'],
    [97_500, null],
  ]);
});

test('an owner attests the taxes of a place with their source; a change ends that, and the place goes out of use', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await openTaxes(counter);
  await counter.key('n');
  await counter.click(
    page.getByRole('dialog', { name: 'Add a place' }).getByRole('button', { name: /^Florida/ }),
  );
  const word = page.getByRole('region', { name: 'Attestation' });
  await expect(page.getByRole('heading', { name: 'Florida' })).toBeVisible();
  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('Florida: saved.');
  await expect(word).toContainText('Nobody has attested these taxes.');
  const attest = word.getByRole('button', { name: 'Attest these taxes' });
  await counter.click(attest);
  await expect(word).toContainText('Type where these taxes can be looked up.');
  await word.getByRole('textbox', { name: 'Where it says so' }).fill('Letter of our accountant');
  await counter.click(attest);
  await expect(word).toContainText(/Attested by Olive Hart on .*Letter of our accountant/);

  await page.getByRole('textbox', { name: 'State', exact: true }).fill('Fla.');
  await expect(attest).toBeDisabled();
  await counter.click(page.getByText('Changes nothing: the full price is taxed'));
  await counter.key('Control+Enter');
  await expect(word).toContainText('These taxes were changed after they were attested.');

  await counter.click(page.getByRole('button', { name: 'Take out of use' }));
  const dialog = page.getByRole('dialog', { name: 'Take Florida out of use?' });
  await expect(dialog).toContainText('Sales made stay as they are.');
  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('Florida is out of use.');
  await expect(page.getByRole('list', { name: 'Places' }).getByRole('listitem')).toHaveCount(1);
});

async function openDelia({ page, key, type }: Counter): Promise<void> {
  await key('Alt+2');
  await expect(page.getByRole('textbox', { name: 'Find a customer' })).toBeFocused();
  await type(RESALE.last4);
  await expect(page.locator('main [role="rowgroup"] [role="row"]')).toHaveCount(1);
  await key('Enter');
  await expect(page.getByRole('heading', { name: 'Delia Moss', level: 1 })).toBeVisible();
}

async function sellToDelia({ page, key, type }: Counter): Promise<void> {
  await key('F4');
  await expect(page.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await type(RESALE.last4);
  await expect(page.getByRole('option')).toHaveCount(1);
  await key('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('an exempt customer without a certificate is refused; with one nothing is taxed and its number is on the receipt', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(addResaleCustomer);
  await counter.signIn(OLIVE);
  await scanLine(counter, RING);
  await sellToDelia(counter);
  await counter.key('F10');
  await expect(
    page.getByText('Delia Moss is marked tax exempt, and no certificate is in force.'),
  ).toBeVisible();
  await counter.key('Escape');

  await openDelia(counter);
  await expect(page.getByText('A sale is refused until one is recorded here')).toBeVisible();
  await counter.key('x');
  const dialog = page.getByRole('dialog', { name: 'Add a certificate' });
  await expect(dialog.getByRole('textbox', { name: 'Number' })).toBeFocused();
  await counter.type('TN-4471');
  await counter.key('Control+Enter');
  await expect(dialog.getByText('Type the state, such as TN.')).toBeVisible();
  await expect(dialog.getByText('Choose the last day')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'State that gave it' }).fill('TN');
  await dialog.getByLabel('Last day').fill('2099-12-31');
  await counter.key('Control+Enter');
  await expect(dialog).toHaveCount(0);
  const certificates = page.getByRole('list', { name: 'Exemption certificates' });
  await expect(certificates).toContainText(/TN-4471.*Expires in [\d,]+ days.*Dec 31, 2099/);

  await counter.key('Alt+1');
  await expect(cartLines(page)).toHaveCount(1);
  await expect(page.getByRole('complementary')).toContainText('$999.00');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
  await counter.click(justSold(page).getByRole('button', { name: 'Receipt', exact: true }));
  await expect(page.getByRole('dialog')).toContainText('Exemption certificate TN-4471');
  await expect(page.getByRole('dialog')).toContainText(/Total\s*\$999\.00/);
});

test('an expired certificate is called so in words, exempts nobody, and is taken out of use and back', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(addResaleCustomer);
  await counter.signIn(OLIVE);
  await openDelia(counter);
  await counter.key('x');
  const dialog = page.getByRole('dialog', { name: 'Add a certificate' });
  await dialog.getByRole('textbox', { name: 'Number' }).fill('OLD-1');
  await dialog.getByRole('textbox', { name: 'State that gave it' }).fill('TN');
  await dialog.getByLabel('Last day').fill('2020-01-31');
  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('It has expired: sales stay taxed.');
  const certificates = page.getByRole('list', { name: 'Exemption certificates' });
  await expect(certificates).toContainText(/Expired [\d,]+ days ago/);
  await expect(page.getByText('A sale is refused until one is recorded here')).toBeVisible();
  await counter.click(page.getByRole('button', { name: 'Take certificate OLD-1 out of use' }));
  await expect(certificates.getByRole('listitem')).toHaveCount(0);
  await counter.key('Control+z');
  await expect(certificates).toContainText('OLD-1');
});
