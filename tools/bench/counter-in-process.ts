import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createRouterClient } from '@orpc/server';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { listStaff } from '#db/staff/find-staff.ts';
import { findPieceForSale, type PieceForSale } from '#db/stock/find-piece.ts';
import { router } from '#electron/store/router/router.ts';
import type { ReaderReply, ReaderRequest } from '#electron/store/worker-messages.ts';
import { StoreProcess } from '#electron/store/writer/store-process.ts';
import type { PieceId } from '#shared/ids.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { BENCH_KEY } from './bench-key.ts';
import { saleOf } from './sale-of.ts';

const CALLER = { callerId: 'bench' };

/** A filled shop as the writer's thread has it: open, somebody signed in, and the router in front of it. */
export interface InProcessCounter {
  readonly store: StoreProcess;
  /** Rings up through the router's handler; throws when the sale was refused. */
  sell(input: CompleteSaleInput): Promise<void>;
  /** Takes pieces that are one of one off the shelf. */
  takePieces(count: number): readonly PieceForSale[];
  /** Input for a sale of three pieces that are one of one, with change. */
  nextSale(): CompleteSaleInput;
  close(): Promise<void>;
}

export async function openCounterIn(
  dataDir: string,
  now: () => number = Date.now,
  readerPort: MessagePort = silentReader(),
): Promise<InProcessCounter> {
  const store = new StoreProcess({
    boot: {
      dataDir,
      key: { state: 'ready', keyHex: BENCH_KEY, protectedBy: 'file' },
      demo: false,
      appVersion: '0.0.0',
      platform: process.platform,
      readerPort,
    },
    report: (report) => process.stderr.write(`bench: ${JSON.stringify(report)}\n`),
    now,
  });
  await store.open();
  if (store.state.state !== 'ready') throw new Error(`the shop is ${JSON.stringify(store.state)}`);
  const [owner] = listStaff(store.shop.writer, {});
  if (!owner) throw new Error('the shop has nobody in it');
  store.sessions.signIn(CALLER.callerId, owner);
  const client = createRouterClient(router, { context: { ...CALLER, store } });
  const shelf = unsold(store);
  const takePieces = (count: number): readonly PieceForSale[] => {
    const pieces = shelf
      .splice(0, count)
      .flatMap((pieceId) => findPieceForSale(store.shop.writer, pieceId) ?? []);
    if (pieces.length < count) throw new Error('the shelf is empty');
    return pieces;
  };
  return {
    store,
    sell: async (input) => {
      const sold = await client.sales.complete(input);
      if (!sold.ok) throw new Error(`the sale was refused: ${JSON.stringify(sold.refusal)}`);
    },
    takePieces,
    nextSale: () =>
      saleOf(takePieces(3), findTicketTerms(store.shop.writer, '2999-12-31'), {
        customerId: null,
        changeCents: 500,
      }),
    close: async () => {
      await store.close();
      store.reader.close();
    },
  };
}

/** The sale asks no reader; opening and closing only want an answer. */
function silentReader() {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', ({ id }: ReaderRequest) => {
    const reply: ReaderReply = { id, value: null };
    port2.postMessage(reply);
  });
  port2.unref();
  port1.unref();
  return port1;
}

function unsold(store: StoreProcess): PieceId[] {
  return store.shop.writer.sqlite
    .prepare<[], PieceId>(
      `select piece_id from piece_state join piece on piece.id = piece_id
       where status = 'in_stock' and kind = 'piece' order by seq`,
    )
    .pluck()
    .all();
}
