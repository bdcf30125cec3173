import { describe, expect, test } from 'vitest';
import { findSummary } from './lane.ts';

describe('the last lines of the whole test', () => {
  test("are vitest's own, without its colours", () => {
    const output = [
      ' ✓ shared/money.test.ts (12 tests)',
      '\u001B[2m Test Files \u001B[22m \u001B[1m\u001B[32m2 passed\u001B[39m (2)',
      '\u001B[2m      Tests \u001B[22m 1 failed | 30 passed (31)',
      '   Duration  1.2s',
    ].join('\n');
    expect(findSummary(output)).toEqual([
      ' Test Files  2 passed (2)',
      '      Tests  1 failed | 30 passed (31)',
    ]);
  });

  test("are Playwright's own, with what did not run", () => {
    const output = '  ✓ 1 sells two pieces (2s)\n  1 failed\n  2 did not run\n  3 passed (12.1s)\n';
    expect(findSummary(output)).toEqual(['  1 failed', '  2 did not run', '  3 passed (12.1s)']);
  });

  test('are none where no tests ran', () => {
    expect(findSummary('12 files built\n')).toEqual([]);
  });
});
