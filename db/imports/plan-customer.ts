import type { PostalAddress } from '#shared/customers/contract.ts';
import { diffCustomer, type FieldChange, mergeNote } from '#shared/imports/diff-draft.ts';
import type { AskedElsewhere, CustomerDraft } from '#shared/imports/drafts.ts';
import { readPhone } from '#shared/imports/read-phone.ts';
import { addressColumn, type CustomerChange, type CustomerRow } from '../customers/customer-row.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { findMatchingCustomer } from './match-customer.ts';
import type { ImportTerms } from './plan-piece.ts';

/** What a row would do to the customers. */
export interface CustomerPlan {
  readonly existing: CustomerRow | undefined;
  readonly changes: readonly FieldChange[];
  readonly columns: CustomerChange;
}

/** Plans a row: the customer it means, else a new one. A field the file does not hold changes nothing. */
export function planCustomer(
  db: ReadDb,
  draft: CustomerDraft,
  { source, mapping }: ImportTerms,
): CustomerPlan {
  const existing = findMatchingCustomer(db, draft, source);
  if (!existing) return { existing, changes: [], columns: {} };
  const changes = diffCustomer(draftOf(existing), draft, mapping);
  const columns = columnsOf(existing, draft, new Set(changes.map(({ field }) => field)));
  return { existing, changes, columns };
}

/** What a file says of marketing, as it is kept: asked elsewhere, never consent. */
export function askedColumn(asked: AskedElsewhere): string | null {
  return Object.keys(asked).length === 0 ? null : JSON.stringify(asked);
}

function draftOf(row: CustomerRow): CustomerDraft {
  const { givenName, familyName, company, email, note, language } = row;
  const extension = readPhone(row.phone, 'US')?.extension;
  return {
    givenName,
    familyName,
    company,
    ...(row.phoneE164 !== null && { phoneE164: row.phoneE164, phoneTyped: row.phone }),
    ...(extension !== undefined && { phoneExtension: extension }),
    email,
    ...(row.address !== null && { address: JSON.parse(row.address) as PostalAddress }),
    note,
    taxExempt: row.taxExempt === 1,
    language,
    askedElsewhere: askedOf(row),
  };
}

function askedOf({ askedElsewhere }: CustomerRow): AskedElsewhere {
  return askedElsewhere === null ? {} : (JSON.parse(askedElsewhere) as AskedElsewhere);
}

/** The columns behind the changes: what the draft says where the difference says that it counts. */
function columnsOf(
  existing: CustomerRow,
  draft: CustomerDraft,
  changed: ReadonlySet<string>,
): CustomerChange {
  const { givenName, familyName, company, email, language, phoneTyped, phoneE164 } = draft;
  const note = mergeNote(existing.note, draft.note);
  const asked = askedColumn({ ...askedOf(existing), ...draft.askedElsewhere });
  return changedFields<CustomerChange>(existing, {
    ...(changed.has('givenName') && { givenName }),
    ...(changed.has('familyName') && { familyName }),
    ...(changed.has('company') && company !== undefined && { company }),
    ...(changed.has('phone') &&
      phoneTyped !== undefined &&
      phoneE164 !== undefined && { phone: phoneTyped, phoneE164 }),
    ...(changed.has('email') && email !== undefined && { email }),
    ...(changed.has('address') && { address: addressColumn(draft.address ?? null) }),
    ...(changed.has('note') && note !== undefined && { note }),
    ...(changed.has('taxExempt') && { taxExempt: draft.taxExempt ? 1 : 0 }),
    ...(changed.has('language') && language !== undefined && { language }),
    ...((changed.has('askedElsewhereSms') || changed.has('askedElsewhereEmail')) && {
      askedElsewhere: asked,
    }),
  });
}
