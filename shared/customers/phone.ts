import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { ok, refuse, type Result } from '../result.ts';
import { digitsOf } from '../search-text.ts';

/** What the store knows of a phone beside its text. */
export interface CustomerPhone {
  /** `+16155550100`; null when the text is no full number: a local one, or words. */
  readonly e164: string | null;
  /** Without + and extension: what is compared and searched. '' where there is no number. */
  readonly digits: string;
  /** '' where there is no number. */
  readonly last4: string;
}

const NO_PHONE: CustomerPhone = { e164: null, digits: '', last4: '' };
/** A number without its area code. */
const FEWEST_DIGITS = 7;
/** E.164 allows no more. */
const MOST_DIGITS = 15;

/**
 * Reads a phone as it was typed, as a US number unless it begins with +. Words without a digit ("asks not to be
 * called") are welcome. Refuses with `PHONE_MALFORMED` what has digits and cannot be a number of at least seven.
 */
export function readCustomerPhone(
  typed: string,
): Result<CustomerPhone, { readonly code: 'PHONE_MALFORMED' }> {
  if (!/\d/.test(typed)) return ok(NO_PHONE);
  const parsed = parsePhoneNumberFromString(typed, { defaultCountry: 'US', extract: false });
  if (parsed?.isValid()) {
    const digits = digitsOf(parsed.number);
    return ok({ e164: parsed.number, digits, last4: digits.slice(-4) });
  }
  const digits = digitsOf(typed);
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) {
    return refuse({ code: 'PHONE_MALFORMED' });
  }
  return ok({ e164: null, digits, last4: digits.slice(-4) });
}
