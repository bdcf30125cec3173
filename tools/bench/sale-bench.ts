import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { makeScratch, removeScratch } from '#tools/crash/scratch.ts';
import { countSyncs } from './count-syncs.ts';
import { type InProcessCounter, openCounterIn } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { copyFilledShop } from './filled-shop.ts';
import { median } from './median.ts';
import { ShopPair } from './shop-pair.ts';

export interface SaleFigures {
  readonly saleP50Ms: number;
  readonly rawP50Ms: number;
  readonly ratio: number;
  readonly cpuRatioSyncOff: number;
  /** Null: this machine has no recorder. */
  readonly syncsPerSale: number | null;
  readonly rowsEqual: boolean;
  readonly ratioAt120k: number;
}

const FEW_SALES = 1000;
const MANY_SALES = 120_000;
/** A counter sells all day: what is timed is the program after its first hundreds of sales. */
const WARM_UP = 500;
const TIMED = 1000;
/** Sales between two folds of the log, which the shop does when it is idle. */
const SALES_PER_FOLD = 50;

type Say = (line: string) => void;

/** Times a cash sale of three pieces: through the router, by bare statements, and in a shop of 120,000 sales. */
export async function benchSale(say: Say): Promise<SaleFigures> {
  const disk = makeDiskScratch('sale');
  try {
    const few = await ShopPair.open(path.join(disk, 'few'), FEW_SALES, say);
    const manyPlace = path.join(disk, 'many');
    await copyFilledShop(MANY_SALES, manyPlace, say);
    const many = await openCounterIn(manyPlace);
    await few.sellBoth(few.counter.nextSale());
    const rowsEqual = few.areEqual();
    const times = await interleaved(few, many);
    const stayEqual = few.areEqual();
    await few.close();
    await many.close();
    const saleP50Ms = median(times.sale);
    const rawP50Ms = median(times.raw);
    return {
      saleP50Ms,
      rawP50Ms,
      ratio: saleP50Ms / rawP50Ms,
      cpuRatioSyncOff: await cpuRatioSyncOff(say),
      syncsPerSale: await countSyncs(say),
      rowsEqual: rowsEqual && stayEqual,
      ratioAt120k: median(times.many) / saleP50Ms,
    };
  } finally {
    removeScratch(disk);
  }
}

async function interleaved(few: ShopPair, many: InProcessCounter) {
  const times = { sale: [] as number[], raw: [] as number[], many: [] as number[] };
  for (let round = 0; round < WARM_UP + TIMED; round++) {
    const input = few.counter.nextSale();
    const sale = await timeSale(few.counter, input);
    const rows = few.rowsOf(input);
    const begun = performance.now();
    few.raw.store(rows);
    const raw = performance.now() - begun;
    const inMany = await timeSale(many, many.nextSale());
    if (round >= WARM_UP) {
      times.sale.push(sale);
      times.raw.push(raw);
      times.many.push(inMany);
    }
    if (round % SALES_PER_FOLD === SALES_PER_FOLD - 1) {
      few.fold();
      many.store.shop.writer.sqlite.pragma('wal_checkpoint(PASSIVE)');
      await turn();
    }
  }
  return times;
}

async function timeSale(counter: InProcessCounter, input: CompleteSaleInput): Promise<number> {
  const begun = performance.now();
  await counter.sell(input);
  return performance.now() - begun;
}

const BLOCKS = 24;
const WARM_UP_BLOCKS = 6;

/** Nothing is synced and nothing waits for a disk: what is left is what the program itself costs. */
async function cpuRatioSyncOff(say: Say): Promise<number> {
  const memory = makeScratch('cpu');
  try {
    const pair = await ShopPair.open(memory, FEW_SALES, say);
    for (const { sqlite } of [pair.counter.store.shop.writer, { sqlite: pair.raw.db }])
      sqlite.pragma('synchronous = OFF');
    const spent = { ours: 0, raw: 0 };
    for (let block = 0; block < BLOCKS; block++) {
      const { ours, raw } = await spentInBlock(pair);
      if (block < WARM_UP_BLOCKS) continue;
      spent.ours += ours;
      spent.raw += raw;
    }
    await pair.close();
    return spent.ours / spent.raw;
  } finally {
    removeScratch(memory);
  }
}

/** CPU time of a block of sales by each arm. Inputs and the rows for the bare arm are made outside of both. */
async function spentInBlock(
  pair: ShopPair,
): Promise<{ readonly ours: number; readonly raw: number }> {
  const inputs = Array.from({ length: SALES_PER_FOLD }, () => pair.counter.nextSale());
  const begunOurs = process.cpuUsage();
  for (const input of inputs) await pair.counter.sell(input);
  const ours = total(process.cpuUsage(begunOurs));
  const plans = inputs.map((input) => pair.rowsOf(input));
  const begunRaw = process.cpuUsage();
  for (const rows of plans) pair.raw.store(rows);
  const raw = total(process.cpuUsage(begunRaw));
  pair.fold();
  await turn();
  return { ours, raw };
}

function total({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}
