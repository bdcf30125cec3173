import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCustomers, readPieces } from './read-export.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

test('a catalog with every nasty row: what is good is read, every bad row says why', async () => {
  const read = await readPieces(fixture('catalog-nasty.csv'));
  expect(read.source).toBe('squareCatalog');
  expect(read.drafts.map(({ stockNumber }) => stockNumber)).toEqual([
    '00012',
    '00013',
    '00014',
    '00025',
    '00027',
    '00028',
  ]);
  expect(read.errors).toEqual([
    '5 tagPrice AMOUNT_NEGATIVE',
    '6 tagPrice AMOUNT_FOREIGN_CURRENCY',
    '7 tagPrice AMOUNT_DECIMAL_COMMA',
    '8 quantity QUANTITY_ZERO',
    '9 quantity QUANTITY_NEGATIVE',
    '10 stockNumber IMPORT_STOCK_NUMBER_TWICE',
    '11 tagPrice FIELD_REQUIRED',
    '12 stockNumber FIELD_REQUIRED',
    '13 description TEXT_IS_CARD_NUMBER',
    '14 description TEXT_HAS_CONTROL_CHARACTER',
    '15 description TEXT_TOO_LONG',
    '16 row ROW_TOO_LONG',
    '20 row ROW_QUOTE_BROKEN',
    '23 row ROW_QUOTE_BROKEN',
  ]);
  expect(read.warnings).toEqual([
    '4 description TEXT_LOOKS_LIKE_FORMULA',
    '17 row ROW_TOO_SHORT',
    '17 quantity QUANTITY_MISSING',
    '21 cost COST_ABOVE_PRICE',
    '22 tagPrice PRICE_ZERO',
    '22 quantity QUANTITY_MISSING',
  ]);
});

test('the good rows of the nasty catalog are what a person would read', async () => {
  const { drafts } = await readPieces(fixture('catalog-nasty.csv'));
  expect(drafts.slice(0, 3)).toMatchObject([
    {
      description: '14K hoop earrings',
      tagPriceCents: 124_000,
      costCents: 51_025,
      kind: 'piece',
      taxed: true,
    },
    { description: 'Chain, rope 18 in', quantityThousandths: 27_000, kind: 'counted' },
    { description: '=HYPERLINK("http://x.example","ring")', taxed: true },
  ]);
  expect(drafts[4]).toMatchObject({ description: 'Alliance éternité 美, Size 7', taxed: false });
});

test('a nasty customer list: what is good is read, every bad row says why', async () => {
  const read = await readCustomers(fixture('customers-nasty.csv'));
  expect(read.source).toBe('shopifyCustomers');
  expect(read.errors).toEqual([
    '5 externalId IMPORT_CUSTOMER_TWICE',
    '6 familyName NAME_REQUIRED',
    '7 note TEXT_IS_CARD_NUMBER',
    '12 givenName TEXT_HAS_CONTROL_CHARACTER',
    '13 taxExempt YES_NO_UNKNOWN',
    '15 note TEXT_TOO_LONG',
  ]);
  expect(read.warnings).toEqual([
    '3 zip ZIP_UNUSUAL',
    '3 phone PHONE_SHARED',
    '3 email EMAIL_SHARED',
    '4 givenName TEXT_LOOKS_LIKE_FORMULA',
    '4 phone PHONE_NOT_VALID',
    '8 email EMAIL_NOT_VALID',
    '8 taxExempt TAX_EXEMPT_NOT_PROVEN',
    '8 askedEmail ASKED_ELSEWHERE_UNKNOWN',
  ]);
  expect(read.drafts[0]).toMatchObject({
    externalId: '7000000001',
    email: 'jose@example.com',
    phoneE164: '+18324081631',
    phoneExtension: '5',
    note: 'Call\nafter six\nTags: bridal, vip',
    address: { zip: '02134' },
    askedElsewhere: { sms: true, email: true },
  });
  expect(read.drafts.map(({ externalId }) => externalId)).toEqual([
    '7000000001',
    '7000000002',
    '7000000003',
    '7000000007',
    '7000000000005',
    undefined,
    undefined,
    '7000000013',
  ]);
});

test('a list saved by an older Windows program reads with its accents', async () => {
  const { encoding, drafts } = await readCustomers(fixture('customers-windows-1252.csv'));
  expect(encoding).toBe('windows-1252');
  expect(drafts).toMatchObject([{ givenName: 'José', familyName: 'Müller', note: '5 € – “rush”' }]);
});

test('a list saved as Unicode text reads too', async () => {
  const { encoding, drafts } = await readCustomers(fixture('customers-utf-16.csv'));
  expect(encoding).toBe('utf-16le');
  expect(drafts).toMatchObject([
    { givenName: 'José', familyName: 'Łuczak', phoneE164: '+18324081631' },
  ]);
});

const codesOf = (errors: readonly string[]) => errors.map((error) => error.replace(/^\d+ /, ''));

test('the file of bad rows holds no card number; what is still wrong in it is refused again', async () => {
  const catalog = await readPieces(fixture('catalog-nasty.csv'));
  expect(catalog.badRowsCsv).not.toMatch(/1111/);
  const again = await readPieces(Buffer.from(catalog.badRowsCsv));
  expect(codesOf(again.errors)).toEqual([
    'tagPrice AMOUNT_NEGATIVE',
    'tagPrice AMOUNT_FOREIGN_CURRENCY',
    'tagPrice AMOUNT_DECIMAL_COMMA',
    'quantity QUANTITY_ZERO',
    'quantity QUANTITY_NEGATIVE',
    'tagPrice FIELD_REQUIRED',
    'stockNumber FIELD_REQUIRED',
    'description TEXT_HAS_CONTROL_CHARACTER',
    'description TEXT_TOO_LONG',
    'row ROW_TOO_LONG',
    'stockNumber FIELD_REQUIRED',
    'tagPrice FIELD_REQUIRED',
  ]);
  // The quote that stood inside its value is written as one should be, and reads.
  expect(again.drafts.map(({ description }) => description)).toContain('Ring "Eternity" 14K');

  const list = await readCustomers(fixture('customers-nasty.csv'));
  expect(list.badRowsCsv).not.toMatch(/1111/);
  expect(codesOf((await readCustomers(Buffer.from(list.badRowsCsv))).errors)).toEqual([
    'familyName NAME_REQUIRED',
    'givenName TEXT_HAS_CONTROL_CHARACTER',
    'taxExempt YES_NO_UNKNOWN',
    'note TEXT_TOO_LONG',
  ]);
});
