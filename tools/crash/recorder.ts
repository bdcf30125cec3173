import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built recorder, or why this machine has none. */
export type Recorder = { readonly library: string } | { readonly missing: string };

/** Where a recorded process writes what it does. Without a trace it is only watched for the step that ends it. */
export interface Recording {
  readonly shop: string;
  readonly marks: string;
  readonly trace?: string;
  readonly killAt?: KillPoint;
}

/** "Before the third sync of the log": a named point at which the process is ended with SIGKILL. */
export interface KillPoint {
  readonly file: 'log' | 'witness' | 'database' | 'backup';
  readonly step: 'write' | 'sync' | 'truncate' | 'unlink' | 'rename';
  readonly count: number;
  readonly when: 'before' | 'after';
}

/** The system's own C compiler, by its standard name. */
const COMPILER = 'cc';

/** Compiles the recorder with `cc`; as root on Debian it installs one first and says so. */
export function buildRecorder(say: (line: string) => void): Recorder {
  if (process.platform !== 'linux')
    return { missing: 'steps on the disk are recorded on Linux only' };
  const compiler = findCompiler(say);
  if (!compiler) return { missing: 'no C compiler (cc), and none could be installed' };
  const library = path.join(mkdtempSync(path.join(tmpdir(), 'record-io-')), 'record-io.so');
  const source = path.join(import.meta.dirname, 'record-io.c');
  try {
    execFileSync(
      COMPILER,
      ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    return { library };
  } catch (error) {
    return { missing: `the recorder does not compile: ${String(error)}` };
  }
}

function findCompiler(say: (line: string) => void): boolean {
  if (runs(COMPILER, ['--version'])) return true;
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return false;
  say(
    'crash: no C compiler here; installing gcc with apt-get, because the recorder is built from source',
  );
  runs('apt-get', ['update', '-qq']);
  return (
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'gcc', 'libc6-dev']) &&
    runs(COMPILER, ['--version'])
  );
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
}

/** The environment in which a child's steps are seen. */
export function recordingEnv(
  library: string,
  { shop, marks, trace, killAt }: Recording,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: library,
    RECORD_ROOT: shop,
    RECORD_MARKS: marks,
    ...(trace !== undefined && { RECORD_TRACE: trace }),
    ...(killAt && { RECORD_KILL: [killAt.file, killAt.step, killAt.count, killAt.when].join(':') }),
  };
}
