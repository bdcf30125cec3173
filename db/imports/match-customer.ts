import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PostalAddress } from '#shared/customers/contract.ts';
import type { CustomerDraft } from '#shared/imports/drafts.ts';
import { foldForSearch } from '#shared/search-text.ts';
import type { CustomerRow } from '../customers/customer-row.ts';
import { findCustomerRow } from '../customers/find-customer.ts';
import { customer, customerLookup } from '../customers/tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';

/**
 * The customer that a row of a file means: by the other system's key; else one of the same name and the same phone
 * or, where one of them has no phone, the same e-mail; a row with neither means the one of that name. Never by phone
 * alone: families share phones. Two keys of one system are two customers, whatever else they share.
 */
export function findMatchingCustomer(
  db: ReadDb,
  draft: CustomerDraft,
  source: string | null,
): CustomerRow | undefined {
  return (
    findKeyed(db, draft, source) ??
    candidates(db, draft).find(
      (row) => !isKeyedApart(row, draft, source) && isSamePerson(row, draft),
    )
  );
}

/** A key of a system we cannot name may be anybody's: there the name has to agree. */
function findKeyed(
  db: ReadDb,
  draft: CustomerDraft,
  source: string | null,
): CustomerRow | undefined {
  if (draft.externalId === undefined) return undefined;
  const { externalId } = draft;
  const found = byExternalId(db).get({ storeId: db.storeId, source, externalId });
  if (!found) return undefined;
  return source !== null || nameOf(found) === nameOf(draft) ? found : undefined;
}

function isKeyedApart(row: CustomerRow, draft: CustomerDraft, source: string | null): boolean {
  return draft.externalId !== undefined && row.externalId !== null && row.source === source;
}

function isSamePerson(row: CustomerRow, draft: CustomerDraft): boolean {
  if (nameOf(row) !== nameOf(draft)) return false;
  if (row.phoneE164 !== null && draft.phoneE164 !== undefined) {
    return row.phoneE164 === draft.phoneE164;
  }
  if (row.email !== '' && draft.email !== undefined) return row.email.toLowerCase() === draft.email;
  if (draft.phoneE164 !== undefined || draft.email !== undefined) return false;
  return row.address === null || !draft.address || placeOf(row.address) === folded(draft.address);
}

type Names = Pick<CustomerDraft, 'givenName' | 'familyName' | 'company'>;

function nameOf({ givenName, familyName, company = '' }: Names): string {
  return foldForSearch(`${givenName} ${familyName} ${company}`);
}

function placeOf(address: string): string {
  return folded(JSON.parse(address) as PostalAddress);
}

function folded({ line1, city, zip }: PostalAddress): string {
  return foldForSearch(`${line1} ${city} ${zip}`);
}

/** Who could be meant: everybody of exactly that name, whatever else they share. */
function candidates(db: ReadDb, draft: CustomerDraft): readonly CustomerRow[] {
  const foldedName = nameOf(draft);
  if (foldedName === '') return [];
  const ids = idsByName(db).all({ foldedName });
  return ids.flatMap(({ customerId }) => findCustomerRow(db, customerId) ?? []);
}

const byExternalId = prepared((orm) =>
  orm
    .select()
    .from(customer)
    .where(
      and(
        eq(customer.storeId, sql.placeholder('storeId')),
        sql`${customer.source} is ${sql.placeholder('source')}`,
        eq(customer.externalId, sql.placeholder('externalId')),
        isNull(customer.archivedAtMs),
      ),
    )
    .limit(1)
    .prepare(),
);

const idsByName = prepared((orm) =>
  orm
    .select({ customerId: customerLookup.customerId })
    .from(customerLookup)
    .where(eq(customerLookup.foldedName, sql.placeholder('foldedName')))
    .prepare(),
);
