import type { Cents, RatePpm } from '#shared/money.ts';
import type { TaxRuleId } from '#shared/ids.ts';
import { TAX_CLASSES } from '#shared/taxes/tax-class.ts';
import type { TaxRuleFields } from '#shared/taxes/rule-change.ts';
import type { TaxArea, TaxRule } from '#shared/taxes/tax-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { taxArea, taxRule } from './tables.ts';

export type TaxAreaRow = typeof taxArea.$inferSelect;
export type TaxRuleRow = typeof taxRule.$inferSelect;

/** A row as the rules read it. */
export function taxRuleOf(row: TaxRuleRow): TaxRule {
  return {
    taxRuleId: row.id as TaxRuleId,
    taxAreaId: row.taxAreaId as TaxRule['taxAreaId'],
    series: row.series,
    name: row.name,
    agency: row.agency,
    ratePpm: row.ratePpm as RatePpm,
    classes: JSON.parse(row.classes) as TaxRule['classes'],
    fromCents: row.fromCents as Cents,
    toCents: row.toCents as Cents | null,
    overCents: row.overCents as Cents | null,
    underCents: row.underCents as Cents | null,
    conditionPer: row.conditionPer,
    fromDate: row.fromDate as BusinessDate,
    toDate: row.toDate as BusinessDate | null,
  };
}

/** A row as the rules read it. */
export function taxAreaOf(row: TaxAreaRow): TaxArea {
  return {
    taxAreaId: row.id as TaxArea['taxAreaId'],
    name: row.name,
    state: row.state,
    tradeIn: row.tradeIn,
    services: JSON.parse(row.services) as TaxArea['services'],
  };
}

/** What is stored of a rule. Classes stand in one order always, so that the same ones again are no change. */
export function ruleColumns({ taxRuleId: _id, classes, ...rule }: TaxRuleFields) {
  return {
    ...rule,
    classes: JSON.stringify(TAX_CLASSES.filter((each) => classes.includes(each))),
  };
}

/** What is stored of a place. */
export function areaColumns({ name, state, tradeIn, services }: Omit<TaxArea, 'taxAreaId'>) {
  const { restore, alter, fabricate } = services;
  return { name, state, tradeIn, services: JSON.stringify({ restore, alter, fabricate }) };
}
