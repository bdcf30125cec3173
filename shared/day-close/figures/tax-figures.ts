import type { DayCloseTax } from '../../documents/day-close-paper.ts';
import type { ZTaxPart } from './z-rows.ts';

/** One tax at one rate: what it fell on, what was exempt from it, what its cap left out, and what it came to. */
export type ZTax = Required<Omit<DayCloseTax, 'notTaxedCents'>>;

/**
 * Tax by agency, name and rate, in the order in which they were first taken; a return lowers the tax at the rate of its
 * sale. Parts of voided sales must be left out by the caller.
 */
export function taxFigures(parts: readonly ZTaxPart[]): readonly ZTax[] {
  const byRule = Map.groupBy(parts, ({ agency, name, ratePpm }) =>
    JSON.stringify([agency, name, ratePpm]),
  );
  return [...byRule.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const tax = { baseCents: 0, exemptCents: 0, excessCents: 0, taxCents: 0 };
    for (const part of group) {
      if (part.exempt) tax.exemptCents += part.baseCents;
      else {
        tax.baseCents += part.baseCents;
        tax.excessCents += part.excessCents;
      }
      tax.taxCents += part.taxCents;
    }
    return [{ name: first.name, agency: first.agency, ratePpm: first.ratePpm, ...tax }];
  });
}
