import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRecorder, recordingEnv } from '#tools/crash/recorder.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import { readTrace } from '#tools/crash/trace.ts';
import { makeDiskScratch } from './disk-scratch.ts';

/** What the child rings up between two marks. */
export const COUNTED_SALES = 100;

/** Syncs per sale, counted by the crash bench's recorder in a process of its own; null where there is none. */
export async function countSyncs(say: (line: string) => void): Promise<number | null> {
  const recorder = buildRecorder(say);
  if ('missing' in recorder) {
    say(`bench: SYNCS ARE NOT COUNTED HERE: ${recorder.missing}`);
    return null;
  }
  const folder = makeDiskScratch('syncs');
  try {
    const [shop, trace, marks] = ['shop', 'trace', 'marks'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    const child = fileURLToPath(new URL('./counted-sales.ts', import.meta.url));
    const env = recordingEnv(recorder.library, { shop, trace, marks });
    const ran = spawnSync(process.execPath, ['--no-warnings', child, shop, marks], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (ran.status !== 0) throw new Error(`the counted sales failed: ${ran.stderr.toString()}`);
    return syncsBetweenMarks(trace) / COUNTED_SALES;
  } finally {
    removeScratch(folder);
  }
}

function syncsBetweenMarks(trace: string): number {
  const steps = readTrace(trace);
  const from = steps.findIndex(({ op }) => op === 'mark');
  const to = steps.findLastIndex(({ op }) => op === 'mark');
  if (from === to) throw new Error('the counted sales left no marks');
  return steps.slice(from, to).filter(({ op }) => op === 'sync' || op === 'syncFolder').length;
}
