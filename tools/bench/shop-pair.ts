import { cpSync } from 'node:fs';
import path from 'node:path';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { storeFiles } from '#db/store/store-files.ts';
import { BENCH_KEY } from './bench-key.ts';
import { type InProcessCounter, openCounterIn } from './counter-in-process.ts';
import { copyFilledShop } from './filled-shop.ts';
import { differingTables } from './raw/compare-shops.ts';
import { RawShop } from './raw/raw-shop.ts';
import { rowsOfSale, type SaleRows } from './raw/sale-rows.ts';

/** The same shop twice: one behind the router, one written by bare statements. */
export class ShopPair {
  readonly counter: InProcessCounter;
  readonly raw: RawShop;
  readonly #witness: string;

  private constructor(counter: InProcessCounter, raw: RawShop, witness: string) {
    this.counter = counter;
    this.raw = raw;
    this.#witness = witness;
  }

  /** A filled shop twice, made ready in the same way before the second is copied from the first. */
  static async open(
    folder: string,
    sales: number,
    say: (line: string) => void,
    makeReady?: (counter: InProcessCounter) => void,
  ): Promise<ShopPair> {
    const [ours, bare] = [path.join(folder, 'ours'), path.join(folder, 'bare')];
    await copyFilledShop(sales, ours, say);
    if (makeReady) {
      const counter = await openCounterIn(ours);
      makeReady(counter);
      await counter.close();
    }
    cpSync(ours, bare, { recursive: true });
    return new ShopPair(
      await openCounterIn(ours),
      new RawShop(bare, BENCH_KEY),
      storeFiles(ours).witness,
    );
  }

  async sellBoth(input: CompleteSaleInput): Promise<void> {
    await this.counter.sell(input);
    this.raw.store(this.rowsOf(input));
  }

  /** The rows that the router's arm stored for this input. */
  rowsOf({ saleId, cart }: CompleteSaleInput): SaleRows {
    const { cartId } = cart;
    return rowsOfSale(this.counter.store.shop.writer.sqlite, { saleId, cartId }, this.#witness);
  }

  areEqual(): boolean {
    return differingTables(this.counter.store.shop.writer.sqlite, this.raw.db).length === 0;
  }

  fold(): void {
    this.counter.store.shop.writer.sqlite.pragma('wal_checkpoint(PASSIVE)');
    this.raw.db.pragma('wal_checkpoint(PASSIVE)');
  }

  async close(): Promise<void> {
    await this.counter.close();
    this.raw.close();
  }
}
