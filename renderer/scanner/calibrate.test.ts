import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviceFrom, type Measured, measure, TEST_CODE } from './calibrate.ts';
import { createScanDetector, SCAN_DEFAULTS } from './scan-detector.ts';
import { readScanSettings } from './scan-settings.ts';

const scanned = (text: string, gapMs: number): Measured =>
  measure({ keys: [...text, 'Enter'].map((key, index) => ({ key, atMs: index * gapMs })) });

const thrice = (text: string, gapMs: number) => [1, 2, 3].map(() => scanned(text, gapMs));

test('measures what came, how quick, and how it ended', () => {
  expect(scanned('P1-20817', 12)).toEqual({
    text: 'P1-20817',
    end: 'Enter',
    medianGapMs: 12,
    longestGapMs: 12,
  });
});

test('a usual scanner keeps the usual settings, after three scans', () => {
  expect(adviceFrom([scanned(TEST_CODE, 10)])).toEqual({ kind: 'more', scans: 2 });
  expect(adviceFrom(thrice(TEST_CODE, 10))).toMatchObject({ kind: 'use', usual: true });
});

test('a slow one is given room, and one as slow as a hand needs a prefix', () => {
  expect(adviceFrom(thrice(TEST_CODE, 38))).toMatchObject({
    kind: 'use',
    usual: false,
    settings: { medianGapMs: 48 },
  });
  expect(adviceFrom(thrice(TEST_CODE, 70))).toEqual({ kind: 'needsPrefix', slowestMs: 70 });
});

test('a prefix is seen, and decides whatever the rhythm', () => {
  expect(adviceFrom(thrice(`~${TEST_CODE}`, 70))).toMatchObject({
    kind: 'use',
    settings: { prefix: '~' },
  });
});

test('the letters of another keyboard language are told', () => {
  expect(adviceFrom([scanned('AY19/-4.Z', 10)])).toEqual({ kind: 'keyboard', read: 'AY19/-4.Z' });
  expect(adviceFrom([scanned('P1-20817', 10)]).kind).toBe('more');
});

test('the settings that are advised read the very scans they were advised from', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('', '~'),
      fc.constantFrom(TEST_CODE, 'P1-20817', '0009-117'),
      (gapMs, prefix, code) => {
        const advice = adviceFrom(thrice(`${prefix}${code}`, gapMs));
        if (advice.kind !== 'use') throw new Error(`no advice for ${gapMs} ms`);
        const stored = JSON.stringify(advice.settings);
        const detector = createScanDetector(readScanSettings(stored));
        const found = [...`${prefix}${code}`, 'Enter'].flatMap((key, index) =>
          detector.feed({ key, atMs: index * gapMs, target: 'field', human: false }),
        );
        expect(found.at(-1)).toMatchObject({ kind: 'scan', code });
      },
    ),
  );
});

test('whatever stands in the window’s store, a hand is never taken for a scanner', () => {
  const bad = ['{', '7', '{"medianGapMs":500,"longestGapMs":9000}', '{"prefix":7}', null];
  for (const stored of bad) expect(readScanSettings(stored)).toEqual(SCAN_DEFAULTS);
});
