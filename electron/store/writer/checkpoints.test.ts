import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aShop, type TestShop } from '#db/testing/a-shop.ts';
import { Checkpoints } from './checkpoints.ts';

let shop: TestShop;
let troubles: string[];

beforeEach(() => {
  vi.useFakeTimers();
  shop = aShop();
  troubles = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  shop.close();
});

const checkpoints = (logBytes: number) =>
  new Checkpoints(
    () => shop.writer,
    () => logBytes,
    (what) => troubles.push(what),
  );

test('the log is folded in when the counter rests, and at once when it has grown large', () => {
  const pragma = vi.spyOn(shop.writer.sqlite, 'pragma');
  checkpoints(0).afterCommit();
  vi.advanceTimersByTime(1000);
  expect(pragma).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(pragma).toHaveBeenCalledOnce();
  checkpoints(1e9).afterCommit();
  vi.advanceTimersByTime(0);
  expect(pragma).toHaveBeenCalledTimes(2);
});

test('a disk too full to fold the log in stops nothing and is reported', () => {
  vi.spyOn(shop.writer.sqlite, 'pragma').mockImplementation(() => {
    throw Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' });
  });
  checkpoints(0).afterCommit();
  vi.advanceTimersByTime(2000);
  expect(troubles).toEqual(['the log was not folded in: Error: disk is full']);
});
