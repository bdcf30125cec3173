import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportRow } from '#shared/imports/import-row.ts';
import { looksLikeJson, readJsonTexts } from './json-records.ts';
import { openJson } from './json-table.ts';

async function tableOf(text: string) {
  const opened = await openJson(text);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const rows: ImportRow[] = [];
  for await (const chunk of opened.value.rows()) rows.push(...chunk);
  return { ...opened.value, rows };
}

test('a list of objects is a table of every name that any of them has', async () => {
  const { headers, rows } = await tableOf('[{"a": 1, "b": null}, {"c": true, "a": "x"}]');
  expect(headers).toEqual(['a', 'b', 'c']);
  expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells])).toEqual([
    [1, { a: '1', b: '', c: '' }],
    [2, { a: 'x', b: '', c: 'true' }],
  ]);
});

test('what stands inside goes by both names, the second of a list by its place', async () => {
  const { rows } = await tableOf(
    '[{"Phones": [{"Type": "Cell", "No": "1"}, {"No": "2"}], "tags": ["a", "b"], "in": {"x": {"y": 3}}}]',
  );
  expect(rows[0]?.cells).toEqual({
    'Phones Type': 'Cell',
    'Phones No': '1',
    'Phones 2 No': '2',
    tags: 'a, b',
    'in x y': '3',
  });
});

test.each([
  ['a list', '[{"a":"1"},{"a":"2"}]'],
  ['a list behind a name', '{"customers": [{"a":"1"},{"a":"2"}], "meta": {"page": 1}}'],
  ['an object on each line', '{"a":"1"}\n{"a":"2"}\n'],
  ['a list with a comma too many', '[{"a":"1"},\n{"a":"2"},\n]'],
])('%s is read', async (_kind, text) => {
  expect(looksLikeJson(text)).toBe(true);
  expect((await tableOf(text)).rows.map(({ cells }) => cells['a'])).toEqual(['1', '2']);
});

test('what is no object stays a row of its own that says so, and the rest comes in', async () => {
  const { rows } = await tableOf('[{"a":"1"}, 7, null, [1], "x, y", {"a": }, {"a":"2"}]');
  expect(rows.map(({ problems }) => problems.length)).toEqual([0, 1, 1, 1, 1, 1, 0]);
  expect(rows.at(-1)?.cells).toEqual({ a: '2' });
});

test('a file that was cut off in the middle of an object says so on its last row', async () => {
  const { rows } = await tableOf('[{"a":"1"},{"a":"2","b":"and th');
  expect(rows.map(({ problems }) => problems)).toEqual([[], ['ROW_NOT_AN_OBJECT']]);
});

test.each([
  ['[]', 'IMPORT_NO_ROWS'],
  ['[1, 2]', 'IMPORT_NO_ROWS'],
  ['{}', 'IMPORT_NO_ROWS'],
  ['[[[[[[[[', 'IMPORT_NO_ROWS'],
  [
    JSON.stringify([Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`c${i}`, i]))]),
    'IMPORT_NOT_TEXT',
  ],
])('%j is refused with %s', async (text, code) => {
  expect(await openJson(text)).toMatchObject({ ok: false, refusal: { code } });
});

test('a column called __proto__ keeps its values and reaches nothing', async () => {
  const { rows } = await tableOf('[{"__proto__": "x", "b": {"constructor": "y"}}]');
  expect(Object.entries(rows[0]?.cells ?? {})).toEqual([
    ['__proto__', 'x'],
    ['b constructor', 'y'],
  ]);
});

test('a table of commas and quotes is not taken for objects', () => {
  expect(['a,b\n1,2', '"a","b"', '', '   '].map(looksLikeJson)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), {
  minLength: 1,
  maxLength: 20,
});
const listLaw = (read: (text: string) => readonly string[]) =>
  fc.property(records, fc.constantFrom(undefined, 1, '\t'), (list, indent) => {
    const texts = read(JSON.stringify(list, undefined, indent));
    expect(texts.map((text) => JSON.stringify(JSON.parse(text)))).toEqual(
      list.map((each) => JSON.stringify(each)),
    );
  });

test('every list of objects reads back as it was written', () => {
  fc.assert(listLaw((text) => [...readJsonTexts(text)]));
});

test('control: a reader that cuts at braces loses what stands in quotes, and the law sees it', () => {
  const cutting = (text: string) => text.slice(1, -1).split(/(?<=\}),/);
  expect(fc.check(listLaw(cutting), { numRuns: 500 }).failed).toBe(true);
});
