import type { TaxAreaFields, TaxRuleDraft } from '#shared/taxes/contract.ts';
import { STATE_EXAMPLES } from '#shared/taxes/state-examples.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import { saveTaxArea } from '../taxes/save-area.ts';
import { newId, type TestShop } from './a-shop.ts';

/** One of the examples of the set-up, as the window would save it: in force since its own day. */
export function anExampleArea(
  name: string,
  taxAreaId: TaxAreaId = newId('taxArea'),
): { readonly area: TaxAreaFields; readonly rules: TaxRuleDraft[] } {
  const example = STATE_EXAMPLES.find((each) => each.name === name);
  if (!example) throw new Error(`no example ${name}`);
  const { rules, source: _source, status: _status, fromDate, ...area } = example;
  return {
    area: { ...area, taxAreaId },
    rules: rules.map((rule) => ({
      ...rule,
      // The window names no class that is never taxed.
      classes: rule.classes.flatMap((each) => (each === 'none' ? [] : [each])),
      taxRuleId: newId('taxRule'),
      series: newId('taxSeries'),
      fromDate,
      toDate: null,
    })),
  };
}

/** Saves a place as a manager. */
export function saveArea(
  shop: TestShop,
  input: Omit<Parameters<typeof saveTaxArea>[2], 'isNew'> & { readonly isNew?: boolean },
) {
  const context = shop.context('taxes.saveArea', { actor: shop.manager });
  const full = { isNew: true, ...input };
  return shop.writer.write(context, full, (tx) => saveTaxArea(tx, context, full));
}

/** The day of a text. */
export const day = (text: string) => text as BusinessDate;
