import { customerName } from '#shared/customers/customer-name.ts';
import type { CustomerDraft } from '#shared/imports/drafts.ts';
import { ok, type Result } from '#shared/result.ts';
import { addressColumn, type CustomerChange, type CustomerRow } from '../customers/customer-row.ts';
import { setCustomerFields } from '../customers/edit-customer.ts';
import { indexNewCustomer } from '../customers/index-customer.ts';
import { customerTable } from '../customers/tables.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { ApplyRowInput } from './apply-piece.ts';
import { type AppliedRow, markRow } from './mark-row.ts';
import { askedColumn, planCustomer } from './plan-customer.ts';

/**
 * Takes one row of a file in as a customer, with its place in the file marked in the same transaction. What the file
 * says of marketing goes to `askedElsewhere` and nowhere else: it is not proven and never consent (docs/rules.md,
 * Consent and messages). Refuses nothing: what is wrong with a row its reader has said.
 */
export function applyCustomer(
  tx: WriteTx,
  context: CommandContext,
  input: ApplyRowInput<CustomerDraft>,
): Result<AppliedRow, never> {
  const { existing, columns } = planCustomer(tx, input.draft, input);
  if (!existing) return ok(addCustomer(tx, context, input));
  const isChanged = Object.keys(columns).length > 0;
  const applied: AppliedRow = {
    outcome: isChanged ? 'changed' : 'skipped',
    subjectId: existing.id,
  };
  setCustomerFields(tx, existing, columns);
  markRow(tx, input, applied, isChanged ? { fields: oldValues(existing, columns) } : undefined);
  return ok(applied);
}

/** A customer out of a file stands below those who were here. */
const NEVER_HERE_MS = 0;

function addCustomer(
  tx: WriteTx,
  context: CommandContext,
  input: ApplyRowInput<CustomerDraft>,
): AppliedRow {
  const { draft, source } = input;
  const customerId = context.newId('customer');
  const words = {
    givenName: draft.givenName,
    familyName: draft.familyName,
    company: draft.company ?? '',
    phone: draft.phoneTyped ?? '',
    email: draft.email ?? '',
    address: addressColumn(draft.address ?? null),
  };
  if (customerName(words) === '') throw new Error('a draft without a name');
  tx.insertProfile(customerTable, {
    id: customerId,
    ...words,
    phoneE164: draft.phoneE164 ?? null,
    note: draft.note ?? '',
    taxExempt: draft.taxExempt ? 1 : 0,
    language: draft.language ?? 'en',
    askedElsewhere: askedColumn(draft.askedElsewhere),
    source,
    externalId: draft.externalId ?? null,
    createdAtMs: context.nowMs,
  });
  indexNewCustomer(tx, customerId, words, NEVER_HERE_MS);
  const applied: AppliedRow = { outcome: 'created', subjectId: customerId };
  markRow(tx, input, applied);
  return applied;
}

function oldValues(existing: CustomerRow, columns: CustomerChange): CustomerChange {
  const kept = Object.entries(existing).filter(([name]) => Object.hasOwn(columns, name));
  return Object.fromEntries(kept);
}
