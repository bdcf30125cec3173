import { describe, expect, test } from 'vitest';
import { readCustomerRow } from './customer-row.ts';
import type { ImportRow } from './import-row.ts';
import { suggestMapping } from './sources.ts';

const SIOBHAN: Readonly<Record<string, string>> = {
  'Customer ID': "'7000000001",
  'First Name': 'Siobhán',
  'Last Name': 'Ångström',
  Email: 'Siobhan@Example.com',
  'Accepts Email Marketing': 'yes',
  'Default Address Company': '',
  'Default Address Address1': '9549 Oak Ave',
  'Default Address Address2': 'Apt 4B',
  'Default Address City': 'Boston',
  'Default Address Province Code': 'ma',
  'Default Address Country Code': 'US',
  'Default Address Zip': "'02134",
  'Default Address Phone': '(832) 408-1631 x5',
  Phone: '(832) 408-1631 x5',
  'Accepts SMS Marketing': 'no',
  Note: 'Prefers yellow gold',
  'Tax Exempt': 'no',
  Tags: 'watch, vip',
  Language: '',
};
const MAPPING = suggestMapping(Object.keys(SIOBHAN), 'customers');

function read(cells: Readonly<Record<string, string>>) {
  const row: ImportRow = {
    rowNumber: 2,
    cells: { ...SIOBHAN, ...cells },
    extraCells: [],
    problems: [],
  };
  return readCustomerRow(row, MAPPING);
}

function customerFrom(cells: Readonly<Record<string, string>>) {
  const reading = read(cells);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.customer;
}

function warningsFrom(cells: Readonly<Record<string, string>>) {
  const reading = read(cells);
  return reading.ok ? reading.warnings.map(({ field, code }) => `${field} ${code}`) : ['refused'];
}

test('a row of the customer list becomes a customer', () => {
  expect(read({})).toEqual({
    ok: true,
    customer: {
      externalId: '7000000001',
      givenName: 'Siobhán',
      familyName: 'Ångström',
      phoneE164: '+18324081631',
      phoneTyped: '(832) 408-1631 x5',
      phoneExtension: '5',
      email: 'siobhan@example.com',
      address: {
        line1: '9549 Oak Ave',
        line2: 'Apt 4B',
        city: 'Boston',
        state: 'MA',
        zip: '02134',
        country: 'US',
      },
      note: 'Prefers yellow gold\nTags: watch, vip',
      taxExempt: false,
      askedElsewhere: { sms: false, email: true },
    },
    warnings: [],
  });
});

test('"accepts marketing" is only what was asked elsewhere; an unknown answer is none', () => {
  expect(
    customerFrom({ 'Accepts SMS Marketing': 'TRUE', 'Accepts Email Marketing': '' }).askedElsewhere,
  ).toEqual({ sms: true });
  expect(warningsFrom({ 'Accepts SMS Marketing': 'pending' })).toEqual([
    'askedSms ASKED_ELSEWHERE_UNKNOWN',
  ]);
  expect(JSON.stringify(customerFrom({}))).not.toMatch(/consent/i);
});

describe('phones', () => {
  test.each([
    ['614-854-3078', '+16148543078'],
    ['+19739763197', '+19739763197'],
    ["'+19739763197", '+19739763197'],
    ['518.708.1320', '+15187081320'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('%s is %s', (typed, e164) => {
    expect(customerFrom({ Phone: typed, 'Default Address Phone': '' }).phoneE164).toBe(e164);
  });

  test('a number abroad belongs to the country of its row', () => {
    const cells = {
      Phone: '020 7946 0958',
      'Default Address Phone': '',
      'Default Address Country Code': 'gb',
    };
    expect(customerFrom(cells).phoneE164).toBe('+442079460958');
  });

  test('what is no phone goes into the note with a warning, and the customer is imported', () => {
    const cells = {
      Phone: '555-1234 ask for Ann',
      'Default Address Phone': '',
      Note: '',
      Tags: '',
    };
    expect(customerFrom(cells)).toMatchObject({ note: 'Phone: 555-1234 ask for Ann' });
    expect(customerFrom(cells).phoneE164).toBe(undefined);
    expect(warningsFrom(cells)).toEqual(['phone PHONE_NOT_VALID']);
  });

  test('the second phone stands in for a missing first and is noted beside another', () => {
    expect(customerFrom({ Phone: '' }).phoneE164).toBe('+18324081631');
    expect(customerFrom({ Phone: '614-854-3078', Note: '', Tags: '' }).note).toBe(
      'Other phone: (832) 408-1631 x5',
    );
    expect(customerFrom({ Phone: '832.408.1631 ext 5', Note: '', Tags: '' }).note).toBe(undefined);
  });
});

test('an e-mail that is none goes into the note with a warning', () => {
  const cells = { Email: 'ann(at)example.com', Note: '', Tags: '' };
  expect(customerFrom(cells)).toMatchObject({ note: 'E-mail: ann(at)example.com' });
  expect(customerFrom(cells).email).toBe(undefined);
  expect(warningsFrom(cells)).toEqual(['email EMAIL_NOT_VALID']);
});

test('names in any script stay as they are, composed', () => {
  expect(customerFrom({ 'First Name': '美咲', 'Last Name': 'Łuczak' })).toMatchObject({
    givenName: '美咲',
    familyName: 'Łuczak',
  });
  expect(customerFrom({ 'First Name': 'Zoe\u0308' }).givenName).toBe('Zoë');
});

test('a name that computes is kept as text and pointed out', () => {
  expect(warningsFrom({ 'First Name': '=HYPERLINK("http://x.example")' })).toEqual([
    'givenName TEXT_LOOKS_LIKE_FORMULA',
  ]);
});

test('a character lost by an earlier program is pointed out', () => {
  expect(warningsFrom({ 'First Name': 'Jos\uFFFD' })).toEqual(['givenName TEXT_LOST_CHARACTER']);
});

test('a company is name enough; no name at all is refused', () => {
  const nameless = { 'First Name': '', 'Last Name': ' ' };
  expect(customerFrom({ ...nameless, 'Default Address Company': 'Gem Lab LLC' })).toMatchObject({
    company: 'Gem Lab LLC',
  });
  expect(read(nameless)).toEqual({
    ok: false,
    errors: [{ field: 'familyName', code: 'NAME_REQUIRED', value: '' }],
  });
});

test('without any line there is no address; a zip that lost its zero is pointed out', () => {
  const empty = ['Address1', 'Address2', 'City', 'Province Code', 'Zip'].map((name) => [
    `Default Address ${name}`,
    '',
  ]);
  expect(customerFrom(Object.fromEntries(empty)).address).toBe(undefined);
  expect(warningsFrom({ 'Default Address Zip': '2134' })).toEqual(['zip ZIP_UNUSUAL']);
  expect(warningsFrom({ 'Default Address Zip': '02134-1001' })).toEqual([]);
  expect(
    warningsFrom({ 'Default Address Zip': 'SW1A 1AA', 'Default Address Country Code': 'GB' }),
  ).toEqual([]);
});

test('an exemption is kept and needs a certificate', () => {
  expect(customerFrom({ 'Tax Exempt': 'yes' }).taxExempt).toBe(true);
  expect(warningsFrom({ 'Tax Exempt': 'yes' })).toEqual(['taxExempt TAX_EXEMPT_NOT_PROVEN']);
  expect(read({ 'Tax Exempt': 'maybe' })).toMatchObject({
    ok: false,
    errors: [{ code: 'YES_NO_UNKNOWN' }],
  });
});

test.each([
  ['es-MX', 'es'],
  ['Español', 'es'],
  ['en', 'en'],
  ['', undefined],
  ['fr', undefined],
])('language %j is %s', (cell, language) => {
  expect(customerFrom({ Language: cell }).language).toBe(language);
});

test('a note keeps its lines; what does not fit is refused, not cut', () => {
  expect(customerFrom({ Note: 'one\r\ntwo', Tags: '' }).note).toBe('one\ntwo');
  expect(read({ Note: 'x'.repeat(1_995) })).toMatchObject({
    ok: false,
    errors: [{ field: 'note', code: 'TEXT_TOO_LONG' }],
  });
});

test('a card number is refused in every column that is read', () => {
  for (const header of Object.values(MAPPING)) {
    const reading = read({ [header ?? '']: '5555 5555 5555 4444' });
    if (/Accepts|Exempt|Language/.test(header ?? ''))
      expect(JSON.stringify(reading)).not.toMatch(/5555/);
    else
      expect(reading).toMatchObject({
        ok: false,
        errors: [{ code: 'TEXT_IS_CARD_NUMBER', value: '' }],
      });
  }
});
