import { type NewImportContext, ImportRuns } from '#electron/store/imports/run-import.ts';
import { listBatches } from '#db/imports/find-batch.ts';
import { newId, type TestShop, TEST_NOW_MS } from '#db/testing/a-shop.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { ImportBatch, StagedFile } from '#shared/imports/contract.ts';
import type { Refusal, Result } from '#shared/result.ts';

/** An owner who imports files into a test shop. */
export interface ImportDesk {
  readonly runs: ImportRuns;
  readonly troubles: readonly string[];
  readonly newContext: NewImportContext;
  stage(text: string | Uint8Array<ArrayBuffer>, fileName?: string): Promise<StagedFile>;
  /** Runs to its end with the columns that were proposed. */
  run(staged: StagedFile): Promise<ImportBatch>;
  undo(staged: StagedFile): Promise<Undone>;
  batch(staged: StagedFile): ImportBatch;
}

type Undone = Extract<Awaited<ReturnType<ImportRuns['undo']>>, { readonly ok: true }>['value'];

/** `writer` may break on purpose. */
export function importDesk(shop: TestShop, writer: () => Writer = () => shop.writer): ImportDesk {
  const troubles: string[] = [];
  const runs = new ImportRuns(
    writer,
    () => TEST_NOW_MS,
    (what) => troubles.push(what),
  );
  const newContext: NewImportContext = (commandId, batchId) =>
    shop.context('imports.run', { actor: shop.owner, commandId, batchId });
  const batch = ({ batchId }: StagedFile): ImportBatch =>
    listBatches(shop.writer).find((each) => each.batchId === batchId) ??
    fail('the batch is not there');
  return {
    runs,
    troubles,
    newContext,
    batch,
    stage: async (text, fileName = 'export.csv') =>
      valueOf(await runs.read(newId('batch'), new File([text], fileName))),
    run: async (staged) => {
      valueOf(await runs.run(staged.batchId, staged.mapping, newContext));
      await runs.settled(staged.batchId);
      return batch(staged);
    },
    undo: async (staged) => valueOf(await runs.undo(staged.batchId, newContext)),
  };
}

/** The value of a command that must not refuse here. */
export function valueOf<Value>(result: Result<Value, Refusal>): Value {
  return result.ok ? result.value : fail(JSON.stringify(result.refusal));
}

function fail(message: string): never {
  throw new Error(message);
}

/** A catalog of pieces `N-00000`, `N-00001`, … with a token for each. */
export function aCatalog(count: number, change: (index: number) => Partial<Piece> = () => ({})) {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(5, '0');
    const piece: Piece = {
      token: `T${number}`,
      name: `Ring ${number}`,
      sku: `N-${number}`,
      price: '199.00',
      quantity: '1',
      ...change(index),
    };
    return `${piece.token},${piece.name},Regular,${piece.sku},${piece.price},Y,Y,88.00,${piece.quantity}`;
  });
  const headers =
    'Token,Item Name,Variation Name,SKU,Price,Sellable,Stockable,Default Unit Cost,Current Quantity Main St';
  return [headers, ...rows].join('\n');
}

interface Piece {
  readonly token: string;
  readonly name: string;
  readonly sku: string;
  readonly price: string;
  readonly quantity: string;
}
