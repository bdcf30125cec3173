import type { Id, TaxRuleId } from '../ids.ts';
import type { Cents, RatePpm, Thousandths } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import type { ServiceClass, TaxClass } from './tax-class.ts';

export type TaxAreaId = Id<'taxArea'>;

/**
 * One tax of one agency in one area, from its first to its last day, both included. Versions of the same tax share a
 * `series`. Rates in parts per million, amounts in cents (docs/rules.md, Money).
 */
export interface TaxRule {
  readonly taxRuleId: TaxRuleId;
  readonly taxAreaId: TaxAreaId;
  readonly name: string;
  /** To whom the tax is paid. */
  readonly agency: string;
  readonly ratePpm: RatePpm;
  readonly classes: readonly TaxClass[];
  /** The band of one article's price that the rate falls on: a cap has a `toCents`, a tier both. */
  readonly fromCents: Cents;
  readonly toCents: Cents | null;
  /** The rule applies only when the price is at least this … */
  readonly overCents: Cents | null;
  /** … and less than this; then it falls on the whole price, within its band. */
  readonly underCents: Cents | null;
  readonly conditionPer: (typeof CONDITIONS_PER)[number];
  readonly series: string;
  readonly fromDate: BusinessDate;
  /** Null: until somebody ends it. */
  readonly toDate: BusinessDate | null;
}

/** Whose price a rule's threshold looks at: each article's, or that of everything on the ticket in the rule's classes. */
export const CONDITIONS_PER = ['article', 'ticket'] as const;

/** Whether goods taken in trade lower what is taxed: never, always, or goods against goods and bullion against bullion. */
export const TRADE_IN_RULES = ['no', 'yes', 'like_kind'] as const;
export type TradeInRule = (typeof TRADE_IN_RULES)[number];

/**
 * What of the price of work is taxable: its parts alone; all of it; all of it as soon as there is a part; all of it when
 * the parts make `percentPpm` of the price or more, and nothing when they make less.
 */
export const SERVICE_RULES = [
  'labour_free',
  'labour_taxed',
  'parts_make_all_taxable',
  'parts_from_percent',
] as const;

export interface ServiceRule {
  readonly rule: (typeof SERVICE_RULES)[number];
  /** Looked at by `parts_from_percent` alone. */
  readonly percentPpm: RatePpm;
}

/** A place with its own taxes: where the store is, or where it ships to. */
export interface TaxArea {
  readonly taxAreaId: TaxAreaId;
  readonly name: string;
  readonly state: string;
  readonly tradeIn: TradeInRule;
  readonly services: Readonly<Record<ServiceClass, ServiceRule>>;
}

/** Where half a cent is rounded: once per line, or once per document. */
export const TAX_ROUNDINGS = ['line', 'document'] as const;
export type TaxRounding = (typeof TAX_ROUNDINGS)[number];

/** A line of a ticket as the tax sees it. Nothing is negative: returns keep the tax that was stored with the sale. */
export interface TaxableLine {
  readonly taxClass: TaxClass;
  readonly taxed: boolean;
  readonly quantityThousandths: Thousandths;
  /** What is charged for the whole line, before tax. A line that is traded in holds its credit here, whatever its quantity. */
  readonly netCents: Cents;
  /** What of the net is for parts; looked at for the classes of work only. */
  readonly partsCents: Cents;
  readonly tradeIn: boolean;
}

/** Under what a ticket is taxed: the area, its rules in force that day, who buys, where half a cent is rounded. */
export interface TaxTerms {
  readonly area: TaxArea;
  readonly rules: readonly TaxRule[];
  readonly exempt: boolean;
  readonly rounding: TaxRounding;
}
