import { expect, type Locator, type Page } from '@playwright/test';
import type { SellingFields } from '#shared/settings/contract.ts';
import type { Counter } from './counter.ts';
import { mustDo, newId, readStore, ROSA, type StoreClient } from './prepared-shop.ts';

/** The payment: its sheet, what is due, what was taken. */
export const sheet = (page: Page): Locator =>
  page.getByRole('dialog').filter({ hasText: 'Pay with' });
export const due = (page: Page): Locator => sheet(page).locator('.pay-due output');
export const payments = (page: Page): Locator =>
  page.getByRole('list', { name: 'Payments of this sale' }).getByRole('listitem');

/** F9, and what is due. */
export async function openPay({ key, page }: Counter, amount: string): Promise<void> {
  await key('F9');
  await expect(due(page)).toHaveText(amount);
}

/** The dialog over the payment: four digits and Enter, before the answer to them can be there. */
export async function chooseRosa({ type, key, page }: Counter): Promise<void> {
  const find = page.getByRole('combobox', { name: 'Find a customer' });
  await expect(find).toBeFocused();
  // A click tells what lies above: the keys alone went to a dialog behind the payment, too.
  await find.click();
  await type(ROSA.last4);
  await key('Enter');
  await expect(find).toHaveCount(0);
}

export async function rosaOf(client: StoreClient) {
  const [rosa] = (await client.customers.search({ text: ROSA.last4 })).rows;
  if (!rosa) throw new Error('Rosa is gone');
  return rosa.customerId;
}

/** Changes what the store sells by. */
export async function sellBy(client: StoreClient, terms: Partial<SellingFields>): Promise<void> {
  const { selling } = await client.settings.get({});
  mustDo(
    await client.settings.saveSelling({
      commandId: newId('command'),
      selling: { ...selling, ...terms },
    }),
  );
}

/** The receipt of the newest sale, from the disk. */
export function newestReceipt(dataFolder: string) {
  return readStore(dataFolder, async (client) => {
    const [sale] = await client.sales.recent({ limit: 1 });
    if (!sale) throw new Error('there is no sale');
    return await client.sales.receipt({ saleId: sale.saleId, copy: false });
  });
}

/** A lender, and a lessor that buys under its resale certificate. */
export async function addLenders(client: StoreClient): Promise<void> {
  const customerId = newId('customer');
  const company = 'Lease Co';
  const fields = {
    givenName: '',
    familyName: '',
    company,
    phone: '',
    email: '',
    address: null,
    note: '',
    taxExempt: false,
    language: 'en',
  } as const;
  mustDo(await client.customers.add({ commandId: newId('command'), customerId, fields }));
  mustDo(
    await client.taxes.addCertificate({
      commandId: newId('command'),
      certificate: {
        exemptionCertificateId: newId('exemptionCertificate'),
        customerId,
        kind: 'resale',
        number: 'R-100',
        state: 'TN',
        expiresOn: null,
      },
    }),
  );
  const provider = (name: string, kind: 'finance' | 'lease', lessor: typeof customerId | null) =>
    client.payments.saveProvider({
      commandId: newId('command'),
      providerId: newId('financeProvider'),
      fields: { name, kind, feePpm: 30_000, lessorCustomerId: lessor },
    });
  mustDo(await provider('Wells', 'finance', null));
  mustDo(await provider(company, 'lease', customerId));
}
