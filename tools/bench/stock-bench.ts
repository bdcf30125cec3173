import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { addPiece } from '#db/stock/add-piece.ts';
import { router } from '#electron/store/router/router.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import { cents } from '#shared/money.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import { seeded } from '#tools/crash/seeded.ts';
import { type InProcessCounter, openCounterIn } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { copyFilledShop } from './filled-shop.ts';
import { quantile } from './quantile.ts';
import { benchReprice } from './reprice-bench.ts';

export interface StockFigures {
  readonly pieces: number;
  /** From the scan put to the router until it is on the disk and answered. */
  readonly countScanP95Ms: number;
  readonly repriceRowsPerS: number;
}

const PIECES = 50_000;
/** Every filled shop with sales has these. */
const PIECES_BEFORE = 12_300;
const BATCH = 200;
const SCANS = 1000;
const WARM_UP = 50;

/** A count of 50,000 pieces, scan by scan onto the real disk; and what a reprice sets a second. */
export async function benchStock(say: (line: string) => void): Promise<StockFigures> {
  const disk = makeDiskScratch('stock');
  try {
    const dataDir = path.join(disk, 'shop');
    await copyFilledShop(120, dataDir, say);
    const counter = await openCounterIn(dataDir);
    addPieces(counter);
    const countScanP95Ms = await timeScans(counter);
    await counter.close();
    say(`bench: a scan in ${countScanP95Ms.toFixed(2)} ms`);
    const { repriceRowsPerS } = await benchReprice(say);
    return { pieces: PIECES, countScanP95Ms, repriceRowsPerS };
  } finally {
    removeScratch(disk);
  }
}

/** By one seed always, as many as the shop lacks. */
function addPieces({ store }: InProcessCounter): void {
  const chance = seeded(23);
  const { writer, register } = store.shop;
  for (let at = PIECES_BEFORE; at < PIECES; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, PIECES - at) }, (_, step) => at + step);
    const steps = numbers.map((number) => {
      const context = {
        commandId: newId('command'),
        command: 'stock.add',
        actor: null,
        batchId: null,
        nowMs: Date.UTC(2023, 0, 2),
        register,
        newId,
      };
      const input = {
        pieceId: newId('piece'),
        fields: {
          stockNumber: `N-${number}`,
          description: `${chance.pick(['14 kt', '18 kt', 'Platinum'])} ring, ${chance.pick(['oval', 'round'])} diamond`,
          category: chance.pick(['Rings', 'Pendants', 'Bracelets']),
          vendor: chance.pick(['Stuller', 'Rio']),
          vendorStyle: '',
          serial: '',
          costCents: cents(1000 + chance.below(100_000)),
          tagPriceCents: cents(2500 + chance.below(400_000)),
          taxed: true,
          taxClass: 'goods' as const,
          kind: 'piece' as const,
        },
        quantityThousandths: 1000,
        businessDate: '2023-01-02',
      };
      return {
        context,
        input,
        body: (tx: Parameters<typeof addPiece>[0]) => addPiece(tx, context, input),
      };
    });
    for (const added of writer.writeMany(steps))
      if (!added.ok) throw new Error(`a piece was refused: ${JSON.stringify(added.refusal)}`);
  }
}

async function timeScans({ store }: InProcessCounter): Promise<number> {
  const client = createRouterClient(router, { context: { callerId: 'bench', store } });
  const countId = newId('count');
  const scope = { category: null, vendor: null, placeIds: [] };
  const started = await client.counts.start({ commandId: newId('command'), countId, scope });
  if (!started.ok) throw new Error('the count was refused');
  const chance = seeded(29);
  const times: number[] = [];
  for (let nth = 0; nth < WARM_UP + SCANS; nth++) {
    const code = `N-${PIECES_BEFORE + chance.below(PIECES - PIECES_BEFORE)}`;
    const begun = performance.now();
    const scanned = await client.counts.scan({
      commandId: newId('command'),
      countId,
      code,
      placeId: null,
      quantityThousandths: null,
    });
    if (nth >= WARM_UP) times.push(performance.now() - begun);
    if (!scanned.ok || scanned.value.kind !== 'piece') throw new Error(`${code} was not found`);
  }
  return quantile(times, 0.95);
}
