import {
  type Cents,
  cents,
  ONE,
  type RatePpm,
  type Thousandths,
  ZERO_CENTS,
} from '#shared/money.ts';
import type { TaxRuleDraft } from '#shared/taxes/contract.ts';
import { rulesInForce } from '#shared/taxes/rule-dates.ts';
import { SERVICE_CLASSES } from '#shared/taxes/tax-class.ts';
import type { TaxableLine, TaxArea, TaxRounding } from '#shared/taxes/tax-rule.ts';
import { taxTicket } from '#shared/taxes/tax-ticket.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { TaxedClass } from './rule-form.ts';

/** A sale that is only tried out, as typed. */
export interface ExampleSale {
  /** Of one. */
  readonly priceCents: Cents | undefined;
  readonly taxClass: TaxedClass;
  readonly quantity: number | undefined;
  /** What of the price of work is for parts. */
  readonly partsCents: Cents | undefined;
  readonly tradeInCents: Cents | undefined;
  readonly date: BusinessDate | undefined;
}

/** What one rule in force takes of it. */
export interface ExampleTax {
  readonly taxRuleId: string;
  readonly name: string;
  readonly ratePpm: RatePpm;
  /** Undefined: the rule does not fall on this sale. */
  readonly part:
    | { readonly baseCents: Cents; readonly excessCents: Cents; readonly taxCents: Cents }
    | undefined;
}

export interface ExampleFigures {
  readonly netCents: Cents;
  readonly tradeInCents: Cents;
  readonly taxes: readonly ExampleTax[];
  readonly taxCents: Cents;
  readonly totalCents: Cents;
}

export const isWork = (taxClass: TaxedClass) => SERVICE_CLASSES.some((each) => each === taxClass);

/** The same engine that sells; undefined while price, quantity or day is missing. */
export function exampleFigures(
  sale: ExampleSale,
  area: TaxArea,
  rules: readonly TaxRuleDraft[],
  rounding: TaxRounding,
): ExampleFigures | undefined {
  const { priceCents, quantity, date } = sale;
  if (priceCents === undefined || quantity === undefined || date === undefined) return undefined;
  const inForce = rulesInForce(rules, date).map((rule) => ({ ...rule, taxAreaId: area.taxAreaId }));
  const tradeInCents = sale.tradeInCents ?? ZERO_CENTS;
  const line = lineOf(sale, priceCents, quantity);
  const tradeIn = { ...line, tradeIn: true, netCents: tradeInCents };
  const [tax] = taxTicket(tradeInCents === 0 ? [line] : [line, tradeIn], {
    area,
    rules: inForce,
    exempt: false,
    rounding,
  });
  const taxCents = tax?.taxCents ?? ZERO_CENTS;
  return {
    netCents: line.netCents,
    tradeInCents,
    taxes: inForce.map(({ taxRuleId, name, ratePpm }) => ({
      taxRuleId,
      name,
      ratePpm,
      part: tax?.parts.find((part) => part.taxRuleId === taxRuleId),
    })),
    taxCents,
    totalCents: cents(line.netCents - tradeInCents + taxCents),
  };
}

function lineOf(sale: ExampleSale, priceCents: Cents, quantity: number): TaxableLine {
  const netCents = cents(priceCents * quantity);
  return {
    taxClass: sale.taxClass,
    taxed: true,
    // Branding: whole ones in thousandths.
    quantityThousandths: (quantity * ONE) as Thousandths,
    netCents,
    partsCents: isWork(sale.taxClass) ? (sale.partsCents ?? ZERO_CENTS) : ZERO_CENTS,
    tradeIn: false,
  };
}
