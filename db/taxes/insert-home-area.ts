import type { RatePpm } from '#shared/money.ts';
import { TAX_CLASSES } from '#shared/taxes/tax-class.ts';
import type { TaxArea } from '#shared/taxes/tax-rule.ts';
import { getStore } from '../settings/find-settings.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { taxAreaTable, taxRuleTable } from './tables.ts';

/** The first rule has always been in force, so that a wrong clock at set-up leaves no day without a tax. */
const ALWAYS = '1970-01-01';

const TAXED_WORK = { rule: 'labour_taxed', percentPpm: 0 as RatePpm } as const;

/** What an area says of work until somebody says otherwise: all of it is taxed. */
export const ALL_WORK_TAXED: TaxArea['services'] = {
  restore: TAXED_WORK,
  alter: TAXED_WORK,
  fabricate: TAXED_WORK,
};

/** The store's own place, with one rule on everything that can be taxed. Its id and its name are the store's. */
export function insertHomeArea(
  tx: WriteTx,
  context: Pick<CommandContext, 'newId' | 'nowMs'>,
  tax: { readonly name: string; readonly ratePpm: RatePpm },
): void {
  tx.insertProfile(taxAreaTable, {
    id: tx.storeId,
    name: getStore(tx).name,
    state: '',
    tradeIn: 'no',
    services: JSON.stringify(ALL_WORK_TAXED),
  });
  tx.insertProfile(taxRuleTable, {
    id: context.newId('taxRule'),
    taxAreaId: tx.storeId,
    series: tx.storeId,
    name: tax.name,
    agency: tax.name,
    ratePpm: tax.ratePpm,
    classes: JSON.stringify(TAX_CLASSES.filter((each) => each !== 'none')),
    fromCents: 0,
    conditionPer: 'article',
    fromDate: ALWAYS,
    createdAtMs: context.nowMs,
  });
}
