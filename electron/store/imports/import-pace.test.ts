import { expect, test } from 'vitest';
import { ImportPace } from './import-pace.ts';

/** A pace on a disk that takes so many milliseconds a row. */
async function rowsAt(msPerRow: number, slices: number): Promise<number> {
  let nowMs = 0;
  const pace = new ImportPace(() => nowMs);
  for (let i = 0; i < slices; i++) {
    nowMs += pace.rows * msPerRow;
    await pace.giveWay();
  }
  return pace.rows;
}

test('a fast disk takes as many rows at a stretch as may share a transaction', async () => {
  expect(await rowsAt(0.01, 10)).toBe(200);
});

test('a slow disk takes as many as fit into twenty milliseconds, but never so few that it waits for each', async () => {
  expect(await rowsAt(0.5, 10)).toBe(40);
  expect(await rowsAt(200, 10)).toBe(32);
});

test('a disk that becomes fast again is found out', async () => {
  let nowMs = 0;
  const pace = new ImportPace(() => nowMs);
  for (const msPerRow of [50, 50, 0.25, 0.25, 0.25, 0.25, 0.25]) {
    nowMs += pace.rows * msPerRow;
    await pace.giveWay();
  }
  expect(pace.rows).toBe(80);
});
