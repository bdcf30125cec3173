import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCustomers, readPieces } from './read-export.ts';

// Exports as the other systems write them lie beside the repository, where a machine has them. The numbers below
// were counted apart from this code.

const FOLDER = join(import.meta.dirname, '../../../shared/data/import');

function exportBytes(name: string, skip: (reason: string) => never): Uint8Array {
  const path = join(FOLDER, name);
  if (existsSync(path)) return readFileSync(path);
  const reason = `needs ../shared/data/import/${name}`;
  console.warn(`skipped: ${reason}`);
  return skip(reason);
}

const sum = (amounts: readonly number[]) => amounts.reduce((whole, each) => whole + each, 0);
const count = (texts: readonly string[], code: string) =>
  texts.filter((text) => text.endsWith(` ${code}`)).length;

test('a catalog of 600 pieces reads whole, without an error or a warning', async (context) => {
  const read = await readPieces(exportBytes('square-catalog.csv', context.skip));
  expect(read).toMatchObject({
    source: 'squareCatalog',
    encoding: 'utf-8',
    errors: [],
    warnings: [],
  });
  expect(read.drafts).toHaveLength(600);
  expect(sum(read.drafts.map(({ tagPriceCents }) => tagPriceCents))).toBe(59_675_400);
  expect(sum(read.drafts.map(({ costCents }) => costCents ?? 0))).toBe(26_087_751);
  expect(sum(read.drafts.map(({ quantityThousandths }) => quantityThousandths))).toBe(1_187_000);
  expect(read.drafts.filter(({ kind }) => kind === 'counted')).toHaveLength(29);
  expect(read.drafts.every(({ taxed }) => taxed)).toBe(true);
  expect(read.drafts[0]).toEqual({
    externalId: 'A4TS67H2WBVLQVEDU2VL5H7J',
    stockNumber: '200-00001',
    description: '14K rose gold earring 0.96ct Round E VS1',
    category: 'Earrings',
    vendor: 'OVERNIGHT',
    vendorStyle: 'D22276',
    costCents: 8_919,
    tagPriceCents: 18_399,
    taxed: true,
    quantityThousandths: 1_000,
    kind: 'piece',
  });
});

test('a list of 400 customers reads whole; families and exemptions are pointed out', async (context) => {
  const read = await readCustomers(exportBytes('shopify-customers.csv', context.skip));
  expect(read).toMatchObject({ source: 'shopifyCustomers', encoding: 'utf-8', errors: [] });
  expect(read.drafts).toHaveLength(400);
  // 11 rows repeat the phone and 5 the e-mail of the row before; 7 claim an exemption without a certificate.
  expect(read.warnings).toHaveLength(23);
  expect(count(read.warnings, 'PHONE_SHARED')).toBe(11);
  expect(count(read.warnings, 'EMAIL_SHARED')).toBe(5);
  expect(count(read.warnings, 'TAX_EXEMPT_NOT_PROVEN')).toBe(7);
  expect(read.drafts.filter(({ phoneE164 }) => phoneE164)).toHaveLength(400);
  expect(read.drafts.filter(({ phoneExtension }) => phoneExtension)).toHaveLength(13);
  expect(read.drafts.filter(({ email }) => email)).toHaveLength(320);
  expect(read.drafts.filter(({ note }) => note)).toHaveLength(363);
  expect(read.drafts.filter(({ address }) => address?.zip.startsWith('0'))).toHaveLength(120);
  expect(read.drafts.filter(({ askedElsewhere }) => askedElsewhere.sms)).toHaveLength(150);
  expect(read.drafts.filter(({ askedElsewhere }) => askedElsewhere.email)).toHaveLength(190);
});
