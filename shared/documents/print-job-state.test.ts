import { describe, expect, test } from 'vitest';
import {
  mayFollow,
  nextPrintJobState,
  PRINT_JOB_STATES,
  type PrintJobState,
  retryDelayMs,
} from './print-job-state.ts';

/** Written out by hand, apart from the table under test: which state may come after which. */
const FOLLOWS: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  queued: ['printing'],
  printing: ['printed', 'failed', 'unsure'],
  printed: [],
  failed: ['printing', 'queued'],
  unsure: ['printed', 'queued'],
};

describe('the life of a print job', () => {
  const pairs = PRINT_JOB_STATES.flatMap((from) =>
    PRINT_JOB_STATES.map((to) => [from, to] as const),
  );

  test.each(pairs)('%s → %s', (from, to) => {
    expect(mayFollow(from, to)).toBe(FOLLOWS[from].includes(to));
  });

  test('a job that may be on paper is never printed again by itself', () => {
    expect(nextPrintJobState('printing', 'programStopped')).toBe('unsure');
    expect(nextPrintJobState('unsure', 'claimed')).toBeUndefined();
  });

  test('a printed job stays printed', () => {
    expect(nextPrintJobState('printed', 'askedAgain')).toBeUndefined();
  });

  test('staff may ask again, or say that it is on paper', () => {
    expect(nextPrintJobState('unsure', 'askedAgain')).toBe('queued');
    expect(nextPrintJobState('unsure', 'foundOnPaper')).toBe('printed');
    expect(nextPrintJobState('failed', 'askedAgain')).toBe('queued');
  });

  test('a printer that is off is tried after 1 s, 5 s, 30 s and then every minute', () => {
    expect([1, 2, 3, 4, 5, 100].map(retryDelayMs)).toEqual([
      1000, 5000, 30_000, 60_000, 60_000, 60_000,
    ]);
  });
});
