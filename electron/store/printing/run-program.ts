import { spawn } from 'node:child_process';

/** How one of the operating system's programs ended. */
export type ProgramEnd =
  /** It is not on this machine, or may not be run: nothing happened. */
  | { readonly how: 'missing' }
  /** Ended by us after its time. What it did until then is not known. */
  | { readonly how: 'late' }
  | { readonly how: 'ended'; readonly code: number; readonly output: string };

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  readonly timeoutMs: number;
  /** Added to the program's own. */
  readonly env?: Readonly<Record<string, string>>;
}

export type RunProgram = (call: ProgramCall) => Promise<ProgramEnd>;

/** A listing or a job number; more than this is no answer of a program we ask. */
const MOST_OUTPUT = 256 * 1024;

/** Runs a program without a shell, so that no name is ever read as a command. Never throws, and always ends. */
export const runProgram: RunProgram = ({ program, args, input, timeoutMs, env = {} }) =>
  new Promise((resolve) => {
    // LC_ALL: what these programs say is read by us, not by a person.
    const child = spawn(program, args, {
      env: { ...process.env, ...env, LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    const late = setTimeout(() => {
      resolve({ how: 'late' });
      child.kill('SIGKILL');
    }, timeoutMs);
    const end = (result: ProgramEnd): void => {
      clearTimeout(late);
      resolve(result);
    };
    child.on('error', () => end({ how: 'missing' }));
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_OUTPUT) chunks.push(chunk);
    });
    child.on('close', (code) =>
      end({ how: 'ended', code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
    child.stdin.on('error', () => undefined); // it ended without reading all of it: its code says why
    child.stdin.end(input);
  });
