import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { previewReprice } from '#db/stock/reprice/preview-reprice.ts';
import { router } from '#electron/store/router/router.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import { MOST_REPRICED } from '#shared/stock/reprice/contract.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import { openCounterIn } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { copyFilledShop } from './filled-shop.ts';

export interface RepriceFigures {
  /** Prices set a second, each command on the disk before the next begins. */
  readonly repriceRowsPerS: number;
}

const SALES_BEFORE = 1000;
const RULES = [100_000, -50_000, 30_000] as const;
const SCOPE = { words: '', category: null, vendor: null };

/** Times giving every piece of a shop a new price, through the router and onto the real disk; the slowest of three rules. */
export async function benchReprice(say: (line: string) => void): Promise<RepriceFigures> {
  const disk = makeDiskScratch('reprice');
  try {
    const dataDir = path.join(disk, 'shop');
    await copyFilledShop(SALES_BEFORE, dataDir, say);
    const counter = await openCounterIn(dataDir);
    const client = createRouterClient(router, {
      context: { callerId: 'bench', store: counter.store },
    });
    const speeds: number[] = [];
    for (const changePpm of RULES) {
      const rule = { way: 'percent', changePpm } as const;
      const begun = performance.now();
      const { rows } = previewReprice(counter.store.shop.writer, {
        scope: SCOPE,
        rule,
        ending: 'end_99',
      });
      const pieces = rows.flatMap(({ pieceId, fromCents, toCents }) =>
        toCents === null ? [] : [{ pieceId, fromCents, toCents }],
      );
      const repriceId = newId('reprice');
      for (let at = 0; at < pieces.length; at += MOST_REPRICED) {
        const done = await client.reprice.apply({
          commandId: newId('command'),
          repriceId,
          rule,
          ending: 'end_99',
          pieceCount: pieces.length,
          pieces: pieces.slice(at, at + MOST_REPRICED),
        });
        if (!done.ok) throw new Error(`a reprice was refused: ${JSON.stringify(done.refusal)}`);
      }
      const speed = (pieces.length * 1000) / (performance.now() - begun);
      say(`bench: ${pieces.length} prices, ${Math.round(speed)} a second`);
      speeds.push(speed);
    }
    await counter.close();
    return { repriceRowsPerS: Math.min(...speeds) };
  } finally {
    removeScratch(disk);
  }
}
