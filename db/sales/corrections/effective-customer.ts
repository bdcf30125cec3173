import { sql } from 'drizzle-orm';
import { saleCorrection } from '../after-sale-tables.ts';
import { sale } from '../tables.ts';

const corrected = sql`${saleCorrection.storeId} = ${sale.storeId} and ${saleCorrection.saleId} = ${sale.id}
  and ${saleCorrection.kind} = 'customer'`;

/** `effectiveParty` as a term of SQL: the customer a row of `sale` counts for, or null. */
export const effectiveCustomer = sql<string | null>`iif(
  exists (select 1 from ${saleCorrection} where ${corrected}),
  (select ${saleCorrection.customerId} from ${saleCorrection} where ${corrected}
    order by ${saleCorrection.atMs} desc, ${saleCorrection.id} desc limit 1),
  ${sale.customerId})`;

/**
 * Rows of `sale` that count for the placeholder `customerId` of the placeholder `storeId`. They are found by the two
 * indexes that name a customer; only then is asked which of the names counts.
 */
export const countsForCustomer = sql`(${sale.id} in (
  select mine.id from sale as mine
    where mine.store_id = ${sql.placeholder('storeId')} and mine.customer_id = ${sql.placeholder('customerId')}
  union select ${saleCorrection.saleId} from ${saleCorrection}
    where ${saleCorrection.storeId} = ${sql.placeholder('storeId')}
      and ${saleCorrection.customerId} = ${sql.placeholder('customerId')})
  and ${effectiveCustomer} = ${sql.placeholder('customerId')})`;
