import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkCustomer,
  EMPTY_CUSTOMER,
  fieldOfIssue,
  fieldsOf,
  formOf,
  isWholePhone,
} from './customer-form.ts';

const ana = { ...EMPTY_CUSTOMER, givenName: 'Ana', phone: '(615) 555-0142' };

it('a customer needs a name, a company is one', () => {
  expect(checkCustomer(ana)).toEqual({});
  expect(checkCustomer({ ...ana, givenName: ' ' })).toEqual({
    givenName: 'CUSTOMER_NAME_REQUIRED',
  });
  expect(checkCustomer({ ...ana, givenName: '', company: 'Nashville Bridal' })).toEqual({});
});

it('a phone, an e-mail and a card number are looked at before the store is asked', () => {
  expect(checkCustomer({ ...ana, phone: '615' })).toEqual({ phone: 'PHONE_MALFORMED' });
  expect(checkCustomer({ ...ana, email: 'ana@' })).toEqual({ email: 'EMAIL_MALFORMED' });
  expect(checkCustomer({ ...ana, note: 'card 4111 1111 1111 1111' })).toEqual({
    note: 'TEXT_IS_CARD_NUMBER',
  });
});

it('the shared phone is asked for at the last digit, not before', () => {
  expect(isWholePhone('(615) 555-014')).toBe(false);
  expect(isWholePhone('(615) 555-0142')).toBe(true);
  expect(isWholePhone('555-0142')).toBe(true);
  expect(isWholePhone('')).toBe(false);
});

it('an address with nothing but a country is none', () => {
  expect(fieldsOf({ ...ana, country: 'US' }).address).toBeNull();
  expect(fieldsOf({ ...ana, city: 'Franklin' }).address).toMatchObject({ country: 'US' });
});

it('fields survive the way into the form and back', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 }).filter((each) => each.trim() !== '');
  const address = fc.record({
    line1: text,
    line2: text,
    city: text,
    state: text,
    zip: text,
    country: text.map((each) => each.trim()),
  });
  const fields = fc.record({
    givenName: text,
    familyName: text,
    company: text,
    phone: text,
    email: text,
    address: fc.option(address),
    note: text,
    taxExempt: fc.boolean(),
    language: fc.constantFrom('en' as const, 'es' as const),
  });
  fc.assert(
    fc.property(fields, (each) => {
      expect(fieldsOf(formOf(each))).toEqual(each);
    }),
  );
});

it('the field the store points at is the one on screen', () => {
  expect(fieldOfIssue('fields.address.zip')).toBe('zip');
  expect(fieldOfIssue('commandId')).toBeUndefined();
});
