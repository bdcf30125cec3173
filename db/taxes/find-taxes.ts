import { and, asc, eq, isNull, max, sql } from 'drizzle-orm';
import type { StoredTaxArea, Taxes } from '#shared/taxes/contract.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import { getSelling } from '../settings/find-settings.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { findAttestation, taxesHashOf } from './find-attestation.ts';
import { listAreaRows } from './find-tax-terms.ts';
import { saleTax, taxRule } from './tables.ts';
import { taxAreaOf, type TaxAreaRow, type TaxRuleRow, taxRuleOf } from './tax-rows.ts';

/** Everything the store knows of taxes: every place with its rules of all dates, the home area first. */
export function getTaxes(db: ReadDb): Taxes {
  const homeAreaId = findHomeAreaId(db);
  const areas = listAreaRows(db).map((row) => storedArea(db, row));
  const isHome = ({ taxAreaId }: { readonly taxAreaId: TaxAreaId }) => taxAreaId === homeAreaId;
  return {
    homeAreaId,
    rounding: getSelling(db).taxRounding,
    areas: [...areas.filter(isHome), ...areas.filter((area) => !isHome(area))],
  };
}

/** Whose tax holds in the store. */
export function findHomeAreaId(db: ReadDb): TaxAreaId {
  // Branding: the first area, home until another is chosen, has the id of the store.
  return getSelling(db).homeTaxAreaId ?? (db.storeId as string as TaxAreaId);
}

function storedArea(db: ReadDb, row: TaxAreaRow): StoredTaxArea {
  const rules = listRuleRows(db, row.id);
  const taxesHash = taxesHashOf(row, rules);
  return {
    ...taxAreaOf(row),
    rules: rules.map((rule) => ({
      ...taxRuleOf(rule),
      lastUsedOn: findLastUse(db, rule.id) ?? null,
    })),
    taxesHash,
    attestation: findAttestation(db, row.id, taxesHash),
  };
}

/** The rules of a place, of all dates, in the order of their making; those taken away are left out. */
export function listRuleRows(db: ReadDb, taxAreaId: string): readonly TaxRuleRow[] {
  return rulesOfArea(db).all({ storeId: db.storeId, taxAreaId });
}

/** The last business date a sale was taxed by a rule; one since voided counts, and so does an exempt one. */
export function findLastUse(db: ReadDb, taxRuleId: string): BusinessDate | undefined {
  const row = lastUse(db).get({ storeId: db.storeId, taxRuleId });
  return (row?.businessDate ?? undefined) as BusinessDate | undefined;
}

const rulesOfArea = prepared((orm) =>
  orm
    .select()
    .from(taxRule)
    .where(
      and(
        eq(taxRule.storeId, sql.placeholder('storeId')),
        eq(taxRule.taxAreaId, sql.placeholder('taxAreaId')),
        isNull(taxRule.archivedAtMs),
      ),
    )
    .orderBy(asc(taxRule.createdAtMs), asc(taxRule.id))
    .prepare(),
);

const lastUse = prepared((orm) =>
  orm
    .select({ businessDate: max(saleTax.businessDate) })
    .from(saleTax)
    .where(
      and(
        eq(saleTax.storeId, sql.placeholder('storeId')),
        eq(saleTax.taxRuleId, sql.placeholder('taxRuleId')),
      ),
    )
    .prepare(),
);
