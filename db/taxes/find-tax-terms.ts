import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { AreaTerms } from '#shared/taxes/area-terms.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { taxArea, taxRule } from './tables.ts';
import { taxAreaOf, type TaxAreaRow, taxRuleOf } from './tax-rows.ts';

/** Every area with the rules in force there on a business date, in the order in which they were made. */
export function listAreaTerms(db: ReadDb, businessDate: string): readonly AreaTerms[] {
  const rules = rulesOn(db).all({ storeId: db.storeId, businessDate }).map(taxRuleOf);
  return listAreaRows(db).map((row) => {
    const area = taxAreaOf(row);
    return { area, rules: rules.filter((rule) => rule.taxAreaId === area.taxAreaId) };
  });
}

/** Every place that is in use, in the order of their making. */
export function listAreaRows(db: ReadDb): readonly TaxAreaRow[] {
  return areas(db).all({ storeId: db.storeId });
}

const areas = prepared((orm) =>
  orm
    .select()
    .from(taxArea)
    .where(and(eq(taxArea.storeId, sql.placeholder('storeId')), isNull(taxArea.archivedAtMs)))
    .orderBy(asc(taxArea.id))
    .prepare(),
);

const rulesOn = prepared((orm) =>
  orm
    .select()
    .from(taxRule)
    .where(
      and(
        eq(taxRule.storeId, sql.placeholder('storeId')),
        isNull(taxRule.archivedAtMs),
        lte(taxRule.fromDate, sql.placeholder('businessDate')),
        or(isNull(taxRule.toDate), gte(taxRule.toDate, sql.placeholder('businessDate'))),
      ),
    )
    .orderBy(asc(taxRule.createdAtMs), asc(taxRule.id))
    .prepare(),
);
