import { describe, expect, test } from 'vitest';
import { findGaps, renderPage } from './page.ts';

const groups = [{ group: 'Money', invariants: { M1: 'Sums agree.', M2: 'Journals sum to zero.' } }];
const promise = { id: 'M1', file: 'db/sales/complete-sale.ts', what: 'completeSale' };
const proof = { id: 'M1', file: 'shared/sales/totals.test.ts', what: 'change comes from cash' };

describe('the gate over the promises', () => {
  test('is silent when every promise has its test', () => {
    expect(findGaps(groups, [promise], [proof])).toEqual([]);
  });

  test('refuses a promise that no test proves', () => {
    expect(findGaps(groups, [promise], [])).toEqual([
      'db/sales/complete-sale.ts: completeSale promises M1, but no test title starts with "M1:"',
    ]);
  });

  test('refuses an id that nobody has written down', () => {
    expect(findGaps(groups, [{ ...promise, id: 'M99' }], [])[0]).toContain('names M99');
  });
});

describe('the page', () => {
  test('says what is held and what comes later', () => {
    const page = renderPage(groups, [promise], [proof]);
    expect(page).toContain('**M1** (held) Sums agree.');
    expect(page).toContain('- promised by `db/sales/complete-sale.ts`: `completeSale`');
    expect(page).toContain('**M2** (later) Journals sum to zero.');
  });

  test('is the same whatever order the files are found in', () => {
    const other = { ...promise, file: 'db/sales/void-sale.ts' };
    expect(renderPage(groups, [promise, other], [proof])).toBe(
      renderPage(groups, [other, promise], [proof]),
    );
  });
});
