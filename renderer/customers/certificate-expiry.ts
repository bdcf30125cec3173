import type { BusinessDate } from '#shared/time.ts';
import { daysBetween } from '../app/day.ts';

/** How a certificate stands on a day: it counts on its last day, and not after it. */
export type Expiry =
  | { readonly kind: 'forever' }
  | { readonly kind: 'expiresIn'; readonly days: number }
  | { readonly kind: 'expiresToday' }
  | { readonly kind: 'expired'; readonly days: number };

export function expiryOn(expiresOn: BusinessDate | null, today: BusinessDate): Expiry {
  if (expiresOn === null) return { kind: 'forever' };
  const days = daysBetween(today, expiresOn);
  if (days === 0) return { kind: 'expiresToday' };
  return days > 0 ? { kind: 'expiresIn', days } : { kind: 'expired', days: -days };
}
