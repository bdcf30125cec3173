import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCustomerPhone } from './phone.ts';

const e164 = (typed: string) => {
  const read = readCustomerPhone(typed);
  return read.ok ? read.value.e164 : read.refusal.code;
};

test('a US number is read however it is typed', () => {
  for (const typed of ['(615) 555-0142', '615.555.0142', '6155550142', '+1 615 555 0142']) {
    expect(e164(typed), typed).toBe('+16155550142');
  }
});

test('a number that begins with + belongs to its country', () => {
  expect(e164('+49 30 901820')).toBe('+4930901820');
});

test('an extension is no part of the number', () => {
  expect(readCustomerPhone('(615) 555-0142 x77')).toMatchObject({
    ok: true,
    value: { e164: '+16155550142', last4: '0142' },
  });
});

test('a local number stays as it is typed and is found by its end', () => {
  expect(readCustomerPhone('555-0142')).toEqual({
    ok: true,
    value: { e164: null, digits: '5550142', last4: '0142' },
  });
});

test('no phone and words instead of one are fine', () => {
  expect(e164('')).toBeNull();
  expect(e164('ask her husband')).toBeNull();
});

test('digits that cannot be a phone are refused', () => {
  expect(e164('12345')).toBe('PHONE_MALFORMED');
  expect(e164('1'.repeat(16))).toBe('PHONE_MALFORMED');
});

test('whatever is typed, a number has 7 to 15 digits and ends in its last 4', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const read = readCustomerPhone(typed);
      if (!read.ok || read.value.digits === '') return;
      expect(read.value.digits).toMatch(/^\d{7,15}$/);
      expect(read.value.digits.endsWith(read.value.last4)).toBe(true);
    }),
  );
});
