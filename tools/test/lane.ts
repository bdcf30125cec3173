import { spawn } from 'node:child_process';

/** One runner of the whole test: what it is called, what it starts, what it adds to the environment. */
export interface Lane {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How a lane ended, with the lines in which its runner sums itself up. */
export interface LaneResult {
  readonly name: string;
  readonly ok: boolean;
  readonly summary: readonly string[];
}

/** Runs a lane to its end with its output passed on as it comes. */
export async function runLane(lane: Lane, root: string): Promise<LaneResult> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(lane.command, lane.args, {
    cwd: root,
    env: { ...process.env, ...lane.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output += chunk.toString('utf8');
  });
  child.stderr.pipe(process.stderr, { end: false });
  child.once('error', reject);
  child.once('close', resolve);
  const exitCode = await promise;
  return { name: lane.name, ok: exitCode === 0, summary: findSummary(output) };
}

const COLOUR = /\u001B\[[\d;]*m/g;
const VITEST = /^\s*(Test Files|Tests|Errors)\s+\d.*$/;
const PLAYWRIGHT = /^\s*\d+ (passed|failed|flaky|skipped|interrupted|did not run)\b.*$/;

/** The closing lines of vitest or Playwright in what they printed; empty when neither ran. */
export function findSummary(output: string): readonly string[] {
  return output
    .replace(COLOUR, '')
    .split('\n')
    .filter((line) => VITEST.test(line) || PLAYWRIGHT.test(line))
    .map((line) => line.trimEnd());
}
