import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { FLIPPED, type FlipFindings, type Flipped } from './flips.ts';
import type { Task } from './lane-worker.ts';
import type { ImageFindings } from './power-loss.ts';
import type { Recorder } from './recorder.ts';
import { withScratch } from './scratch.ts';
import { TaskPool } from './task-pool.ts';

export interface Wanted {
  readonly images: number;
  readonly kills: number;
  /** Of each kind. */
  readonly flips: number;
  readonly seed: number;
}

/** The figures of one run. Null: that lane needs the recorder and was skipped. */
export interface CrashFigures {
  readonly images: number;
  readonly ackedLost: number;
  readonly corrupt: number;
  readonly kills: number;
  readonly killLost: number;
  readonly flips: Readonly<Record<Flipped, number>>;
  readonly undetected: number;
  /** Share of images of a shop with `synchronous=NORMAL` that lost an acknowledged sale. */
  readonly controlLost: number | null;
  readonly noWitnessControlLost: number;
}

type Say = (line: string) => void;

const CONTROL_IMAGES = 200;
const IMAGES_PER_DAYS = 500;
const IMAGES_PER_TASK = 125;
const KILLS_PER_TASK = 10;
const FLIPS_PER_TASK = 50;
const ACTS = 60;

/** Runs every lane over all cores. */
export async function runLanes(
  recorder: Recorder,
  wanted: Wanted,
  say: Say,
): Promise<CrashFigures> {
  const pool = new TaskPool(progress(wanted, 'library' in recorder, say));
  const library = 'library' in recorder ? recorder.library : null;
  if ('missing' in recorder) {
    say(`crash: POWER LOSS IS NOT TESTED HERE: ${recorder.missing}`);
    say('crash: kills come at random times only, not at named points');
  }
  return withScratch('days', async (folder) => {
    const [loss, control, kills, flips] = await Promise.all([
      library === null
        ? NO_IMAGES
        : images(pool, library, folder, {
            wanted: wanted.images,
            seed: wanted.seed,
            plant: 'none',
          }),
      library === null
        ? null
        : images(pool, library, folder, {
            wanted: wanted.images === 0 ? 0 : CONTROL_IMAGES,
            seed: wanted.seed + 500,
            plant: 'synchronous-normal',
          }),
      killLane(pool, library, wanted),
      flipLane(pool, wanted),
    ]);
    for (const example of [
      ...loss.examples,
      ...kills.flatMap((kill) => kill.examples),
      ...flips.flatMap((flip) => flip.examples),
    ])
      say(`crash: ${example}`);
    tellMore(kills, flips, say);
    return {
      images: loss.images,
      ackedLost: loss.ackedLost,
      corrupt: loss.corrupt,
      kills: sum(kills, (kill) => kill.kills),
      killLost: sum(kills, (kill) => kill.killLost),
      flips: flipCounts(flips),
      undetected: sum(flips, (flip) => flip.undetected),
      controlLost:
        control === null || control.images === 0 ? null : control.ackedLost / control.images,
      noWitnessControlLost: sum(flips, (flip) => flip.noWitnessLost),
    };
  });
}

const NO_IMAGES: ImageFindings = { images: 0, ackedLost: 0, corrupt: 0, examples: [] };

async function images(
  pool: TaskPool,
  library: string,
  folder: string,
  {
    wanted,
    seed,
    plant,
  }: {
    readonly wanted: number;
    readonly seed: number;
    readonly plant: 'none' | 'synchronous-normal';
  },
): Promise<ImageFindings> {
  const parts = await Promise.all(
    shares(wanted, IMAGES_PER_DAYS).map(async (share, index) => {
      const place = path.join(folder, `${plant}-${index}`);
      mkdirSync(place);
      const days = { seed: seed + index, acts: ACTS, plant };
      const recorded = await pool.run({ task: 'record', library, folder: place, days });
      return Promise.all(
        shares(share, IMAGES_PER_TASK).map((count, part) =>
          pool.run({
            task: 'images',
            order: {
              ...recorded,
              seed: (seed + index) * 100 + part,
              images: count,
              fromFirstRun: plant === 'none',
            },
          }),
        ),
      );
    }),
  );
  return parts.flat().reduce(
    (all, part) => ({
      images: all.images + part.images,
      ackedLost: all.ackedLost + part.ackedLost,
      corrupt: all.corrupt + part.corrupt,
      examples: [...all.examples, ...part.examples],
    }),
    NO_IMAGES,
  );
}

function killLane(pool: TaskPool, library: string | null, { kills, seed }: Wanted) {
  return Promise.all(
    shares(kills, KILLS_PER_TASK).map((count, part) =>
      pool.run({ task: 'kills', order: { library, seed: seed * 1000 + part, kills: count } }),
    ),
  );
}

function flipLane(pool: TaskPool, { flips, seed }: Wanted): Promise<readonly FlipFindings[]> {
  return Promise.all(
    FLIPPED.flatMap((kind) =>
      shares(flips, FLIPS_PER_TASK).map((count, part) =>
        pool.run({ task: 'flips', order: { kind, seed: seed * 1000 + part, flips: count } }),
      ),
    ),
  );
}

function flipCounts(flips: readonly FlipFindings[]): Record<Flipped, number> {
  const of = (kind: Flipped): number =>
    sum(
      flips.filter((flip) => flip.kind === kind),
      (flip) => flip.flips,
    );
  return { db: of('db'), wal: of('wal'), key: of('key'), backup: of('backup') };
}

/** What the one line of figures has no room for. */
function tellMore(
  kills: Awaited<ReturnType<typeof killLane>>,
  flips: readonly FlipFindings[],
  say: Say,
): void {
  const named = sum(kills, (kill) => kill.atNamedPoint);
  const opening = sum(kills, (kill) => kill.whileOpening);
  say(
    `crash: kills at named points ${named}, while opening ${opening}, acknowledgements checked ${sum(kills, (kill) => kill.acknowledged)}`,
  );
  for (const kind of FLIPPED) {
    const ofKind = flips.filter((flip) => flip.kind === kind);
    const harmless = sum(ofKind, (flip) => flip.harmless);
    const changed = sum(ofKind, (flip) => flip.evidenceChanged);
    say(
      `crash: flips in ${kind}: noticed ${sum(ofKind, (flip) => flip.noticed)}, harmless ${harmless}, refused but changed on disk ${changed}`,
    );
  }
}

function progress(wanted: Wanted, records: boolean, say: Say): (task: Task['task']) => void {
  const all =
    (records ? wanted.images + CONTROL_IMAGES : 0) + wanted.kills + wanted.flips * FLIPPED.length;
  const every = Math.max(1, Math.floor(all / 20));
  let done = 0;
  return () => {
    done += 1;
    if (done % every === 0) say(`crash: ${done} of ${all}`);
  };
}

function shares(total: number, size: number): readonly number[] {
  const parts = Math.ceil(total / size);
  return Array.from({ length: parts }, (_, part) => Math.min(size, total - part * size));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
