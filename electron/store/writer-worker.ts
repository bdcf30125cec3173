import 'temporal-polyfill/global';
import { parentPort, workerData } from 'node:worker_threads';
import { StandardRPCHandler } from '@orpc/server/standard';
import { router } from './router/router.ts';
import { servePort } from './serve-port.ts';
import type { WriterBoot, WriterReport, WriterRequest } from './worker-messages.ts';
import { scheduleBackups } from './writer/backups.ts';
import { scheduleNightlyCheck } from './writer/nightly-check.ts';
import { StoreProcess } from './writer/store-process.ts';

// The writing half of the store: the one writing connection, the commands, and the ports of all windows.

const parent = parentPort;
if (!parent) throw new Error('the writer runs as a worker');

const report = (message: WriterReport): void => parent.postMessage(message);
const store = new StoreProcess({
  boot: workerData as WriterBoot,
  report,
  now: Date.now,
  giveUp: () => process.exit(1),
});
const handler = new StandardRPCHandler(router, {
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        reportBug(error);
        throw error;
      }
    },
  ],
});

/** The one place where a throw ends: refusals are answers, so what arrives here is a bug, a broken disk or a closed gate. */
function reportBug(error: unknown): void {
  const isGate = error instanceof Error && 'defined' in error;
  if (!isGate)
    report({
      type: 'trouble',
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
}

await store.open();
const stopSchedules = [scheduleBackups(store), scheduleNightlyCheck(store)];

parent.on('message', (request: WriterRequest) => {
  if (request.type === 'connect')
    servePort(handler, request.port, { callerId: request.caller.id, store });
  else void close();
});

async function close(): Promise<void> {
  for (const stop of stopSchedules) stop();
  await store.close();
  process.exit(0);
}
