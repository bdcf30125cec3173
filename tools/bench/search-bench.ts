import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Viewer } from '#electron/store/reader/queries.ts';
import { seeded, type Seeded } from '#tools/crash/seeded.ts';
import { type InProcessCounter, openCounterIn } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { copyFilledShop } from './filled-shop.ts';
import { COMMONEST_SURNAME, emailOf, personOf, phoneOf } from './person-of.ts';
import { quantile } from './quantile.ts';
import { removeScratch } from '#tools/crash/scratch.ts';

export interface SearchFigures {
  readonly customers: number;
  /** Of the slowest kind. */
  readonly p95Ms: number;
  readonly worstKind: string;
  readonly kinds: Readonly<Record<string, number>>;
  /** Queries that did not find what they had to, in all. */
  readonly wrong: number;
  readonly salesMeanwhile: number;
}

/** Every filled shop with sales has this many of its own. */
const PEOPLE = 96_000;
const REGULARS = 4000;
const SALES = 1000;
const QUERIES = 1000;
const WARM_UP = 50;
/** A counter that sells as fast as this has forty tills. */
const SALE_EVERY_MS = 25;

interface Asked {
  readonly text: string;
  /** What has to be among the answers; undefined: nothing may be. */
  readonly finds: 'customers' | 'pieces' | 'sales' | undefined;
}

/**
 * The one box over 100,000 customers, ten kinds of typing, through the reader's thread while the writer rings up: from
 * the question put to the writer's thread until its answer is back there.
 */
export async function benchSearch(say: (line: string) => void): Promise<SearchFigures> {
  const disk = makeDiskScratch('search');
  const between = new MessageChannel();
  const reader = new Worker(new URL('../../electron/store/reader-worker.ts', import.meta.url), {
    workerData: { port: between.port1 },
    transferList: [between.port1],
  });
  try {
    const place = path.join(disk, 'shop');
    await copyFilledShop(SALES, place, say, PEOPLE);
    const counter = await openCounterIn(place, Date.now, between.port2);
    const till = new Till(counter);
    const kinds: Record<string, number> = {};
    let wrong = 0;
    for (const [kind, ask] of Object.entries(KINDS)) {
      const { times, misses } = await timeKind(counter, till, seeded(11), ask);
      kinds[kind] = quantile(times, 0.95);
      wrong += misses;
    }
    await counter.close();
    const [worstKind, p95Ms] = Object.entries(kinds).reduce((a, b) => (b[1] > a[1] ? b : a));
    const customers = PEOPLE + REGULARS;
    return { customers, p95Ms, worstKind, kinds, wrong, salesMeanwhile: till.sold };
  } finally {
    await reader.terminate();
    removeScratch(disk);
  }
}

async function timeKind(
  { store }: InProcessCounter,
  till: Till,
  chance: Seeded,
  ask: (chance: Seeded) => Asked,
) {
  const times: number[] = [];
  let misses = 0;
  for (let nth = 0; nth < WARM_UP + QUERIES; nth++) {
    const { text, finds } = ask(chance);
    const begun = performance.now();
    const answer = store.reader
      .query('sales.find', { text }, VIEWER)
      .then((found) => ({ found, tookMs: performance.now() - begun }));
    await till.sellWhenDue();
    const { found, tookMs } = await answer;
    if (nth >= WARM_UP) times.push(tookMs);
    const hits = found.customers.length + found.pieces.length + found.sales.length;
    if (finds === undefined ? hits > 0 : found[finds].length === 0) misses += 1;
  }
  return { times, misses };
}

/** Rings up between two questions, as often as the pace allows. */
class Till {
  sold = 0;
  readonly #counter: InProcessCounter;
  #lastMs = 0;

  constructor(counter: InProcessCounter) {
    this.#counter = counter;
  }

  async sellWhenDue(): Promise<void> {
    if (performance.now() - this.#lastMs < SALE_EVERY_MS) return;
    this.#lastMs = performance.now();
    await this.#counter.sell(this.#counter.nextSale());
    this.sold += 1;
  }
}

const VIEWER: Viewer = {
  staffId: 'bench',
  roles: ['owner'],
  register: { registerId: 'bench', registerNumber: 1, series: 1 },
  demo: false,
  nowMs: 0,
};

const someone = (chance: Seeded) => chance.below(PEOPLE);

const KINDS: Readonly<Record<string, (chance: Seeded) => Asked>> = {
  namePrefix: (chance) => {
    const { givenName, familyName } = personOf(someone(chance));
    const text = `${givenName.slice(0, 2)} ${familyName.slice(0, 4)}`;
    return { text, finds: 'customers' };
  },
  oneLetter: (chance) => ({ text: chance.pick('bcdfghjlmnp'.split('')), finds: 'customers' }),
  commonestSurname: () => ({ text: COMMONEST_SURNAME, finds: 'customers' }),
  partOfPhone: (chance) => {
    const begun = phoneOf(someone(chance)).slice(0, 5 + chance.below(4));
    return { text: begun, finds: 'customers' };
  },
  last4: (chance) => ({ text: phoneOf(someone(chance)).slice(-4), finds: 'customers' }),
  email: (chance) => ({ text: emailOf(someone(chance)), finds: 'customers' }),
  ticket: (chance) => ({ text: `S1-${1 + chance.below(SALES - 1)}`, finds: 'sales' }),
  stockNumber: (chance) => ({ text: `P-${300 + chance.below(12_000)}`, finds: 'pieces' }),
  serial: (chance) => ({
    text: `K${700_000 + (300 + chance.below(12_000)) * 37}`,
    finds: 'pieces',
  }),
  noHit: (chance) => ({ text: `xq${chance.below(100_000)}z`, finds: undefined }),
};
