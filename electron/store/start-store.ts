import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { ProvidedKey } from './keys/provide-key.ts';
import type { WriterBoot, WriterReport, WriterRequest } from './worker-messages.ts';

/** A window or a browser tab. Who is signed in belongs to it; main fixes the id, never the page. */
export interface Caller {
  readonly id: string;
}

export interface StoreBoot {
  readonly dataDir: string;
  readonly key: ProvidedKey;
  readonly demo: boolean;
  readonly appVersion: string;
  readonly platform: string;
  /** Somebody typed the recovery code: the key can go back into the keychain. */
  readonly onKeyRecovered?: (keyHex: string) => void;
  /** Somebody wants the demo shop, or the real one: the store stops after this and is started in the other place. */
  readonly onShopWanted?: (demo: boolean) => void;
  /** A bug or a broken disk, in words for the log; never a customer's data. */
  readonly onTrouble?: (what: string) => void;
}

export interface RunningStore {
  /** A port that speaks the contract for this caller. Frames are text, or bytes when they hold a file. */
  connect(caller: Caller): MessagePort;
  close(): Promise<void>;
  onCrash(listener: (reason: string) => void): void;
}

/**
 * Starts the store's two threads: the writer owns the one writing connection and serves the ports, the reader answers
 * searches and lists. It starts whatever state the data folder is in: what is wrong is said through the port.
 * Nothing here knows Electron: the same store runs in the shop, in tests and behind a loopback port.
 */
export async function startStore(boot: StoreBoot): Promise<RunningStore> {
  const between = new MessageChannel();
  const reader = new Worker(workerFile('reader-worker'), {
    workerData: { port: between.port1 },
    transferList: [between.port1],
  });
  const writer = new Worker(workerFile('writer-worker'), {
    workerData: writerBoot(boot, between.port2),
    transferList: [between.port2],
  });
  const crash = Promise.withResolvers<string>();
  const ended = new Promise<void>((resolve) => writer.once('exit', () => resolve()));
  for (const [name, worker] of [
    ['writer', writer],
    ['reader', reader],
  ] as const) {
    worker.once('error', (error) => boot.onTrouble?.(`${name}: ${String(error)}`));
    worker.once('exit', (code) => crash.resolve(`the ${name} ended with ${code}`));
  }
  writer.on('message', (report: WriterReport) =>
    answerReport(boot, report, () => post(writer, { type: 'close' })),
  );
  void crash.promise.then(() => Promise.all([writer.terminate(), reader.terminate()]));
  return {
    connect: ({ id }) => {
      const { port1, port2 } = new MessageChannel();
      post(writer, { type: 'connect', port: port2, caller: { id } }, [port2]);
      return port1;
    },
    close: async () => {
      post(writer, { type: 'close' });
      await ended;
    },
    onCrash: (listener) => void crash.promise.then(listener),
  };
}

function writerBoot(boot: StoreBoot, readerPort: MessagePort): WriterBoot {
  const { dataDir, key, demo, appVersion, platform } = boot;
  return { dataDir, key, demo, appVersion, platform, readerPort };
}

/** Leaving for the other shop ends the store; whoever supervises it starts it there. */
function answerReport(boot: StoreBoot, report: WriterReport, close: () => void): void {
  switch (report.type) {
    case 'key-recovered':
      boot.onKeyRecovered?.(report.keyHex);
      return;
    case 'shop-wanted':
      boot.onShopWanted?.(report.demo);
      return close();
    case 'trouble':
      boot.onTrouble?.(report.what);
      return;
  }
}

function post(worker: Worker, request: WriterRequest, transfer: MessagePort[] = []): void {
  worker.postMessage(request, transfer);
}

/** Bundled, the workers lie beside this file as JavaScript; run from the sources, as TypeScript. */
function workerFile(name: string): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
}
