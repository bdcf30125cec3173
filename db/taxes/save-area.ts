import type {
  SaveTaxAreaInput,
  SaveTaxAreaRefusal,
  TaxAreaFields,
  TaxRuleDraft,
} from '#shared/taxes/contract.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { checkRuleDates } from '#shared/taxes/rule-dates.ts';
import { isRewritten } from '#shared/taxes/rule-change.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { listAreaRows } from './find-tax-terms.ts';
import { findLastUse, listRuleRows } from './find-taxes.ts';
import { taxAreaTable, taxRuleTable } from './tables.ts';
import {
  areaColumns,
  ruleColumns,
  type TaxAreaRow,
  type TaxRuleRow,
  taxRuleOf,
} from './tax-rows.ts';

/**
 * Makes or changes a place with all of its rules, of all dates: one that is left out is taken away. A rule that sales
 * stand on stays what it was but for its end, so that they keep rule and rate. The same again changes nothing.
 *
 * Refuses, storing nothing, with `TAX_AREA_NOT_FOUND`; with `TAX_RULE_BACKWARDS`, `TAX_RULE_GAP` and `TAX_RULE_OVERLAP`,
 * which name rule and days; with `TAX_RULE_IN_USE` when a used rule would be rewritten, taken away, or end before the
 * last day it was used.
 */
export function saveTaxArea(
  tx: WriteTx,
  context: CommandContext,
  { isNew, area, rules }: Pick<SaveTaxAreaInput, 'isNew' | 'area' | 'rules'>,
): Result<{ readonly taxAreaId: TaxAreaId }, SaveTaxAreaRefusal> {
  const { taxAreaId } = area;
  const storedArea = listAreaRows(tx).find(({ id }) => id === taxAreaId);
  if (!storedArea && !isNew) return refuse({ code: 'TAX_AREA_NOT_FOUND' });
  const dates = checkRuleDates(rules);
  if (!dates.ok) return dates;
  const stored = listRuleRows(tx, taxAreaId);
  const wanted = new Map(rules.map((rule) => [rule.taxRuleId as string, rule]));
  const inUse = findRuleInUse(tx, stored, wanted);
  if (inUse) return refuse(inUse);
  putArea(tx, storedArea, area);
  for (const row of stored)
    if (!wanted.has(row.id)) tx.archive(taxRuleTable, row.id, context.nowMs);
  const rows = new Map(stored.map((row) => [row.id, row]));
  for (const rule of rules)
    putRule(tx, context, { row: rows.get(rule.taxRuleId), rule, taxAreaId });
  return ok({ taxAreaId });
}

/** The first rule whose sales would stand on something else. */
function findRuleInUse(
  db: ReadDb,
  stored: readonly TaxRuleRow[],
  wanted: ReadonlyMap<string, TaxRuleDraft>,
): Extract<SaveTaxAreaRefusal, { code: 'TAX_RULE_IN_USE' }> | undefined {
  for (const row of stored) {
    const lastUsedOn = findLastUse(db, row.id);
    if (lastUsedOn === undefined) continue;
    const next = wanted.get(row.id);
    if (!next || isRewritten(taxRuleOf(row), next, lastUsedOn))
      return { code: 'TAX_RULE_IN_USE', name: row.name, lastUsedOn };
  }
  return undefined;
}

function putArea(tx: WriteTx, stored: TaxAreaRow | undefined, area: TaxAreaFields): void {
  const columns = areaColumns(area);
  if (stored) tx.setFields(taxAreaTable, stored.id, changedFields(stored, columns));
  else tx.insertProfile(taxAreaTable, { id: area.taxAreaId, ...columns });
}

function putRule(
  tx: WriteTx,
  { nowMs }: CommandContext,
  put: {
    readonly row: TaxRuleRow | undefined;
    readonly rule: TaxRuleDraft;
    readonly taxAreaId: TaxAreaId;
  },
): void {
  const { row, rule, taxAreaId } = put;
  const columns = ruleColumns(rule);
  if (row) tx.setFields(taxRuleTable, row.id, changedFields<Partial<TaxRuleRow>>(row, columns));
  else
    tx.insertProfile(taxRuleTable, {
      id: rule.taxRuleId,
      taxAreaId,
      ...columns,
      createdAtMs: nowMs,
    });
}
