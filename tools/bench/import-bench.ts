import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { router } from '#electron/store/router/router.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import { type InProcessCounter, openCounterIn } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { copyFilledShop } from './filled-shop.ts';
import { customersFile, piecesFile } from './import-files.ts';
import { quantile } from './quantile.ts';

export interface ImportFigures {
  readonly rows: number;
  /** Of everything: taking the files in, trying them out and importing them, while sales go on. */
  readonly rowsPerS: number;
  /** From the moment a sale is asked for to its answer, waiting included. */
  readonly saleP95MsWhileImporting: number;
  readonly saleMaxMs: number;
  readonly sales: number;
  readonly stageRowsPerS: number;
  readonly dryRunRowsPerS: number;
  readonly runRowsPerS: number;
  /** By the time the processor worked on it: what a busy machine does not change much. Sales are in it. */
  readonly rowsPerCpuS: number;
}

const ROWS = 50_000;
const SALES_BEFORE = 1000;
/** A busy counter asks for one a minute. */
const SALE_EVERY_MS = 200;
const MOST_SALES = 3000;
const WARM_UP_SALES = 50;

/** Times taking in 25,000 customers and 25,000 pieces by the way a file goes, with sales through the router meanwhile. */
export async function benchImport(say: (line: string) => void): Promise<ImportFigures> {
  const disk = makeDiskScratch('import');
  try {
    const dataDir = path.join(disk, 'shop');
    await copyFilledShop(SALES_BEFORE, dataDir, say);
    const counter = await openCounterIn(dataDir);
    const files = [customersFile(ROWS / 2), piecesFile(ROWS / 2)];
    const inputs = Array.from({ length: MOST_SALES }, () => counter.nextSale());
    for (const input of inputs.splice(0, WARM_UP_SALES)) await counter.sell(input);
    const sales = keepSelling(counter, inputs);
    const spent = { stage: 0, dryRun: 0, run: 0 };
    const cpuBefore = process.cpuUsage();
    for (const file of files) await importFile(counter, file, spent, say);
    const { user, system } = process.cpuUsage(cpuBefore);
    const saleMs = (await sales.stop()).toSorted((a, b) => a - b);
    await counter.close();
    const perS = (ms: number) => (ROWS * 1000) / ms;
    return {
      rows: ROWS,
      rowsPerS: perS(spent.stage + spent.dryRun + spent.run),
      saleP95MsWhileImporting: quantile(saleMs, 0.95),
      saleMaxMs: saleMs.at(-1) ?? Number.NaN,
      sales: saleMs.length,
      stageRowsPerS: perS(spent.stage),
      dryRunRowsPerS: perS(spent.dryRun),
      runRowsPerS: perS(spent.run),
      rowsPerCpuS: perS((user + system) / 1000),
    };
  } finally {
    removeScratch(disk);
  }
}

/** File, stage, dry run and run, each through the router; every row has to be new. */
async function importFile(
  { store }: InProcessCounter,
  file: File,
  spent: { stage: number; dryRun: number; run: number },
  say: (line: string) => void,
): Promise<void> {
  const client = createRouterClient(router, { context: { callerId: 'bench', store } });
  const batchId = newId('batch');
  const begun = performance.now();
  const staged = await client.imports.read({ batchId, file });
  if (!staged.ok) throw new Error(`the file was refused: ${JSON.stringify(staged.refusal)}`);
  const { mapping } = staged.value;
  const stagedAt = performance.now();
  const dryRun = await client.imports.dryRun({ batchId, mapping });
  if (!dryRun.ok) throw new Error(`the dry run was refused: ${JSON.stringify(dryRun.refusal)}`);
  const triedAt = performance.now();
  const run = await client.imports.run({ commandId: newId('command'), batchId, mapping });
  if (!run.ok) throw new Error(`the run was refused: ${JSON.stringify(run.refusal)}`);
  await store.imports.settled(batchId);
  const done = performance.now();
  const ended = await client.imports.cancel({ batchId });
  const created = ended.ok ? ended.value.createdCount : 0;
  if (dryRun.value.newCount !== ROWS / 2 || created !== ROWS / 2)
    throw new Error(
      `${created} of ${ROWS / 2} rows came in: ${JSON.stringify(dryRun.value.errors[0])}`,
    );
  spent.stage += stagedAt - begun;
  spent.dryRun += triedAt - stagedAt;
  spent.run += done - triedAt;
  say(`bench: ${file.name} ${Math.round(done - begun)} ms`);
}

/** Asks for a sale five times a second, whether or not the one before is answered, and times each from when it was due. */
function keepSelling(counter: InProcessCounter, inputs: readonly CompleteSaleInput[]) {
  const times: number[] = [];
  const begun = performance.now();
  let isStopped = false;
  const selling = (async () => {
    const asked: Promise<void>[] = [];
    for (const [index, input] of inputs.entries()) {
      const dueAt = begun + (index + 1) * SALE_EVERY_MS;
      await wait(Math.max(0, dueAt - performance.now()));
      if (isStopped) break;
      asked.push(counter.sell(input).then(() => void times.push(performance.now() - dueAt)));
    }
    await Promise.all(asked);
    if (!isStopped) throw new Error('the sales ended before the import');
  })();
  return {
    stop: async (): Promise<readonly number[]> => {
      isStopped = true;
      await selling;
      return times;
    },
  };
}
