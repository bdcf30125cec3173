import type { CustomerFields } from '#shared/customers/contract.ts';

const GIVEN = ['Ana', 'José', 'Mary', 'Wei', 'Omar', 'Lena', 'Grace', 'Ivan', 'Chloë', 'Søren'];
const ONSETS = ['Ba', 'Cor', 'Del', 'Fa', 'Gre', 'Han', 'Jo', 'Kel', 'Lo', 'Mar', 'Nor', 'Pe'];
const MIDDLES = ['ber', 'den', 'lin', 'mo', 'ri', 'sta', 'ter', 'vi', 'wel', 'zo'];
const ENDS = ['ck', 'din', 'ges', 'kins', 'man', 'nes', 'ri', 'son', 'ton', 'ward'];
const TOWNS = ['Franklin', 'Nashville', 'Brentwood', 'Murfreesboro', 'Nolensville'];

/** The surname that one in fifty has. */
export const COMMONEST_SURNAME = 'Smith';

/** Somebody of a town of 100,000: the same number is always the same person, each with a phone of their own. */
export function personOf(number: number): CustomerFields {
  const givenName = GIVEN[number % GIVEN.length] ?? '';
  const familyName = number % 50 === 0 ? COMMONEST_SURNAME : surnameOf(number);
  return {
    givenName,
    familyName,
    company: '',
    phone: phoneOf(number),
    email: emailOf(number),
    address: {
      line1: `${1 + (number % 900)} Oak Street`,
      line2: '',
      city: TOWNS[number % TOWNS.length] ?? '',
      state: 'TN',
      zip: '37064',
      country: 'US',
    },
    note: '',
    taxExempt: false,
    language: 'en',
  };
}

export function surnameOf(number: number): string {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  const part = (parts: readonly string[], by: number) =>
    parts[Math.floor(mixed / by) % parts.length] ?? '';
  return `${part(ONSETS, 1)}${part(MIDDLES, 12)}${part(ENDS, 120)}`;
}

/** Ten digits; a step that shares no factor with ten million gives everybody another end. */
export function phoneOf(number: number): string {
  return `931${String(2_000_000 + ((number * 7919) % 7_999_999)).padStart(7, '0')}`;
}

export function emailOf(number: number): string {
  return `${surnameOf(number).toLowerCase()}.${number}@example.com`;
}
