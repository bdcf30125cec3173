import { Worker } from 'node:worker_threads';
import type { ReviewFinding } from '#shared/review/kinds.ts';

export interface NightlyOrder {
  readonly database: string;
  readonly keyHex: string;
  readonly storeId: string;
  /** The folder of photos. */
  readonly photos: string;
  readonly nowMs: number;
}

/** What the whole shop holds that is not as it should be. */
export interface NightlyFindings {
  readonly troubles: readonly ReviewFinding[];
  /** Pieces whose state is not what their movements say. */
  readonly misplaced: readonly string[];
  /** Files of photos that no row of the shop stands on. */
  readonly orphanPhotos: readonly string[];
  /** Photos whose files are not there. */
  readonly photosMissing: number;
}

/** A search that goes on in a thread of its own. */
export interface NightlySearch {
  /** Rejects when the thread ends without an answer. */
  readonly found: Promise<NightlyFindings>;
  /** Ends the thread, and with it its hold on the file. */
  stop(): Promise<void>;
}

export function searchInThread(order: NightlyOrder): NightlySearch {
  const file = import.meta.url.endsWith('.ts') ? '../nightly-worker.ts' : './nightly-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: order });
  const found = new Promise<NightlyFindings>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the search ended with ${code}`)));
  });
  return { found, stop: async () => void (await worker.terminate()) };
}
