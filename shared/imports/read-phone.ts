import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { containsCardNumber } from '../card-number.ts';

/** A valid number. */
export interface ReadPhone {
  readonly e164: string;
  readonly extension: string | undefined;
}

/**
 * A phone as it was typed → `+18324081631` and its extension; undefined when the whole text is not one valid
 * number. Without `+` it is a number of `country` or else of the US. A number that would read as a payment card
 * anywhere else in the program is none here either.
 */
export function readPhone(typed: string, country: string): ReadPhone | undefined {
  return readNational(typed, regionOf(country)) ?? readNational(typed, 'US');
}

function readNational(typed: string, region: CountryCode): ReadPhone | undefined {
  const phone = parsePhoneNumberFromString(typed, { defaultCountry: region, extract: false });
  if (!phone?.isValid() || containsCardNumber(phone.number)) return undefined;
  return { e164: phone.number, extension: phone.ext };
}

function regionOf(country: string): CountryCode {
  return isSupportedCountry(country) ? country : 'US';
}
