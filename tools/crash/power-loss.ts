import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Acknowledgement, readAcknowledgements } from './acknowledgement.ts';
import { openAfterCrash } from './open-after-crash.ts';
import { type Image, RecordedDisk } from './recorded-disk.ts';
import { recordingEnv } from './recorder.ts';
import { runChild } from './run-child.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import { seeded } from './seeded.ts';
import type { ChildOrder } from './shop-child.ts';
import { readTrace, type Step } from './trace.ts';

/** A shop's days as they were recorded, from the first run on. */
export interface RecordedDays {
  readonly trace: string;
  readonly shop: string;
  readonly keyHex: string;
}

const FIRST_DAY_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
const HOUR_MS = 3_600_000;

/**
 * Records a shop that is made, set up and sold from, crashes, is opened again, sells on while a backup is made,
 * crashes again, and ends its day in order.
 */
export async function recordDays(
  library: string,
  folder: string,
  {
    seed,
    acts,
    plant = 'none',
  }: { readonly seed: number; readonly acts: number; readonly plant?: ChildOrder['plant'] },
): Promise<RecordedDays> {
  const [shop, trace, marks] = ['shop', 'trace', 'marks'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const keyHex = randomBytes(32).toString('hex');
  const env = recordingEnv(library, { shop, trace, marks });
  for (const part of [0, 1, 2]) {
    await runChild(
      {
        dataDir: shop,
        keyHex,
        marks,
        seed: seed * 10 + part,
        startMs: FIRST_DAY_MS + part * 2 * HOUR_MS,
        run: part === 0 ? 'first' : 'again',
        acts,
        lastSales: 0,
        backupAfter: part === 1 ? Math.floor(acts / 3) : null,
        ends: part === 2 ? 'closed' : 'dropped',
        plant,
      },
      env,
    );
  }
  return { trace, shop, keyHex };
}

export interface ImageOrder extends RecordedDays {
  readonly seed: number;
  readonly images: number;
  /** False leaves out the first run: the control asks only about sales. */
  readonly fromFirstRun: boolean;
}

export interface ImageFindings {
  readonly images: number;
  readonly ackedLost: number;
  readonly corrupt: number;
  /** The first few, in words. */
  readonly examples: readonly string[];
}

/** Cuts the power at random points of the recorded days and opens what is left. */
export function cutPower(order: ImageOrder, onImage: () => void = () => {}): ImageFindings {
  const steps = readTrace(order.trace);
  const chance = seeded(order.seed);
  const first = order.fromFirstRun ? 0 : firstSale(steps);
  const points = Array.from(
    { length: order.images },
    () => first + chance.below(steps.length - first + 1),
  ).toSorted((a, b) => a - b);
  const disk = new RecordedDisk();
  const acknowledged: Acknowledgement[] = [];
  const examples: string[] = [];
  let [at, ackedLost, corrupt] = [0, 0, 0];
  for (const point of points) {
    for (const step of steps.slice(at, point)) {
      disk.apply(step);
      if (step.op === 'mark') acknowledged.push(...readAcknowledgements(step.text));
    }
    at = point;
    const found = openImage(order, disk.cut(chance), acknowledged);
    if (found.lost.length > 0) ackedLost += 1;
    if (found.corrupt.length > 0) corrupt += 1;
    const what = [...found.lost, ...found.corrupt][0];
    if (what !== undefined && examples.length < 5)
      examples.push(`seed ${order.seed}, step ${point}: ${what}`);
    onImage();
  }
  return { images: order.images, ackedLost, corrupt, examples };
}

function openImage(
  { shop, keyHex }: RecordedDays,
  image: Image,
  acknowledged: readonly Acknowledgement[],
) {
  const folder = makeScratch('image');
  try {
    const dataDir = path.join(folder, 'shop');
    mkdirSync(dataDir);
    writeImage(image, shop, dataDir);
    return openAfterCrash({ dataDir, keyHex, acknowledged });
  } finally {
    removeScratch(folder);
  }
}

/** Writes an image's files. The log's index lives in memory and is gone after a power cut. */
export function writeImage(image: Image, from: string, to: string): void {
  for (const [file, bytes] of image) {
    if (file.endsWith('-shm')) continue;
    const place = path.join(to, path.relative(from, file));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

function firstSale(steps: readonly Step[]): number {
  return steps.findIndex((step) => step.op === 'mark' && step.text.includes('"kind":"sale"')) + 1;
}
