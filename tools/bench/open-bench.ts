import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { storeFolder } from '#electron/main/start-options.ts';
import { installKey } from '#electron/store/keys/backup-key.ts';
import { sealForRecovery } from '#electron/store/keys/recovery-blob.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { BENCH_KEY } from './bench-key.ts';
import { OWNER_PIN } from './fill-shop.ts';
import { copyFilledShop } from './filled-shop.ts';
import { median } from './median.ts';

export interface OpenFigures {
  readonly emptyMs: number;
  readonly busyStoreMs: number;
  /** Of the process with both of the store's threads, after some searches in the busy shop. */
  readonly processRssMb: number;
}

const BUSY_SALES = 120_000;
const RUNS = 7;

/** Times a start by main's own code, windows left out: from the new process to its first answered search, in an empty shop and in a busy one. */
export async function benchOpen(say: (line: string) => void): Promise<OpenFigures> {
  const folder = makeDiskScratch('open');
  try {
    const shops = { empty: path.join(folder, 'empty'), busy: path.join(folder, 'busy') };
    await putShop(shops.empty, 0, say);
    await putShop(shops.busy, BUSY_SALES, say);
    const child = await bundleChild();
    const empty: Start[] = [];
    const busy: Start[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const starts = [
        await timeStart(child, shops.empty),
        await timeStart(child, shops.busy),
      ] as const;
      if (run === 0) continue; // the first warms the system's own caches
      empty.push(starts[0]);
      busy.push(starts[1]);
    }
    return {
      emptyMs: median(empty.map(({ ms }) => ms)),
      busyStoreMs: median(busy.map(({ ms }) => ms)),
      processRssMb: median(busy.map(({ rssBytes }) => rssBytes)) / 2 ** 20,
    };
  } finally {
    removeScratch(folder);
  }
}

/** A filled shop where main looks for one, with its key in the file that the program itself would have written. */
async function putShop(
  userData: string,
  sales: number,
  say: (line: string) => void,
): Promise<void> {
  const dataDir = storeFolder(userData, false);
  await copyFilledShop(sales, dataDir, say);
  const blob = sealForRecovery(BENCH_KEY, { bytes: randomBytes(16) });
  await installKey(dataDir, undefined, BENCH_KEY, blob);
}

/** The store bundled as the shop runs it: starting from the sources would time the reading of TypeScript. */
async function bundleChild(): Promise<string> {
  const root = path.join(import.meta.dirname, '../..');
  const outDir = path.join(root, 'out/bench');
  const external = ['better-sqlite3', '@node-rs/argon2'];
  const worker = (name: string): string => path.join(root, `electron/store/${name}.ts`);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external,
        input: {
          'open-child': fileURLToPath(new URL('./open-child.ts', import.meta.url)),
          'writer-worker': worker('writer-worker'),
          'reader-worker': worker('reader-worker'),
          'backup-worker': worker('backup-worker'),
          'nightly-worker': worker('nightly-worker'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name]-[hash].js',
        },
      },
    },
  });
  return path.join(outDir, 'open-child.js');
}

interface Start {
  readonly ms: number;
  readonly rssBytes: number;
}

async function timeStart(child: string, dataDir: string): Promise<Start> {
  const begun = performance.now();
  const started = spawn(process.execPath, [child, dataDir, OWNER_PIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ms = 0;
  let rssBytes = 0;
  for await (const line of createInterface({ input: started.stdout })) {
    if (line === 'answered') ms = performance.now() - begun;
    else rssBytes = Number(line);
  }
  if (ms === 0 || rssBytes === 0) throw new Error('the store did not answer');
  return { ms, rssBytes };
}
