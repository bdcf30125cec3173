import { containsCardNumber } from '#shared/card-number.ts';
import type { CustomerFields } from '#shared/customers/contract.ts';
import { hasName } from '#shared/customers/customer-name.ts';
import { readCustomerPhone } from '#shared/customers/phone.ts';

/** A customer as the form holds it: every part of the address is a field of its own. */
export interface CustomerForm {
  readonly givenName: string;
  readonly familyName: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
  readonly note: string;
  readonly taxExempt: boolean;
  readonly language: 'en' | 'es';
}

export type CustomerField = keyof CustomerForm;

export const EMPTY_CUSTOMER: CustomerForm = {
  givenName: '',
  familyName: '',
  company: '',
  phone: '',
  email: '',
  line1: '',
  line2: '',
  city: '',
  state: '',
  zip: '',
  country: '',
  note: '',
  taxExempt: false,
  language: 'en',
};

/** What is stored, as the form shows it: the shop's own country goes without saying. */
export function formOf({ address, ...fields }: CustomerFields): CustomerForm {
  const form = { ...EMPTY_CUSTOMER, ...fields, ...address };
  return form.country === 'US' ? { ...form, country: '' } : form;
}

/** What the store is given. Without street, town, state and ZIP there is no address; without a country it is here. */
export function fieldsOf(form: CustomerForm): CustomerFields {
  const { line1, line2, city, state, zip, country, ...fields } = form;
  const hasAddress = [line1, line2, city, state, zip].some((part) => part.trim() !== '');
  const address = { line1, line2, city, state, zip, country: country.trim() || 'US' };
  return { ...fields, address: hasAddress ? address : null };
}

/** Codes of refusals.json by field: what the store would refuse, said before it is asked. */
export type CustomerProblems = Readonly<Partial<Record<CustomerField, string>>>;

export function checkCustomer(form: CustomerForm): CustomerProblems {
  const problems: Partial<Record<CustomerField, string>> = {};
  const names = {
    givenName: form.givenName.trim(),
    familyName: form.familyName.trim(),
    company: form.company.trim(),
  };
  if (!hasName(names)) problems.givenName = 'CUSTOMER_NAME_REQUIRED';
  if (!readCustomerPhone(form.phone).ok) problems.phone = 'PHONE_MALFORMED';
  const email = form.email.trim();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.email = 'EMAIL_MALFORMED';
  for (const [field, value] of Object.entries(form)) {
    if (typeof value === 'string' && containsCardNumber(value))
      problems[field as CustomerField] = 'TEXT_IS_CARD_NUMBER';
  }
  return problems;
}

/** The field of ours that the store's check of the input points at, `fields.address.zip`. */
export function fieldOfIssue(path: string | undefined): CustomerField | undefined {
  const name = path?.split('.').at(-1);
  return name !== undefined && name in EMPTY_CUSTOMER ? (name as CustomerField) : undefined;
}

/** True once a phone is whole enough that somebody else may have it: at its last digit. */
export function isWholePhone(typed: string): boolean {
  const read = readCustomerPhone(typed);
  return read.ok && (read.value.e164 !== null || read.value.digits.length === 7);
}
