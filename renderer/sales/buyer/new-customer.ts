/** What was typed in the search, as the beginning of a new customer: words are a name, seven digits or more a phone. */
export function proposedCustomer(typed: string): {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
} {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length > 0)
    return { givenName: '', familyName: '', phone: digits.length >= 7 ? typed.trim() : '' };
  const [givenName = '', ...rest] = typed.trim().split(/\s+/);
  return { givenName, familyName: rest.join(' '), phone: '' };
}
