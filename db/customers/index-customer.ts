import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { customerName } from '#shared/customers/customer-name.ts';
import type { PostalAddress } from '#shared/customers/contract.ts';
import { readCustomerPhone } from '#shared/customers/phone.ts';
import { foldForSearch } from '#shared/search-text.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { customerLookup } from './tables.ts';

/** Derived: the words of each customer who is not archived. Contentless, so that an erasure has one place less to go. */
export const customerFts = sqliteTable('customer_fts', {
  rowid: integer('rowid').notNull(),
  text: text('text').notNull(),
});

/** What a customer is found by. */
export interface CustomerWords {
  readonly givenName: string;
  readonly familyName: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string;
  /** JSON `PostalAddress`. */
  readonly address: string | null;
}

/**
 * Puts a customer into the search, in the transaction that adds them. `firstListedAtMs` is where the list shows them
 * until their first visit: now for one who stands at the counter, 0 for one out of a file.
 */
export function indexNewCustomer(
  tx: WriteTx,
  customerId: string,
  words: CustomerWords,
  firstListedAtMs: number,
): void {
  const { seq } = insertLookup(tx).get({
    customerId,
    ...lookupOf(words),
    lastVisitAtMs: firstListedAtMs,
  });
  insertWords(tx).run({ rowid: seq, text: searchText(words) });
  tx.touch('customer_lookup');
}

/** Puts a customer's new words in place of the old ones; the last visit stays. */
export function reindexCustomer(tx: WriteTx, customerId: string, words: CustomerWords): void {
  const updated = updateLookup(tx).get({ customerId, ...lookupOf(words) });
  if (!updated) throw new Error('a customer without their search row');
  deleteWords(tx).run({ rowid: updated.seq });
  insertWords(tx).run({ rowid: updated.seq, text: searchText(words) });
  tx.touch('customer_lookup');
}

/** Takes an archived customer out of the search. */
export function unindexCustomer(tx: WriteTx, customerId: string): void {
  const removed = deleteLookup(tx).get({ customerId });
  if (removed) deleteWords(tx).run({ rowid: removed.seq });
  tx.touch('customer_lookup');
}

function lookupOf(words: CustomerWords) {
  const phone = readCustomerPhone(words.phone);
  return {
    name: customerName(words),
    foldedName: foldForSearch(`${words.givenName} ${words.familyName} ${words.company}`),
    town: townOf(words.address),
    email: words.email.trim().toLowerCase(),
    phone: words.phone,
    phoneLast4: phone.ok ? phone.value.last4 : '',
    phoneDigits: phone.ok ? phone.value.digits : '',
  };
}

/** Names, town, e-mail, and the phone as it may be begun: with country, with area code, without, and its end. */
function searchText(words: CustomerWords): string {
  const { foldedName, town, phoneDigits } = lookupOf(words);
  const national = /^1\d{10}$/.test(phoneDigits) ? phoneDigits.slice(1) : phoneDigits;
  const ways = new Set([phoneDigits, national, national.slice(-7), national.slice(-4)]);
  return [foldedName, foldForSearch(town), foldForSearch(words.email), ...ways].join(' ').trim();
}

function townOf(address: string | null): string {
  return address === null ? '' : (JSON.parse(address) as PostalAddress).city;
}

const lookupValues = {
  name: sql`${sql.placeholder('name')}`,
  foldedName: sql`${sql.placeholder('foldedName')}`,
  town: sql`${sql.placeholder('town')}`,
  email: sql`${sql.placeholder('email')}`,
  phone: sql`${sql.placeholder('phone')}`,
  phoneLast4: sql`${sql.placeholder('phoneLast4')}`,
  phoneDigits: sql`${sql.placeholder('phoneDigits')}`,
};

const insertLookup = prepared((orm) =>
  orm
    .insert(customerLookup)
    .values({
      ...lookupValues,
      customerId: sql.placeholder('customerId'),
      lastVisitAtMs: sql.placeholder('lastVisitAtMs'),
    })
    .returning({ seq: customerLookup.seq })
    .prepare(),
);

const updateLookup = prepared((orm) =>
  orm
    .update(customerLookup)
    .set(lookupValues)
    .where(eq(customerLookup.customerId, sql.placeholder('customerId')))
    .returning({ seq: customerLookup.seq })
    .prepare(),
);

const deleteLookup = prepared((orm) =>
  orm
    .delete(customerLookup)
    .where(eq(customerLookup.customerId, sql.placeholder('customerId')))
    .returning({ seq: customerLookup.seq })
    .prepare(),
);

const insertWords = prepared((orm) =>
  orm
    .insert(customerFts)
    .values({ rowid: sql.placeholder('rowid'), text: sql.placeholder('text') })
    .prepare(),
);

const deleteWords = prepared((orm) =>
  orm
    .delete(customerFts)
    .where(eq(customerFts.rowid, sql.placeholder('rowid')))
    .prepare(),
);
