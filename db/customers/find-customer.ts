import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Customer, CustomerSummary } from '#shared/customers/contract.ts';
import { readCustomerPhone } from '#shared/customers/phone.ts';
import type { CustomerId } from '#shared/ids.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { type CustomerRow, fieldsOf } from './customer-row.ts';
import { customer, customerLookup } from './tables.ts';

/** What the cart shows and the sale asks of a customer. */
export interface CustomerBrief extends CustomerSummary {
  readonly taxExempt: boolean;
  readonly note: string;
}

/** One read on the way to a sale. Undefined for who is not there or archived. */
export function findCustomerBrief(db: ReadDb, customerId: string): CustomerBrief | undefined {
  const row = customerBrief(db).get({ storeId: db.storeId, customerId });
  if (!row) return undefined;
  return { ...summaryOf(row), taxExempt: row.taxExempt === 1, note: row.note };
}

/** A customer without their sales, which stand above customers. */
export type CustomerRecord = Omit<Customer, 'sales'>;

/** A customer as a form shows them. Undefined for who is not there or archived. */
export function findCustomer(db: ReadDb, customerId: string): CustomerRecord | undefined {
  const row = findCustomerRow(db, customerId);
  const listed = row && lookupById(db).get({ customerId });
  if (!listed) return undefined;
  return { ...summaryOf(listed), fields: fieldsOf(row), importedFrom: row.source };
}

/** The row itself. Undefined for who is not there or archived. */
export function findCustomerRow(db: ReadDb, customerId: string): CustomerRow | undefined {
  return customerRow(db).get({ storeId: db.storeId, customerId });
}

/** Customers with the same number however it was typed; `except` is who is being edited. Empty for less than a number. */
export function listSamePhone(
  db: ReadDb,
  phone: string,
  except?: string,
): readonly CustomerSummary[] {
  const read = readCustomerPhone(phone);
  if (!read.ok || read.value.digits === '') return [];
  const { last4: phoneLast4, digits: phoneDigits } = read.value;
  const rows = lookupByPhone(db).all({ phoneLast4, phoneDigits });
  return rows.filter((row) => row.customerId !== except).map(summaryOf);
}

/**
 * Remembers a visit; an older one that arrives later changes nothing, because the last visit is the latest of all.
 * `atMs` in milliseconds since 1970.
 */
export function noteVisit(
  tx: WriteTx,
  customerId: string,
  businessDate: string,
  atMs: number,
): void {
  setVisit(tx).run({ customerId, lastVisitOn: businessDate, atMs });
  tx.touch('customer_lookup');
}

/** Columns of a list of customers. */
export const customerListColumns = {
  customerId: customerLookup.customerId,
  name: customerLookup.name,
  town: customerLookup.town,
  phone: customerLookup.phone,
  phoneLast4: customerLookup.phoneLast4,
  lastVisitOn: customerLookup.lastVisitOn,
};

interface CustomerListRow extends Omit<CustomerSummary, 'customerId'> {
  readonly customerId: string;
}

/** A row as a list shows it. */
export function summaryOf(row: CustomerListRow): CustomerSummary {
  const { customerId, name, town, phone, phoneLast4, lastVisitOn } = row;
  return { customerId: customerId as CustomerId, name, town, phone, phoneLast4, lastVisitOn };
}

const present = and(
  eq(customer.storeId, sql.placeholder('storeId')),
  eq(customer.id, sql.placeholder('customerId')),
  isNull(customer.archivedAtMs),
);

const customerBrief = prepared((orm) =>
  orm
    .select({ ...customerListColumns, taxExempt: customer.taxExempt, note: customer.note })
    .from(customer)
    .innerJoin(customerLookup, eq(customerLookup.customerId, customer.id))
    .where(present)
    .prepare(),
);

const customerRow = prepared((orm) => orm.select().from(customer).where(present).prepare());

const lookupById = prepared((orm) =>
  orm
    .select(customerListColumns)
    .from(customerLookup)
    .where(eq(customerLookup.customerId, sql.placeholder('customerId')))
    .prepare(),
);

const lookupByPhone = prepared((orm) =>
  orm
    .select(customerListColumns)
    .from(customerLookup)
    .where(
      and(
        eq(customerLookup.phoneLast4, sql.placeholder('phoneLast4')),
        eq(customerLookup.phoneDigits, sql.placeholder('phoneDigits')),
      ),
    )
    .limit(20)
    .prepare(),
);

const setVisit = prepared((orm) =>
  orm
    .update(customerLookup)
    .set({
      lastVisitOn: sql`${sql.placeholder('lastVisitOn')}`,
      lastVisitAtMs: sql`${sql.placeholder('atMs')}`,
    })
    .where(
      and(
        eq(customerLookup.customerId, sql.placeholder('customerId')),
        // Who has not been here yet is listed by when they were added; any first visit is later than none.
        or(
          isNull(customerLookup.lastVisitOn),
          lte(customerLookup.lastVisitAtMs, sql.placeholder('atMs')),
        ),
      ),
    )
    .prepare(),
);
