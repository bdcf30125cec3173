import type { CustomerFields, PostalAddress } from '#shared/customers/contract.ts';
import type { InferSelectModel } from 'drizzle-orm';
import type { customer } from './tables.ts';

export type CustomerRow = InferSelectModel<typeof customer>;

/** Columns of a customer that an edit or an import may set. */
export type CustomerChange = Partial<
  Pick<
    CustomerRow,
    | 'givenName'
    | 'familyName'
    | 'company'
    | 'phone'
    | 'phoneE164'
    | 'email'
    | 'address'
    | 'note'
    | 'taxExempt'
    | 'language'
    | 'askedElsewhere'
  >
>;

/** What a form holds → columns; `phoneE164` is read from the phone by the caller. */
export function columnsOf(fields: CustomerFields, phoneE164: string | null) {
  const { givenName, familyName, company, phone, email, note, language } = fields;
  return {
    givenName,
    familyName,
    company,
    phone,
    phoneE164,
    email,
    address: addressColumn(fields.address),
    note,
    taxExempt: fields.taxExempt ? 1 : 0,
    language,
  };
}

/** A row → what a form holds. */
export function fieldsOf(row: CustomerRow): CustomerFields {
  const { givenName, familyName, company, phone, email, note, language } = row;
  return {
    givenName,
    familyName,
    company,
    phone,
    email,
    address: row.address === null ? null : (JSON.parse(row.address) as PostalAddress),
    note,
    taxExempt: row.taxExempt === 1,
    language,
  };
}

/** One composite value in one order of its parts, so that equal addresses are equal text; an empty one is none. */
export function addressColumn(address: PostalAddress | null): string | null {
  if (!address) return null;
  const { line1, line2, city, state, zip, country } = address;
  const isEmpty = [line1, line2, city, state, zip].every((part) => part === '');
  return isEmpty ? null : JSON.stringify({ line1, line2, city, state, zip, country });
}
