import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containsCardNumber } from '#shared/card-number.ts';
import { hasControlCharacter } from '#shared/control-characters.ts';
import { openCsv } from '#electron/store/imports/csv-table.ts';
import { decodeImport } from '#electron/store/imports/read-file.ts';
import { readCustomerRow } from '#shared/imports/customer-row.ts';
import type { ImportMapping, ImportRow } from '#shared/imports/import-row.ts';
import { readPieceRow } from '#shared/imports/piece-row.ts';
import { targetFields } from '#shared/imports/sources.ts';

// The law of reading: whatever stands in whatever column, a row is read or refused, never thrown on, and neither
// its draft nor its report holds a control character or a payment card number.

const CARDS = [
  '4111111111111111',
  '4111 1111 1111 1111',
  '5555-5555-5555-4444',
  '378282246310005',
  '4111 1111\n1111 1111',
  '4222222222222',
];

const nastyCell = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from('0123456789 -.,()$+\n')),
      maxLength: 40,
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.string({ maxLength: 10 }), fc.constantFrom(...CARDS), fc.string({ maxLength: 10 }))
      .map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '1',
      '0',
      '12.50',
      'yes',
      'US',
      "'00012",
      '="4111111111111111"',
      "'4111111111111111",
      '(832) 408-1631 x5',
      'a@b.co',
      '=1+1',
      '\t=1',
      '\u0000',
      '\u202E',
      '\uD800',
      'x'.repeat(3_000),
      '1'.repeat(3_000),
    ),
  },
);

/** Plausible cells, so that most rows come through and a single nasty one decides. */
const GOOD: Readonly<Record<string, string>> = {
  stockNumber: '00012',
  description: 'Ring',
  tagPrice: '124.00',
  cost: '50',
  quantity: '1',
  taxed: 'Y',
  familyName: 'Lee',
  phone: '(832) 408-1631',
  email: 'lee@example.com',
  taxExempt: 'no',
};

function rowsOf(target: 'pieces' | 'customers') {
  const fields = targetFields(target).map(({ field }) => field);
  const mapping: ImportMapping = Object.fromEntries(fields.map((field) => [field, field]));
  const rows = fc
    .dictionary(fc.constantFrom(...fields), nastyCell, { maxKeys: 4 })
    .map((nasty): ImportRow => ({
      rowNumber: 2,
      cells: { ...Object.fromEntries(fields.map((field) => [field, GOOD[field] ?? ''])), ...nasty },
      extraCells: [],
      problems: [],
    }));
  return { mapping, rows };
}

/** Every text in a reading, with its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}

function readingLaw(
  target: 'pieces' | 'customers',
  read: (row: ImportRow, mapping: ImportMapping) => unknown,
) {
  const { mapping, rows } = rowsOf(target);
  return fc.property(rows, (row) => {
    for (const [path, text] of textsIn(read(row, mapping))) {
      const shown = path.endsWith('.note') ? text.replaceAll('\n', ' ') : text;
      expect(hasControlCharacter(shown), path).toBe(false);
      // The other system's key may have 13 digits that check by chance, where no card begins with its first.
      const isKey = path.endsWith('.externalId') && /^[1-35-9]\d{12}$/.test(text);
      expect(!isKey && containsCardNumber(text), path).toBe(false);
    }
  });
}

const READERS = [
  ['pieces', readPieceRow],
  ['customers', readCustomerRow],
] as const;

describe.each(READERS)('%s', (target, read) => {
  test('no cell makes reading throw or brings a control character or card number in', () => {
    fc.assert(readingLaw(target, read), { numRuns: 4_000 });
  });

  test('rows come through and are refused in fair numbers, so the law has something to see', () => {
    const { mapping, rows } = rowsOf(target);
    const readings = fc
      .sample(rows, { numRuns: 1_000, seed: 7 })
      .map((row) => read(row, mapping).ok);
    expect(readings.filter(Boolean).length).toBeGreaterThan(100);
    expect(readings.filter((isRead) => !isRead).length).toBeGreaterThan(100);
  });
});

describe('control: planted bugs that the law must see', () => {
  const isCaught = (
    target: 'pieces' | 'customers',
    read: (row: ImportRow, mapping: ImportMapping) => unknown,
  ) => fc.check(readingLaw(target, read), { numRuns: 4_000, seed: 7 }).failed;

  test('a category taken over as it stands', () => {
    expect(
      isCaught('pieces', (row, mapping) => ({
        ...readPieceRow(row, mapping),
        category: row.cells['category'],
      })),
    ).toBe(true);
  });

  test('an error that repeats the whole cell', () => {
    const repeating = (row: ImportRow, mapping: ImportMapping) => {
      const reading = readCustomerRow(row, mapping);
      return reading.ok ? reading : reading.errors.map(({ field }) => row.cells[field]);
    };
    expect(isCaught('customers', repeating)).toBe(true);
  });

  test('a card number looked for before line breaks become spaces', () => {
    const tooEarly = (row: ImportRow, mapping: ImportMapping) => {
      const city = row.cells['city'] ?? '';
      const reading = readCustomerRow({ ...row, cells: { ...row.cells, city: '' } }, mapping);
      return reading.ok &&
        !containsCardNumber(city) &&
        !hasControlCharacter(city.replaceAll('\n', ' '))
        ? { ...reading, city: city.replaceAll('\n', ' ') }
        : reading;
    };
    expect(isCaught('customers', tooEarly)).toBe(true);
  });

  test('a reader that throws on a lone half of a character', () => {
    expect(
      isCaught('pieces', (row, mapping) => [
        encodeURIComponent(row.cells['vendor'] ?? '').length,
        readPieceRow(row, mapping),
      ]),
    ).toBe(true);
  });
});

test('any bytes are a file that is refused in words or read to its end', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({
        unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', ' ', '\uFEFF'),
        maxLength: 200,
      })
      .map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const file = await decodeImport(content);
      const table = file.ok ? await openCsv(file.value.text) : file;
      if (!table.ok) return;
      for await (const chunk of table.value.rows()) {
        for (const row of chunk) {
          readCustomerRow(row, { familyName: table.value.headers[0] });
          expect(row.rowNumber).toBeGreaterThan(1);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
