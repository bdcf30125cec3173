import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportRow } from '#shared/imports/import-row.ts';
import { type Delimiter, readRecords } from './csv-records.ts';
import { openCsv } from './csv-table.ts';
import { CHUNK_ROWS } from './import-table.ts';

async function tableOf(text: string) {
  const opened = await openCsv(text);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const rows: ImportRow[] = [];
  for await (const chunk of opened.value.rows()) rows.push(...chunk);
  return { ...opened.value, rows };
}

const cellsOf = (rows: readonly ImportRow[]) => rows.map(({ cells }) => Object.values(cells));

test.each([
  [',', 'a,b\n1,"2,5"\n'],
  [';', 'a;b\n1;"2;5"\n'],
  ['\t', 'a\tb\n1\t"2\t5"\n'],
  [';', '\n"a, the first";b\n1;"2;5"\n'],
])('finds the delimiter %j', async (delimiter, text) => {
  const table = await tableOf(text);
  expect(table.delimiter).toBe(delimiter);
  expect(cellsOf(table.rows)).toEqual([['1', `2${delimiter}5`]]);
});

test.each([
  ['CRLF', 'a,b\r\n1,2\r\n"3","4"\r\n'],
  ['LF', 'a,b\n1,2\n"3","4"\n'],
  ['CR', 'a,b\r1,2\r"3","4"\r'],
  ['both mixed', 'a,b\r\n1,2\n"3","4"\r\n'],
  ['none at the end', 'a,b\r\n1,2\r\n"3","4"'],
])('reads line ends of the kind %s', async (_kind, text) => {
  expect(cellsOf((await tableOf(text)).rows)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('a line break inside quotes belongs to the value, doubled quotes are one', async () => {
  const { rows } = await tableOf('a,b\r\n"one\r\ntwo","say ""hi"""\r\n');
  expect(cellsOf(rows)).toEqual([['one\r\ntwo', 'say "hi"']]);
});

test('headers are each there once and none is nameless', async () => {
  const { headers } = await tableOf('Price, Price ,,Price (2),Price,"A\nB"\n1,2,3,4,5,6\n');
  expect(headers).toEqual(['Price', 'Price (2)', 'Column 3', 'Price (2) (2)', 'Price (3)', 'A B']);
});

test('a column called __proto__ keeps its values', async () => {
  const { rows } = await tableOf('__proto__,b\nx,y\n');
  expect(Object.entries(rows[0]?.cells ?? {})).toEqual([
    ['__proto__', 'x'],
    ['b', 'y'],
  ]);
});

test('ragged rows are reported, and nothing of them is lost', async () => {
  const { rows } = await tableOf('a,b,c\n1,2,3\n1,2\n1,2,3,4,5\n1,2,3,,\n');
  expect(rows.map(({ problems }) => problems)).toEqual([
    [],
    ['ROW_TOO_SHORT'],
    ['ROW_TOO_LONG'],
    [],
  ]);
  expect(rows[1]?.cells).toEqual({ a: '1', b: '2', c: '' });
  expect(rows[2]?.extraCells).toEqual(['4', '5']);
});

test('rows are numbered as a spreadsheet numbers them, blank ones counted and passed over', async () => {
  const { rows } = await tableOf('\na,b\n1,2\n\n , \n"3\n3",4\n5,6\n');
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 6, 7]);
});

test('a quote in the middle of a value breaks its row only', async () => {
  const { rows } = await tableOf('a,b\n1,2\n"Ring "Eternity" 14K",3\n12" chain,4\n5,6\n');
  expect(rows.map(({ problems }) => problems)).toEqual([[], ['ROW_QUOTE_BROKEN'], [], []]);
});

test('a quote that never closes costs its own line, not the rest of the file', async () => {
  const good = Array.from({ length: 20_000 }, (_, index) => `${index},ring number ${index}\n`);
  const { rows } = await tableOf(`a,b\n1,"open\n${good.join('')}`);
  expect(rows).toHaveLength(20_001);
  expect(rows[0]).toMatchObject({ problems: ['ROW_QUOTE_BROKEN'], cells: { a: '1', b: 'open' } });
  expect(rows.at(-1)?.cells).toEqual({ a: '19999', b: 'ring number 19999' });
});

test('a quote that never closes on the last line is reported', async () => {
  const { rows } = await tableOf('a,b\n1,2\n3,"open');
  expect(rows.map(({ problems }) => problems)).toEqual([[], ['ROW_QUOTE_BROKEN']]);
});

test.each([
  ['', 'IMPORT_EMPTY'],
  ['\n,,\n', 'IMPORT_EMPTY'],
  ['a,b\n', 'IMPORT_NO_ROWS'],
  ['a,b\n,\n\n', 'IMPORT_NO_ROWS'],
  [`${'a,'.repeat(501)}\n1\n`, 'IMPORT_NOT_TEXT'],
])('a table %j is refused with %s', async (text, code) => {
  expect(await openCsv(text)).toMatchObject({ ok: false, refusal: { code } });
});

test('fifty thousand rows come in small chunks and give way between them', async () => {
  const text = `a,b\n${Array.from({ length: 50_000 }, (_, index) => `${index},"ring, ${index}"\n`).join('')}`;
  const opened = await openCsv(text);
  if (!opened.ok) throw new Error(opened.refusal.code);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  let turn = setImmediate(function again() {
    turns += 1;
    turn = setImmediate(again);
  });
  const turnsBefore: number[] = [];
  let count = 0;
  for await (const chunk of opened.value.rows()) {
    expect(chunk.length).toBeLessThanOrEqual(CHUNK_ROWS);
    count += chunk.length;
    turnsBefore.push(turns);
  }
  clearInterval(timer);
  clearImmediate(turn);
  expect(count).toBe(50_000);
  expect(new Set(turnsBefore).size).toBe(turnsBefore.length);
});

// --- the law: what was written as a table reads as that table, wherever a slice may cut it

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    ' "x" ',
    'a\nb',
    '"a',
    'a"',
    "'",
    '=1+1',
  ),
  fc.nat({ max: 3_000 }).map((length) => 'ab,"\n'.repeat(length / 5)),
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 60,
  }),
);

function tableLaw(read: (text: string, delimiter: Delimiter) => readonly (readonly string[])[]) {
  return fc.property(
    tables,
    fc.constantFrom<Delimiter>(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n'),
    (table, delimiter, newline) => {
      const text = stringify(table, {
        delimiter,
        record_delimiter: newline,
        quoted: true,
        quoted_empty: true,
      });
      expect(read(text, delimiter)).toEqual(table.map(plain));
    },
  );
}

/** A carriage return at the very end of a row belongs to the line's end. */
const plain = (cells: readonly string[]) => cells.with(-1, (cells.at(-1) ?? '').replace(/\r$/, ''));

function readAll(text: string, delimiter: Delimiter) {
  return [...readRecords(text, delimiter)].flat().map(({ cells }) => cells);
}

test('every table reads back as it was written', () => {
  fc.assert(tableLaw(readAll), { numRuns: 300 });
});

test('control: a reader that cuts at line breaks loses values, and the law sees it', () => {
  const cutting = (text: string, delimiter: Delimiter) =>
    text.split(/\r?\n/).flatMap((line) => readAll(line, delimiter));
  expect(fc.check(tableLaw(cutting), { numRuns: 300 }).failed).toBe(true);
});
