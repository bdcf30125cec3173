import { type Cents, ZERO_CENTS } from '../money.ts';
import { product } from './exact.ts';
import type { ServiceRule } from './tax-rule.ts';

const WHOLE_PPM = 1_000_000;

/** The price of work, and what of it is for parts. A discount may leave less price than the parts alone cost. */
export interface ServicePrice {
  readonly netCents: Cents;
  readonly partsCents: Cents;
}

/** What of the price of work is taxable under the area's rule (`SERVICE_RULES`); null when none of it is. In cents. */
export function taxableOfService(
  { netCents, partsCents }: ServicePrice,
  { rule, percentPpm }: ServiceRule,
): Cents | null {
  switch (rule) {
    case 'labour_taxed':
      return netCents;
    case 'labour_free':
      return partsCents === ZERO_CENTS ? null : partsCents < netCents ? partsCents : netCents;
    case 'parts_make_all_taxable':
      return partsCents === ZERO_CENTS ? null : netCents;
    case 'parts_from_percent':
      if (partsCents === ZERO_CENTS) return null;
      return product(partsCents, WHOLE_PPM) >= product(netCents, percentPpm) ? netCents : null;
  }
}
