import { validate, v7, version } from 'uuid';
import { expect, test } from 'vitest';
import { rowCommandId } from './row-command-id.ts';

const batch = v7();
const ids = (verb: 'row' | 'undo', rows: readonly number[]) =>
  rows.map((row) => rowCommandId(batch, verb, row));
const rows = [0, 1, 2, 1023, 1024, 49_999, 0xfffff, 0x100000, 0xffffff];

test('a row of an import keeps its command id, so that a second try finds it done', () => {
  expect(ids('row', rows)).toEqual(ids('row', rows));
  expect(ids('row', rows).every((id) => validate(id) && version(id) === 8)).toBe(true);
});

test('a later row has a higher id, so that the log is written at its end', () => {
  expect([...ids('row', rows)].sort()).toEqual(ids('row', rows));
});

test('another row, verb or batch is another command', () => {
  const all = [...ids('row', rows), ...ids('undo', rows), rowCommandId(v7(), 'row', 1)];
  expect(new Set(all).size).toBe(all.length);
});
