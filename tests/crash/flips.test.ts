import { expect, it } from 'vitest';
import { flipBits, type Flipped } from '#tools/crash/flips.ts';

const flip = (kind: Flipped) => flipBits({ kind, seed: 5, flips: 20 });

it.each(['db', 'key', 'backup'] as const)(
  'a single flipped bit in the %s file is noticed, and a refused shop is left as it was',
  async (kind) => {
    expect(await flip(kind)).toMatchObject({ noticed: 20, undetected: 0, evidenceChanged: 0 });
  },
);

it('I6: a single flipped bit in the log is noticed by the witness, and loses sales unseen without it', async () => {
  const found = await flip('wal');
  expect(found).toMatchObject({ undetected: 0, evidenceChanged: 0 });
  expect(found.noticed + found.harmless).toBe(20);
  expect(found.noWitnessLost).toBeGreaterThan(0);
});
