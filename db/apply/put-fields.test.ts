import { afterEach, expect, test } from 'vitest';
import { customerTable } from '../customers/tables.ts';
import { ok } from '#shared/result.ts';
import { anEmptyShop, type EmptyShop } from '../testing/an-empty-shop.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { applyChangesets } from './apply-changesets.ts';
import type { Cell } from './known-tables.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { aChangeset } from './testing/a-changeset.ts';

let shop: EmptyShop;
afterEach(() => shop.close());

/** Ada, as the server's log has her: made by another register and pulled. */
const made = aChangeset([
  {
    add: customerTable,
    row: { id: 'ada', givenName: 'Ada', note: 'gold', language: 'en', createdAtMs: 7 },
  },
]);

function pull(...page: readonly PulledChangeset[]) {
  return shop.writer.writeLocal((tx) => {
    const result = applyChangesets(tx, page, 1);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  });
}
function type(fields: Readonly<Record<string, Cell>>): string {
  const context = shop.context('test.edit', null);
  shop.writer.write(
    context,
    fields,
    (tx) => (tx.setFields(customerTable, 'ada', fields), ok(null)),
  );
  return context.commandId;
}
const decided = (fields: Readonly<Record<string, Cell>>, base: string | null) =>
  aChangeset([{ set: customerTable, id: 'ada', fields, base }]);
const acked = (id: string) =>
  shop.writer.sqlite.prepare("update changeset set state = 'acked' where id = ?").run(id);
const here = () =>
  shop.writer.sqlite
    .prepare("select given_name, note, language from customer where id = 'ada'")
    .raw()
    .get();
const underneath = () =>
  shop.writer.sqlite
    .prepare('select field, server_value, server_token from sync_field_pending')
    .raw()
    .all();
const token = (field: string) =>
  shop.writer.sqlite
    .prepare("select token from sync_field_token where row_id = 'ada' and field = ?")
    .pluck()
    .get(field);

test('a field set on top of what is here takes the new value, and the search finds it', () => {
  shop = anEmptyShop();
  pull(made);
  const married = decided({ givenName: 'Augusta' }, made.id);
  expect(pull(married)).toMatchObject({ profiles: 1, facts: 0 });
  expect(here()).toEqual(['Augusta', 'gold', 'en']);
  expect(token('givenName')).toBe(married.id);
  expect(shop.writer.sqlite.prepare('select name from customer_lookup').pluck().all()).toEqual([
    'Augusta',
  ]);
});

test('a value typed here and not sent yet stays in view, and what the server says is kept under it', () => {
  shop = anEmptyShop();
  pull(made);
  const mine = type({ note: 'platinum' });
  const theirs = decided({ note: 'silver', language: 'es' }, made.id);
  pull(theirs);
  expect(here()).toEqual(['Ada', 'platinum', 'es']);
  expect(token('note')).toBe(mine);
  expect(underneath()).toEqual([['note', '"silver"', theirs.id]]);
  const later = decided({ note: 'brass' }, theirs.id);
  pull(later);
  expect(here()).toEqual(['Ada', 'platinum', 'es']);
  expect(underneath()).toEqual([['note', '"brass"', later.id]]);
});

test('a value set elsewhere on top of ours is later than ours, even before we hear that ours arrived', () => {
  shop = anEmptyShop();
  pull(made);
  const mine = type({ note: 'platinum' });
  pull(decided({ note: 'silver' }, made.id));
  pull(decided({ note: 'platinum, size 6' }, mine));
  expect(here()).toEqual(['Ada', 'platinum, size 6', 'en']);
  expect(underneath()).toEqual([]);
});

test('once ours is sent, the order of the server decides, whatever the value was set on', () => {
  shop = anEmptyShop();
  pull(made);
  acked(type({ note: 'platinum' }));
  pull(decided({ note: 'silver' }, made.id));
  expect(here()).toEqual(['Ada', 'silver', 'en']);
  expect(underneath()).toEqual([]);
});

test('the same page again changes nothing, though somebody has typed over it', () => {
  shop = anEmptyShop();
  const first = decided({ note: 'silver' }, made.id);
  const second = decided({ note: 'brass' }, first.id);
  pull(made, first, second);
  type({ note: 'platinum' });
  type({ note: 'palladium' });
  pull(made, first, second);
  expect(here()).toEqual(['Ada', 'palladium', 'en']);
  expect(underneath()).toEqual([]);
});

test('a customer made here is not overwritten by another row with the same id before it is sent', () => {
  shop = anEmptyShop();
  const context = shop.context('customers.add', null);
  const customerId = shop.register.registerId as never;
  const fields = {
    givenName: 'Ada',
    familyName: '',
    company: '',
    phone: '',
    email: '',
    address: null,
    note: '',
    taxExempt: false,
    language: 'en' as const,
  };
  shop.writer.write(context, null, (tx) => addCustomer(tx, context, { customerId, fields }));
  const elsewhere = aChangeset([
    { add: customerTable, row: { id: customerId, givenName: 'Eve', language: 'es' } },
  ]);
  pull(elsewhere);
  const row = shop.writer.sqlite.prepare('select given_name, language from customer').raw().get();
  expect(row).toEqual(['Ada', 'en']);
  expect(underneath()).toContainEqual(['givenName', '"Eve"', elsewhere.id]);
});
