import { z } from 'zod';
import { commandId, idOf, typedLines, typedText } from '../fields.ts';
import type { CustomerId, SaleId } from '../ids.ts';
import { answer, command, found, query } from '../procedure.ts';

/** Fields that make sense only together travel as one (docs/rules.md, The log). */
export const postalAddress = z.object({
  line1: typedText(120),
  line2: typedText(120),
  city: typedText(80),
  state: typedText(40),
  zip: typedText(16),
  country: typedText(40),
});
export type PostalAddress = z.infer<typeof postalAddress>;

export const customerFields = z.object({
  givenName: typedText(80),
  familyName: typedText(80),
  company: typedText(120),
  /** As typed; the store reads it as a US number unless it begins with +. */
  phone: typedText(40),
  email: typedText(254).refine(
    (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'EMAIL_MALFORMED',
  ),
  address: postalAddress.nullable(),
  note: typedLines(2000),
  taxExempt: z.boolean(),
  language: z.enum(['en', 'es']),
});
export type CustomerFields = z.infer<typeof customerFields>;

export const saveCustomerInput = z.object({
  commandId,
  customerId: idOf('customer'),
  fields: customerFields,
});

/** A customer as a row in a list: name, town, last visit (docs/rules.md, Customers). */
export interface CustomerSummary {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly town: string;
  readonly phone: string;
  readonly phoneLast4: string;
  readonly lastVisitOn: string | null;
}

export interface Customer extends CustomerSummary {
  readonly fields: CustomerFields;
  readonly importedFrom: string | null;
  readonly sales: readonly CustomerSale[];
}

export interface CustomerSale {
  readonly saleId: SaleId;
  readonly number: string;
  readonly firstLine: string;
  readonly lineCount: number;
  readonly businessDate: string;
  readonly totalCents: number;
  readonly voided: boolean;
}

export type SaveCustomerRefusal =
  | { readonly code: 'CUSTOMER_NAME_REQUIRED' }
  | { readonly code: 'CUSTOMER_NOT_FOUND' }
  | { readonly code: 'PHONE_MALFORMED' }
  | { readonly code: 'EXEMPT_NEEDS_MANAGER' };

export const customersContract = {
  /** Newest visit first when `text` is empty; at most `limit`. */
  search: query(
    'customers.read',
    z.object({
      text: z.string().max(200),
      limit: z.int().min(1).max(200).optional(),
      offset: z.int().min(0).optional(),
    }),
  ).output(found<{ readonly rows: readonly CustomerSummary[]; readonly total: number }>()),
  get: query('customers.read', z.object({ customerId: idOf('customer') })).output(
    found<Customer | null>(),
  ),
  /** Warned, never forbidden: families share phones. */
  samePhone: query(
    'customers.read',
    z.object({ phone: z.string().max(40), except: idOf('customer').optional() }),
  ).output(found<readonly CustomerSummary[]>()),
  add: command('customers.write', saveCustomerInput).output(
    answer<{ readonly customerId: CustomerId }, SaveCustomerRefusal>(),
  ),
  edit: command('customers.write', saveCustomerInput).output(
    answer<{ readonly customerId: CustomerId }, SaveCustomerRefusal>(),
  ),
};
