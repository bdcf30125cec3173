import type { CustomerFields } from '#shared/customers/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { houseAccountTable } from '../house-accounts/tables.ts';
import { exemptionCertificateTable } from '../taxes/tables.ts';
import { newId, TEST_NOW_MS, type TestShop } from './a-shop.ts';

/** A customer of the test shop: Eve Stone, unless told another. */
export function aCustomer(shop: TestShop, fields: Partial<CustomerFields> = {}): CustomerId {
  const customerId = newId('customer');
  const context = shop.context('customers.add', { actor: shop.manager });
  const eve: CustomerFields = {
    givenName: 'Eve',
    familyName: 'Stone',
    company: '',
    phone: '',
    email: '',
    address: null,
    note: '',
    taxExempt: false,
    language: 'en',
  };
  const input = { customerId, fields: { ...eve, ...fields } };
  const added = shop.writer.write(context, input, (tx) => addCustomer(tx, context, input));
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return customerId;
}

/** A certificate under which a customer pays no tax; a charity's, without an end, unless told another. */
export function aCertificate(
  shop: TestShop,
  customerId: CustomerId,
  over: {
    readonly kind?: 'resale' | 'government' | 'charity' | 'other';
    readonly expiresOn?: string;
  } = {},
): string {
  const id = newId('exemptionCertificate');
  shop.writer.write(shop.context('test.certificate'), id, (tx) => {
    tx.insertProfile(exemptionCertificateTable, {
      id,
      customerId,
      kind: over.kind ?? 'charity',
      number: 'E-100',
      state: 'TN',
      expiresOn: over.expiresOn ?? null,
      recordedBy: shop.manager.staffId,
      createdAtMs: TEST_NOW_MS,
    });
    return ok(null);
  });
  return id;
}

/** An account on which a customer may owe; due in 30 days. */
export function aHouseAccount(
  shop: TestShop,
  customerId: CustomerId,
  over: { readonly limitCents?: number; readonly onStop?: boolean } = {},
): void {
  shop.writer.write(shop.context('test.account'), customerId, (tx) => {
    tx.insertProfile(houseAccountTable, {
      id: customerId,
      limitCents: over.limitCents ?? 100_000,
      termsDays: 30,
      onStop: over.onStop === true ? 1 : 0,
      openedAtMs: TEST_NOW_MS,
    });
    return ok(null);
  });
}
