import { MessageChannel, Worker } from 'node:worker_threads';
import type { Caller, RunningStore, StoreBoot } from '#electron/store/start-store.ts';

/** What the worker does with a frame: `who`, `boot`, `die`, `recover`, `demo` and `shop`, and everything else comes back. */
const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { writeFileSync, mkdirSync } = require('node:fs');
  parentPort.on('message', (message) => {
    if (message.type === 'close') {
      mkdirSync(workerData.dataDir, { recursive: true });
      setTimeout(() => { writeFileSync(workerData.dataDir + '/closed', ''); process.exit(0); }, 200);
      return;
    }
    const { port, caller } = message;
    port.on('message', (frame) => {
      if (frame === 'die') process.exit(1);
      if (frame === 'recover') parentPort.postMessage({ recovered: 'ab'.repeat(32) });
      if (frame === 'demo' || frame === 'shop') parentPort.postMessage({ wanted: frame === 'demo' });
      if (frame === 'hang up') return port.close();
      if (frame === 'who') port.postMessage(caller.id);
      else if (frame === 'boot') port.postMessage(JSON.stringify(workerData));
      else port.postMessage(frame);
    });
  });
`;

interface Report {
  readonly recovered?: string;
  readonly wanted?: boolean;
}

/** Stands where the real store stands, so that the shell can be tested by itself: it echoes. */
export async function startStore(boot: StoreBoot): Promise<RunningStore> {
  const { onKeyRecovered, onShopWanted, onTrouble: _, ...workerData } = boot;
  const worker = new Worker(WORKER, { eval: true, workerData });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let closing = false;
  worker.on('message', ({ recovered, wanted }: Report) => {
    if (recovered !== undefined) onKeyRecovered?.(recovered);
    if (wanted !== undefined) onShopWanted?.(wanted);
  });
  return {
    connect(caller: Caller) {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ type: 'connect', port: port2, caller }, [port2]);
      return port1;
    },
    async close() {
      closing = true;
      worker.postMessage({ type: 'close' });
      await exited;
    },
    onCrash(listener: (reason: string) => void) {
      worker.once('exit', (code) => {
        if (!closing) listener(`worker exited with ${code}`);
      });
    },
  };
}
