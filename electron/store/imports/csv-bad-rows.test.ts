import { expect, test } from 'vitest';
import type { ImportRow } from '#shared/imports/import-row.ts';
import { readPieceRow } from '#shared/imports/piece-row.ts';
import { suggestMapping } from '#shared/imports/sources.ts';
import { type BadRow, badRowsCsv } from './csv-bad-rows.ts';
import { openCsv } from './csv-table.ts';

const HEADER = 'SKU,Item Name,Price,Current Quantity Main St';

/** Reads a catalog as an import does: pieces apart from bad rows. */
async function readCatalog(text: string) {
  const opened = await openCsv(text.replace(/^\uFEFF/, ''));
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { headers } = opened.value;
  const mapping = suggestMapping(headers, 'pieces');
  const bad: BadRow[] = [];
  const pieces: unknown[] = [];
  const rows: ImportRow[] = [];
  for await (const chunk of opened.value.rows()) rows.push(...chunk);
  for (const row of rows) {
    const reading = readPieceRow(row, mapping);
    if (reading.ok) pieces.push(reading.piece);
    else bad.push({ row, errors: reading.errors });
  }
  return { headers, rows, pieces, bad };
}

test('bad rows keep their columns and say their row and their problem', async () => {
  const { headers, bad } = await readCatalog(
    `${HEADER}\n00012,Ring,"1.240,00",1\n00013,Ring,5,1\n`,
  );
  expect(badRowsCsv(headers, bad)).toBe(
    `\uFEFF${HEADER},Row,Problem\r\n` +
      `00012,Ring,"1.240,00",1,2,"tagPrice ""1.240,00"": Write cents after a point, like 1240.50, not after a comma."\r\n`,
  );
});

test('nothing in the file of bad rows computes', async () => {
  const { headers, bad } = await readCatalog(`${HEADER}\n+1,"=HYPERLINK(""x"")",@SUM(A1),-2\n`);
  const [, line] = badRowsCsv(headers, bad).split('\r\n');
  expect(line).toMatch(/^'\+1,"'=HYPERLINK\(""x""\)",'@SUM\(A1\),'-2,2,/);
});

test('a corrected file of bad rows imports as the rows it was made of', async () => {
  const wrong = `${HEADER}\n00012,"=1+1\r\nring","£4,250.00",1\n00013,'t Hooft ring,(5),-1\n00014,"a ""b"", c",x,2\n`;
  const { headers, bad, pieces } = await readCatalog(wrong);
  expect(pieces).toEqual([]);
  const corrected = badRowsCsv(headers, bad)
    .replace('"£4,250.00",1', '"$4,250.00",1')
    .replace("(5),'-1", '5,1')
    .replace(',x,2', ',7.50,2');
  const again = await readCatalog(corrected);
  expect(again.bad).toEqual([]);
  expect(again.pieces).toMatchObject([
    { stockNumber: '00012', description: '=1+1 ring', tagPriceCents: 425_000, kind: 'piece' },
    { stockNumber: '00013', description: "'t Hooft ring", tagPriceCents: 500, kind: 'piece' },
    { stockNumber: '00014', description: 'a "b", c', tagPriceCents: 750, kind: 'counted' },
  ]);
});

test('a file that is still wrong does not grow columns', async () => {
  const first = await readCatalog(`${HEADER}\n00012,Ring,x,1\n`);
  const again = await readCatalog(badRowsCsv(first.headers, first.bad));
  expect(badRowsCsv(again.headers, again.bad)).toBe(badRowsCsv(first.headers, first.bad));
});

test('values beyond the last column are kept behind the report', async () => {
  const { headers, bad } = await readCatalog(`${HEADER}\n00012,Ring, gold,5,1\n`);
  const lines = badRowsCsv(headers, bad).split('\r\n');
  expect(lines[0]).toBe(`\uFEFF${HEADER},Row,Problem,Extra 1`);
  expect(lines[1]).toMatch(/^00012,Ring, gold,5,2,".*",1$/);
});

test('a row that is too long stays so until its values are moved, then it imports', async () => {
  const first = await readCatalog(`${HEADER}\n00012,Ring, gold,5,1\n`);
  const untouched = badRowsCsv(first.headers, first.bad);
  const again = await readCatalog(untouched);
  expect(again.bad.map(({ errors }) => errors[0]?.code)).toEqual(['ROW_TOO_LONG']);
  expect(badRowsCsv(again.headers, again.bad)).toBe(untouched);
  const moved = await readCatalog(
    untouched.replace('Ring, gold,5,2,', '"Ring, gold",5,1,2,').replace(/,1\r\n$/, '\r\n'),
  );
  expect(moved.pieces).toMatchObject([{ description: 'Ring, gold', tagPriceCents: 500 }]);
});

test('a card number does not reach the file, in whatever column it stood; a 13-digit key does', async () => {
  const { headers, rows } = await readCatalog(
    'SKU,Memo,Key\n1,paid 4111 1111 1111 1111,7000000000005\n2,"4111 1111\n1111 1111",5555555555554444\n',
  );
  const csv = badRowsCsv(
    headers,
    rows.map((row) => ({ row, errors: [] })),
  );
  expect(csv).not.toMatch(/1111|4444/);
  expect(csv.match(/\[card number removed\]/g)).toHaveLength(3);
  expect(csv).toContain('7000000000005');
});
