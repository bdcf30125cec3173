import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createScanDetector,
  SCAN_DEFAULTS,
  type ScanOptions,
  type Stroke,
} from './scan-detector.ts';

type Target = Stroke['target'];

const letters = (text: string): string[] => text.split('');

interface Segment {
  readonly by: 'person' | 'scanner';
  readonly text: string;
  readonly gapsMs: readonly number[];
  /** Time since the segment before. */
  readonly pauseMs: number;
  readonly end: 'Enter' | 'Tab';
}

interface Outcome {
  readonly scans: readonly string[];
  /** What stands in the field, or what ran as commands. */
  readonly typed: string;
  /** Terminators that reached the page. */
  readonly ends: number;
  readonly heldInField: boolean;
  readonly longestHoldMs: number;
}

/** The window around the detector: a field that takes characters at once and a clock that fires the release. */
function play(
  segments: readonly Segment[],
  target: Target,
  options: ScanOptions = SCAN_DEFAULTS,
): Outcome {
  const detector = createScanDetector(options);
  const scans: string[] = [];
  let typed = '';
  let before = '';
  let ends = 0;
  let heldInField = false;
  let longestHoldMs = 0;
  const act = (actions: ReturnType<typeof detector.feed>, stroke?: Stroke) => {
    let passes = stroke !== undefined;
    for (const action of actions) {
      if (action.kind === 'remember') before = typed;
      if (action.kind === 'hold') passes = false;
      if (action.kind === 'release') typed += action.keys.join('');
      if (action.kind === 'scan') {
        passes = false;
        scans.push(action.code);
        if (target === 'field') typed = before;
      }
    }
    heldInField ||= target === 'field' && actions.some((action) => action.kind === 'hold');
    if (passes && stroke?.key.length === 1) typed += stroke.key;
    else if (passes) ends += 1;
  };
  for (const stroke of strokesOf(segments, target)) {
    const releaseAtMs = detector.releaseAtMs();
    if (releaseAtMs !== undefined && releaseAtMs < stroke.atMs)
      act(detector.settle(releaseAtMs + 1));
    act(detector.feed(stroke), stroke);
    longestHoldMs = Math.max(longestHoldMs, (detector.releaseAtMs() ?? stroke.atMs) - stroke.atMs);
  }
  return { scans, typed, ends, heldInField, longestHoldMs };
}

function strokesOf(segments: readonly Segment[], target: Target): Stroke[] {
  let atMs = 1000;
  return segments.flatMap(({ text, gapsMs, pauseMs, end }) => {
    atMs += pauseMs;
    return [...letters(text), end].map((key, index) => {
      if (index > 0) atMs += gapsMs[index - 1] ?? 0;
      return { key, atMs, target, human: false };
    });
  });
}

/** What should come of it. */
function expected(segments: readonly Segment[]): Pick<Outcome, 'scans' | 'typed' | 'ends'> {
  const byPerson = segments.filter((segment) => segment.by === 'person');
  return {
    scans: segments.filter((segment) => segment.by === 'scanner').map((segment) => segment.text),
    typed: byPerson.map((segment) => segment.text).join(''),
    ends: byPerson.length,
  };
}

const codeText = fc.string({
  unit: fc.constantFrom(...letters('0123456789ABCDEFGHKLMNRSTXZ-/$. abc')),
  minLength: 4,
  maxLength: 24,
});
const pauseMs = fc.integer({ min: 100, max: 3000 });
const end = fc.constantFrom('Enter' as const, 'Tab' as const);

/** 1 to 35 ms between keys, with fewer than half of them stumbling up to 90 ms. */
const scan: fc.Arbitrary<Segment> = codeText
  .filter((text) => !text.startsWith(' '))
  .chain((text) => {
    const stumbles = Math.floor((text.length - 1) / 2);
    return fc
      .record({
        even: fc.array(fc.integer({ min: 1, max: 35 }), {
          minLength: text.length,
          maxLength: text.length,
        }),
        slow: fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 36, max: 90 })), {
          maxLength: stumbles,
        }),
        pauseMs,
        end,
      })
      .map(({ even, slow, ...rest }) => {
        const gapsMs = even.map((gap, index) => slow.find(([at]) => at === index)?.[1] ?? gap);
        return { by: 'scanner' as const, text, gapsMs, ...rest };
      });
  });

const typing: fc.Arbitrary<Segment> = fc
  .string({
    unit: fc.constantFrom(...letters('0123456789abcdefghijklmnop-/$. ')),
    minLength: 1,
    maxLength: 24,
  })
  .filter((text) => !text.startsWith(' '))
  .chain((text) =>
    fc.record({
      by: fc.constant('person' as const),
      text: fc.constant(text),
      gapsMs: fc.array(fc.integer({ min: 60, max: 250 }), {
        minLength: text.length,
        maxLength: text.length,
      }),
      pauseMs,
      end,
    }),
  );

const session = fc.record({
  segments: fc.array(fc.oneof(scan, typing), { minLength: 1, maxLength: 3 }),
  target: fc.constantFrom<Target>('field', 'page'),
});

/** Share of 20,000 sessions in which every code, every character and every Enter went where it belongs. */
function shareRight(options: ScanOptions): number {
  const sessions = fc.sample(session, { numRuns: 20_000, seed: 20_261_123 });
  const right = sessions.filter(({ segments, target }) => {
    const { scans, typed, ends } = play(segments, target, options);
    return JSON.stringify({ scans, typed, ends }) === JSON.stringify(expected(segments));
  });
  return right.length / sessions.length;
}

describe('scan anywhere', () => {
  it('tells scanner and person apart in at least 99.9 % of 20,000 sessions, with nothing leaked or lost', () => {
    expect(shareRight(SCAN_DEFAULTS)).toBeGreaterThanOrEqual(0.999);
  });

  it('the measure catches a detector that takes quick typing for a scan', () => {
    expect(shareRight({ ...SCAN_DEFAULTS, medianGapMs: 150, longestGapMs: 250 })).toBeLessThan(0.9);
  });

  it('the measure catches a detector that gives up on a scanner that stumbles', () => {
    expect(shareRight({ ...SCAN_DEFAULTS, longestGapMs: 30 })).toBeLessThan(0.9);
  });

  it('never holds a key on its way into a field, and no other key longer than one gap', () => {
    fc.assert(
      fc.property(session, ({ segments, target }) => {
        const { heldInField, longestHoldMs } = play(segments, target);
        expect(heldInField).toBe(false);
        expect(longestHoldMs).toBeLessThanOrEqual(SCAN_DEFAULTS.longestGapMs);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a prefixed code whatever its rhythm, and gives the code without the prefix', () => {
    const slow = {
      by: 'scanner' as const,
      text: '~P1',
      gapsMs: [80, 80, 80],
      pauseMs: 500,
      end: 'Enter' as const,
    };
    expect(play([slow], 'field', { ...SCAN_DEFAULTS, prefix: '~' }).scans).toEqual(['P1']);
    expect(play([slow], 'field').scans).toEqual([]);
  });

  it('says that the same code came again within 700 ms', () => {
    const detector = createScanDetector();
    const read = (fromMs: number) =>
      [...letters('P1-20817'), 'Enter'].flatMap((key, index) =>
        detector.feed({ key, atMs: fromMs + index * 10, target: 'page', human: false }),
      );
    const found = [read(0), read(500), read(2000)]
      .flat()
      .filter((action) => action.kind === 'scan');
    expect(found.map((action) => action.repeat)).toEqual([false, true, false]);
  });

  it('a key held down, a composition or a chord is never part of a scan', () => {
    const detector = createScanDetector();
    const actions = [...letters('P1-20817'), 'Enter'].flatMap((key, index) =>
      detector.feed({ key, atMs: index * 10, target: 'page', human: index === 3 }),
    );
    expect(actions.filter((action) => action.kind === 'scan').map((action) => action.code)).toEqual(
      ['0817'],
    );
    expect(actions.find((action) => action.kind === 'release')).toEqual({
      kind: 'release',
      keys: ['P', '1', '-'],
    });
  });

  it('a page too busy to hear in time still reads the scan by the times of its keys', () => {
    const detector = createScanDetector();
    for (const [index, key] of letters('P1-2').entries())
      detector.feed({ key, atMs: index * 10, target: 'field', human: false });
    detector.settle(400);
    const rest = [...letters('0817'), 'Enter'].flatMap((key, index) =>
      detector.feed({ key, atMs: 40 + index * 10, target: 'field', human: false }),
    );
    expect(rest.find((action) => action.kind === 'scan')).toMatchObject({ code: 'P1-20817' });
  });

  it('Space on a focused button still presses it', () => {
    const detector = createScanDetector();
    expect(detector.feed({ key: ' ', atMs: 0, target: 'page', human: false })).toEqual([
      { kind: 'remember' },
    ]);
  });
});
