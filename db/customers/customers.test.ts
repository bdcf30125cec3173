import { afterEach, expect, test } from 'vitest';
import type { CustomerFields } from '#shared/customers/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { fullScans, plansOf } from '../testing/planned-queries.ts';
import { addCustomer } from './add-customer.ts';
import { editCustomer } from './edit-customer.ts';
import { findCustomer, findCustomerBrief, listSamePhone, noteVisit } from './find-customer.ts';
import { unindexCustomer } from './index-customer.ts';
import { bestCustomers, searchCustomers } from './search-customers.ts';
import { customerTable } from './tables.ts';

let shop: TestShop;
afterEach(() => shop.close());

const ada: CustomerFields = {
  givenName: 'Adaeze',
  familyName: 'Okafor',
  company: '',
  phone: '(615) 555-4412',
  email: 'ada@example.com',
  address: null,
  note: '',
  taxExempt: false,
  language: 'en',
};
const franklin = { line1: '1 Elm', line2: '', city: 'Franklin', state: 'TN', zip: '', country: '' };

function add(fields: Partial<CustomerFields> = {}, nowMs = TEST_NOW_MS, actor = shop.manager) {
  const input = { customerId: newId('customer'), fields: { ...ada, ...fields } };
  const context = shop.context('customers.add', { nowMs, actor });
  return shop.writer.write(context, input, (tx) => addCustomer(tx, context, input));
}

function idOf(result: Result<{ readonly customerId: CustomerId }>): CustomerId {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.customerId;
}

function edit(customerId: CustomerId, fields: Partial<CustomerFields>) {
  const input = { customerId, fields: { ...ada, ...fields } };
  const context = shop.context('customers.edit');
  return shop.writer.write(context, input, (tx) => editCustomer(tx, context, input));
}

function visit(customerId: CustomerId, businessDate: string, atMs: number): void {
  shop.writer.writeLocal((tx) => noteVisit(tx, customerId, businessDate, atMs));
}

const found = (text: string) =>
  searchCustomers(shop.writer, { text }).rows.map((customer) => customer.name);

test('a customer is added with the number in full and found by its end', () => {
  shop = aShop();
  const customerId = idOf(add({ address: franklin }));
  expect(findCustomer(shop.writer, customerId)).toEqual({
    customerId,
    name: 'Adaeze Okafor',
    town: 'Franklin',
    phone: '(615) 555-4412',
    phoneLast4: '4412',
    lastVisitOn: null,
    fields: { ...ada, address: franklin },
    importedFrom: null,
  });
  expect(shop.writer.sqlite.prepare('select phone_e164 from customer').pluck().get()).toBe(
    '+16155554412',
  );
  expect(found('4412')).toEqual(['Adaeze Okafor']);
});

test('a customer without any name is refused, and so are digits that are no phone', () => {
  shop = aShop();
  expect(add({ givenName: '', familyName: '' })).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NAME_REQUIRED' },
  });
  expect(add({ phone: '12345' })).toEqual({ ok: false, refusal: { code: 'PHONE_MALFORMED' } });
  expect(add({ givenName: '', familyName: '', company: 'Bellmore Watch Club' }).ok).toBe(true);
  expect(found('watch')).toEqual(['Bellmore Watch Club']);
});

test('an edit sets only what differs, with the number in full, and the new words find the customer', () => {
  shop = aShop();
  const customerId = idOf(add());
  const before = shop.writer.head.n;
  expect(edit(customerId, {}).ok).toBe(true);
  expect(shop.writer.head.n).toBe(before);
  expect(edit(customerId, { phone: '615 555 7788', familyName: 'Müller' }).ok).toBe(true);
  const ops = shop.writer.sqlite.prepare('select ops from changeset order by n desc').pluck().get();
  const [op] = JSON.parse(String(ops));
  expect(Object.keys(op.fields)).toEqual(['familyName', 'phone', 'phoneE164']);
  expect(found('muller')).toEqual(['Adaeze Müller']);
  expect(found('mueller')).toEqual(['Adaeze Müller']);
  expect(found('7788 muell')).toEqual(['Adaeze Müller']);
  expect(found('7788')).toEqual(['Adaeze Müller']);
  expect(found('4412')).toEqual([]);
  expect(found('okafor')).toEqual([]);
});

test('an edit is refused for who is not there, without a name, and with digits that are no phone', () => {
  shop = aShop();
  const customerId = idOf(add());
  expect(edit(newId('customer'), {})).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
  expect(edit(customerId, { givenName: '', familyName: '' })).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NAME_REQUIRED' },
  });
  expect(edit(customerId, { phone: '1' })).toEqual({
    ok: false,
    refusal: { code: 'PHONE_MALFORMED' },
  });
});

test('an address of nothing is no address, and the same address is no change', () => {
  shop = aShop();
  const empty = { line1: '', line2: '', city: '', state: '', zip: '', country: 'US' };
  const customerId = idOf(add({ address: empty }));
  expect(findCustomer(shop.writer, customerId)?.fields.address).toBeNull();
  edit(customerId, { address: franklin });
  const { n } = shop.writer.head;
  edit(customerId, { address: { ...franklin } });
  expect(shop.writer.head.n).toBe(n);
});

test('only a manager takes the tax off a customer, or puts it back', () => {
  shop = aShop();
  const refused = { ok: false, refusal: { code: 'EXEMPT_NEEDS_MANAGER' } };
  expect(add({ taxExempt: true }, TEST_NOW_MS, shop.counter)).toEqual(refused);
  const customerId = idOf(add({ taxExempt: true }));
  const command = shop.context('customers.edit');
  const change = (fields: Partial<CustomerFields>) =>
    shop.writer.write(shop.context('customers.edit'), fields, (tx) =>
      editCustomer(tx, command, { customerId, fields: { ...ada, taxExempt: true, ...fields } }),
    );
  expect(change({ taxExempt: false })).toEqual(refused);
  expect(change({ note: 'likes opals' }).ok).toBe(true);
});

test('the cart hears of a customer what it needs', () => {
  shop = aShop();
  const customerId = idOf(add({ taxExempt: true, note: 'allergic to nickel' }));
  expect(findCustomerBrief(shop.writer, customerId)).toEqual({
    customerId,
    name: 'Adaeze Okafor',
    town: '',
    phone: '(615) 555-4412',
    phoneLast4: '4412',
    lastVisitOn: null,
    taxExempt: true,
    note: 'allergic to nickel',
  });
  expect(findCustomerBrief(shop.writer, newId('customer'))).toBeUndefined();
});

test('an archived customer is found nowhere', () => {
  shop = aShop();
  const customerId = idOf(add());
  shop.writer.write(shop.context('test.archive'), null, (tx) => {
    tx.archive(customerTable, customerId, 1);
    unindexCustomer(tx, customerId);
    return ok(null);
  });
  expect(findCustomer(shop.writer, customerId)).toBeUndefined();
  expect(findCustomerBrief(shop.writer, customerId)).toBeUndefined();
  expect(found('')).toEqual([]);
  expect(found('okafor')).toEqual([]);
  expect(listSamePhone(shop.writer, ada.phone)).toEqual([]);
  expect(edit(customerId, {})).toMatchObject({ refusal: { code: 'CUSTOMER_NOT_FOUND' } });
});

test('the last visit is the latest, in whatever order visits arrive', () => {
  shop = aShop();
  const customerId = idOf(add());
  visit(customerId, '2026-11-20', TEST_NOW_MS - 5);
  expect(findCustomerBrief(shop.writer, customerId)?.lastVisitOn).toBe('2026-11-20');
  visit(customerId, '2026-11-23', TEST_NOW_MS);
  visit(customerId, '2026-11-21', TEST_NOW_MS - 3);
  expect(findCustomerBrief(shop.writer, customerId)?.lastVisitOn).toBe('2026-11-23');
});

test('a phone that somebody has already is shown, however it is typed; families share them', () => {
  shop = aShop();
  const first = idOf(add());
  const second = idOf(add({ givenName: 'Chidi' }));
  const names = (phone: string, except?: string) =>
    listSamePhone(shop.writer, phone, except).map((row) => row.name);
  expect(names('+1 615-555-4412')).toEqual(['Adaeze Okafor', 'Chidi Okafor']);
  expect(names('6155554412', first)).toEqual(['Chidi Okafor']);
  expect(names('615555441', second)).toEqual([]);
  expect(names('4412')).toEqual([]);
  expect(names('')).toEqual([]);
});

test('search: exact number before last 4 before names before the rest, the latest visit first', () => {
  shop = aShop();
  const rest = idOf(add({ givenName: 'Rita', phone: '(441) 255-0000', company: '' }, 9));
  idOf(add({ givenName: 'Late', phone: '(901) 555-4412' }, 1));
  const visitor = idOf(add({ givenName: 'Visitor', phone: '(615) 777-4412' }, 2));
  visit(visitor, '2026-11-01', 50);
  expect(found('4412')).toEqual(['Visitor Okafor', 'Late Okafor', 'Rita Okafor']);
  expect(found('4412 la')).toEqual(['Late Okafor']);
  expect(found('(901) 555-4412')).toEqual(['Late Okafor']);
  expect(found('441')).toEqual(['Visitor Okafor', 'Rita Okafor', 'Late Okafor']);
  edit(rest, { givenName: 'Rita', familyName: 'Stone', email: 'late@example.com' });
  expect(found('late')).toEqual(['Late Okafor', 'Rita Stone']);
  expect(found('OKA late')).toEqual(['Late Okafor']);
});

test('accents and letters that do not decompose are found without them', () => {
  shop = aShop();
  const people = ['Müller', 'Núñez', 'Sørensen', 'Wałęsa', 'Groß', 'Đorđević'];
  for (const familyName of people) idOf(add({ familyName }));
  for (const typed of ['muller', 'NUNEZ', 'sorensen', 'walesa', 'gross', 'dordevic', 'müll']) {
    expect(found(typed), typed).toHaveLength(1);
  }
});

test('marks that mean something to an index mean nothing in the search box', () => {
  shop = aShop();
  idOf(add());
  for (const text of ['"', '*', 'NEAR(', 'text:ada', "o'kafor", '-', 'ada AND', '^ada', '\u0000']) {
    expect(() => found(text), text).not.toThrow();
  }
  expect(found('ada@example')).toEqual(['Adaeze Okafor']);
  expect(found('x'.repeat(200))).toEqual([]);
});

test('a list longer than what is ranked goes on to its end', () => {
  shop = aShop();
  const context = shop.context('test.fill');
  for (let start = 0; start < 600; start += 100) {
    shop.writer.write(shop.context('test.fill'), { start }, (tx) => {
      for (let i = start; i < start + 100; i++) {
        const fields = { ...ada, givenName: `Guest${i}`, phone: '615 555 4412', email: '' };
        addCustomer(tx, context, { customerId: newId('customer'), fields });
      }
      return ok(null);
    });
  }
  const seen = new Set<string>();
  for (let offset = 0; offset < 600; offset += 50) {
    const page = searchCustomers(shop.writer, { text: 'guest', limit: 50, offset });
    expect(page.total).toBe(600);
    for (const row of page.rows) seen.add(row.name);
  }
  expect(seen.size).toBe(600);
  const everyone = searchCustomers(shop.writer, { text: '', limit: 10, offset: 595 });
  expect(everyone).toMatchObject({ total: 600, rows: { length: 5 } });
  expect(searchCustomers(shop.writer, { text: '4412', limit: 1 }).total).toBe(600);
});

test('no way to look for a customer reads all customers', () => {
  shop = aShop();
  const customerId = idOf(add());
  shop = shop.reopen();
  const plans = plansOf(shop.writer.sqlite, () => {
    searchCustomers(shop.writer, { text: '4412 ad' });
    searchCustomers(shop.writer, { text: '' });
    findCustomer(shop.writer, customerId);
    findCustomerBrief(shop.writer, customerId);
    listSamePhone(shop.writer, ada.phone);
    visit(customerId, '2026-11-23', 1);
  });
  expect(plans.length).toBeGreaterThan(6);
  expect(fullScans(plans)).toEqual([]);
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

test('an e-mail is found by its beginning, the whole one first, and in a new one no longer by the old', () => {
  shop = aShop();
  const longer = idOf(add({ givenName: 'Lena', email: 'Ada@Example.com.mx' }));
  const customerId = idOf(add({ email: 'ada@example.com' }));
  add({ givenName: 'Omar', email: '' });
  const emails = (text: string) => bestCustomers(shop.writer, text, 8).map((hit) => hit.customerId);
  expect(emails('ADA@example.com')).toEqual([customerId, longer]);
  expect(emails('ada@')).toEqual([customerId, longer]);
  expect(searchCustomers(shop.writer, { text: 'ada@example.com.m' }).total).toBe(1);
  edit(customerId, { email: 'adaeze@example.com' });
  expect(emails('ada@')).toEqual([longer]);
  expect(emails('%@_')).toEqual([]);
});

test('the best hits are the first of all hits, whatever is typed', () => {
  shop = aShop();
  for (const givenName of ['Ana', 'Anna', 'Hannah', 'Zoë'])
    add({ givenName, email: `${givenName}@b.com` });
  for (const text of ['an', 'a', '4412', '4412 ad', 'zoe', 'b@', 'ana@b', '615', 'nothing']) {
    const { rows } = searchCustomers(shop.writer, { text });
    expect(bestCustomers(shop.writer, text, 2)).toEqual(rows.slice(0, 2));
  }
});
