import { eq, sql } from 'drizzle-orm';
import { foldForSearch } from '#shared/search-text.ts';
import { customerFts } from '../../customers/index-customer.ts';
import { findCustomerRow } from '../../customers/find-customer.ts';
import { customerLookup } from '../../customers/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

/** The customer of this name where exactly one has it; undefined for none and for two: nobody's sale goes to another. */
export function findOnlyOneNamed(db: ReadDb, name: string): string | undefined {
  const folded = foldForSearch(name);
  if (folded === '') return undefined;
  const named = idsByWords(db)
    .all({ match: `"${folded}"` })
    .filter(({ customerId }) => hasName(db, customerId, folded));
  return named.length === 1 ? named[0]?.customerId : undefined;
}

function hasName(db: ReadDb, customerId: string, folded: string): boolean {
  const row = findCustomerRow(db, customerId);
  if (!row) return false;
  const { givenName, familyName, company } = row;
  return [`${givenName} ${familyName}`, company].some((each) => foldForSearch(each) === folded);
}

/** More of one name than any shop has; whoever shares a name with so many is not found by it. */
const MOST_LOOKED_AT = 50;

const idsByWords = prepared((orm) =>
  orm
    .select({ customerId: customerLookup.customerId })
    .from(customerFts)
    .innerJoin(customerLookup, eq(customerLookup.seq, customerFts.rowid))
    .where(sql`${customerFts} match ${sql.placeholder('match')}`)
    .limit(MOST_LOOKED_AT)
    .prepare(),
);
