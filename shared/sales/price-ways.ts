import type { Cents, RatePpm } from '../money.ts';

/** The four ways to price, and the tag itself (docs/rules.md, Money). */
export const LINE_PRICE_WAYS = [
  'tag',
  'percent_off',
  'amount_off',
  'before_tax',
  'out_the_door',
] as const;
export const TICKET_PRICE_WAYS = [
  'percent_off',
  'amount_off',
  'before_tax',
  'out_the_door',
] as const;

/** How a whole ticket is priced. Amounts in cents. */
export type TicketPricing =
  | { readonly way: 'percent_off'; readonly ratePpm: RatePpm }
  | { readonly way: 'amount_off'; readonly cents: Cents }
  | { readonly way: 'before_tax'; readonly cents: Cents }
  /** With tax: the quoted total to the cent. */
  | { readonly way: 'out_the_door'; readonly cents: Cents };

/** How a line is priced, as a whole and not per unit. */
export type LinePricing = { readonly way: 'tag' } | TicketPricing;

export const AT_TAG: LinePricing = { way: 'tag' };

/** Why a price is not the tag's; `other` needs words. */
export const PRICE_REASONS = [
  'price_match',
  'trade_discount',
  'damaged',
  'staff',
  'anniversary',
  'other',
] as const;
export type PriceReason = (typeof PRICE_REASONS)[number];
