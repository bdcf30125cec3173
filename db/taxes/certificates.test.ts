import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import type { ExemptionCertificate } from '#shared/taxes/exemption.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { aCart, aPiece, aSale, sell } from '../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { day } from '../testing/a-tax-area.ts';
import { addCertificate } from './add-certificate.ts';
import { archiveCertificate } from './archive-certificate.ts';
import {
  findCertificateInForce,
  findCertificateNumber,
  listCertificates,
} from './find-certificate.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

function aCustomer(taxExempt = false): CustomerId {
  const customerId = newId('customer');
  const fields = {
    givenName: 'Rosa',
    familyName: 'Delgado',
    company: 'Delgado Resale',
    phone: '',
    email: '',
    address: null,
    note: '',
    taxExempt,
    language: 'en' as const,
  };
  const context = shop.context('customers.add', { actor: shop.manager });
  shop.writer.write(context, fields, (tx) => addCustomer(tx, context, { customerId, fields }));
  return customerId;
}

const aCertificate = (
  customerId: CustomerId,
  over: Partial<ExemptionCertificate> = {},
): ExemptionCertificate => ({
  exemptionCertificateId: newId('exemptionCertificate'),
  customerId,
  kind: 'resale',
  number: 'TN-100-200',
  state: 'TN',
  expiresOn: null,
  ...over,
});
function add(certificate: ExemptionCertificate, nowMs = TEST_NOW_MS) {
  const context = shop.context('taxes.addCertificate', { actor: shop.manager, nowMs });
  return shop.writer.write(context, certificate, (tx) =>
    addCertificate(tx, context, { certificate }),
  );
}
function takeOut(exemptionCertificateId: ExemptionCertificate['exemptionCertificateId']) {
  const context = shop.context('taxes.archiveCertificate', { actor: shop.manager });
  const input = { exemptionCertificateId };
  return shop.writer.write(context, input, (tx) => archiveCertificate(tx, context, input));
}
/** A ring at $100.00, 8.25 % where it is taxed. */
function sellTo(customerId: CustomerId) {
  const pieceId = aPiece(shop, { stockNumber: `R-${newId('piece')}`, priceCents: 10_000 });
  return sell(shop, aSale(shop, { ...aCart(shop, [pieceId]), customerId }));
}

test('a certificate is kept with who looked at it, over a restart, and changes nothing else of the customer', () => {
  const customerId = aCustomer();
  const before = findCustomer(shop.writer, customerId);
  const certificate = aCertificate(customerId);
  const { exemptionCertificateId } = certificate;
  expect(add(certificate)).toEqual({ ok: true, value: { exemptionCertificateId } });
  shop = shop.reopen();
  expect(listCertificates(shop.writer, customerId)).toEqual([
    { ...certificate, recordedBy: shop.manager.staffId },
  ]);
  expect(findCustomer(shop.writer, customerId)).toEqual(before);
});

test('its number is personal: the log holds its hash, and the value can be erased', () => {
  const customerId = aCustomer();
  add(aCertificate(customerId, { number: 'CANARY-4471' }));
  const { sqlite } = shop.writer;
  const ops = sqlite.prepare('select ops from changeset order by n desc limit 1').pluck().get();
  expect(ops).not.toContain('CANARY-4471');
  expect(ops).toContain('"state":["TN",null]');
  const values = sqlite.prepare('select value from changeset_value').pluck().all();
  expect(values).toContain('CANARY-4471');
});

test('nobody is exempt who is not there', () => {
  const before = shop.writer.head.n;
  const customerId = newId('customer');
  expect(add(aCertificate(customerId))).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
  expect(shop.writer.head.n).toBe(before);
  expect(listCertificates(shop.writer, customerId)).toEqual([]);
});

test('with a certificate in force nothing is taxed; marked exempt without one the sale is refused', () => {
  const unmarked = aCustomer();
  expect(sellTo(unmarked)).toMatchObject({ ok: true, value: { totalCents: 10_825 } });
  const marked = aCustomer(true);
  const before = shop.writer.head.n;
  expect(sellTo(marked)).toMatchObject({
    ok: false,
    refusal: { code: 'EXEMPT_NEEDS_CERTIFICATE' },
  });
  // The piece was received; the sale left nothing.
  expect(shop.writer.head.n).toBe(before + 1);
  for (const customerId of [unmarked, marked]) {
    add(aCertificate(customerId));
    expect(sellTo(customerId)).toMatchObject({ ok: true, value: { totalCents: 10_000 } });
  }
});

test('one that expired exempts nobody, is still listed, and is covered by one that lasts longer', () => {
  const customerId = aCustomer();
  const expired = aCertificate(customerId, { expiresOn: day('2026-11-22') });
  add(expired);
  expect(listCertificates(shop.writer, customerId)).toHaveLength(1);
  expect(sellTo(customerId)).toMatchObject({ ok: true, value: { totalCents: 10_825 } });
  const lastDay = aCertificate(customerId, { expiresOn: day('2026-11-23'), number: 'LAST-DAY' });
  const longer = aCertificate(customerId, { expiresOn: day('2027-11-23'), number: 'LONGER' });
  add(longer, TEST_NOW_MS + 1000);
  add(lastDay, TEST_NOW_MS + 2000);
  const inForceOn = (date: string) => findCertificateInForce(shop.writer, customerId, date)?.number;
  expect(inForceOn('2026-11-23')).toBe('LONGER');
  expect(inForceOn('2027-11-24')).toBeUndefined();
  expect(listCertificates(shop.writer, customerId).map(({ number }) => number)).toEqual([
    'LAST-DAY',
    'LONGER',
    'TN-100-200',
  ]);
});

test('only one for resale will do where a lessor buys', () => {
  const customerId = aCustomer();
  add(aCertificate(customerId, { kind: 'charity', number: 'CHARITY' }));
  expect(findCertificateInForce(shop.writer, customerId, shop.today)?.number).toBe('CHARITY');
  expect(findCertificateInForce(shop.writer, customerId, shop.today, 'resale')).toBeUndefined();
  add(aCertificate(customerId, { expiresOn: day('2026-12-01'), number: 'RESALE' }));
  expect(findCertificateInForce(shop.writer, customerId, shop.today, 'resale')?.number).toBe(
    'RESALE',
  );
});

test('taken out of use it exempts nobody from the next sale on; the sale before keeps its number', () => {
  const customerId = aCustomer();
  const certificate = aCertificate(customerId);
  add(certificate);
  expect(sellTo(customerId).ok).toBe(true);
  expect(takeOut(certificate.exemptionCertificateId)).toEqual({ ok: true, value: null });
  expect(listCertificates(shop.writer, customerId)).toEqual([]);
  expect(sellTo(customerId)).toMatchObject({ ok: true, value: { totalCents: 10_825 } });
  expect(findCertificateNumber(shop.writer, certificate.exemptionCertificateId)).toBe('TN-100-200');
  const before = shop.writer.head.n;
  for (const id of [certificate.exemptionCertificateId, newId('exemptionCertificate')])
    expect(takeOut(id)).toEqual({ ok: false, refusal: { code: 'CERTIFICATE_NOT_FOUND' } });
  expect(shop.writer.head.n).toBe(before);
});
