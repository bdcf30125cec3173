import { expect, it } from 'vitest';
import type { Drill } from '#shared/settings/contract.ts';
import { lossOf, mayRestore, nextRestoreStep, type RestoreStep } from './restore-steps.ts';

const drill: Drill = {
  backupId: 'b1',
  madeAtMs: 1,
  saleCount: 3,
  customerCount: 2,
  pieceCount: 9,
  photoCount: 2,
  photosMissing: 0,
  newestSaleNumber: 'S1-3',
  lostChangesets: 4,
};
const start: RestoreStep = { at: 'choose' };

it('nothing is restored before it was tried out and its loss was read', () => {
  expect(mayRestore(start)).toBe(false);
  const drilled = nextRestoreStep(start, { type: 'drilled', drill });
  expect(mayRestore(drilled)).toBe(false);
  expect(mayRestore(nextRestoreStep(drilled, { type: 'understood', understood: true }))).toBe(true);
});

it('another backup has to be tried out and read anew', () => {
  const drilled = nextRestoreStep(start, { type: 'drilled', drill });
  const read = nextRestoreStep(drilled, { type: 'understood', understood: true });
  expect(nextRestoreStep(read, { type: 'chosenAnew' })).toEqual(start);
  expect(mayRestore(nextRestoreStep(read, { type: 'drilled', drill }))).toBe(false);
});

it('a restore that nobody tried out is not believed', () => {
  expect(nextRestoreStep(start, { type: 'restored', drill })).toEqual(start);
});

it('says whether the loss is nothing, counted or unknown', () => {
  expect(lossOf(drill)).toBe('counted');
  expect(lossOf({ ...drill, lostChangesets: 0 })).toBe('nothing');
  expect(lossOf({ ...drill, lostChangesets: null })).toBe('unknown');
});
