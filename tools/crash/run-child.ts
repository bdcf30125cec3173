import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { ChildOrder } from './shop-child.ts';

/** How a child ended: in order, by SIGKILL, or by a bug of its own. */
export type ChildEnd =
  | { readonly end: 'closed' }
  | { readonly end: 'killed' }
  | { readonly end: 'failed'; readonly says: string };

export interface RunningChild {
  readonly process: ChildProcess;
  readonly ended: Promise<ChildEnd>;
}

/** Starts a shop in a process of its own. */
export function startChild(order: ChildOrder, env: NodeJS.ProcessEnv): RunningChild {
  const file = path.join(import.meta.dirname, 'shop-child.ts');
  const child = spawn(process.execPath, ['--no-warnings', file, JSON.stringify(order)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let says = '';
  child.stderr.on('data', (chunk: Buffer) => (says += chunk.toString()));
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ end: 'killed' });
      else resolve(code === 0 ? { end: 'closed' } : { end: 'failed', says });
    });
  });
  return { process: child, ended };
}

/** Runs a child that is expected to reach its end. */
export async function runChild(order: ChildOrder, env: NodeJS.ProcessEnv): Promise<void> {
  const end = await startChild(order, env).ended;
  if (end.end !== 'closed')
    throw new Error(`the recorded shop ${end.end}: ${'says' in end ? end.says : ''}`);
}
