/** The parts a customer may be known by; at least one is there. */
export interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
  readonly company: string;
}

/** What a list and a receipt call a customer: the person, else the company. */
export function customerName({ givenName, familyName, company }: NameParts): string {
  const person = [givenName, familyName].filter((part) => part !== '').join(' ');
  return person === '' ? company : person;
}

/** True when a customer could be called by it. */
export function hasName(parts: NameParts): boolean {
  return customerName(parts) !== '';
}
