import { z } from 'zod';
import { commandId, idOf } from '../fields.ts';
import type { BatchId } from '../ids.ts';
import type { ImportedSale, ImportedSales } from './imported-sale.ts';
import { answer, ask, command, found, query } from '../procedure.ts';

export const IMPORT_TARGETS = ['pieces', 'customers', 'sales'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Header of the file for each field of ours. */
export const importMapping = z.record(z.string().max(60), z.string().max(200));

/** A file taken in and kept aside; nothing of the shop has changed yet. */
export interface StagedFile {
  readonly batchId: BatchId;
  readonly fileName: string;
  readonly encoding: string;
  readonly rowCount: number;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly target: ImportTarget;
  readonly source: string | null;
  readonly mapping: Readonly<Record<string, string>>;
  readonly fields: readonly { readonly field: string; readonly required: boolean }[];
}

export interface ImportProblem {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly value: string;
  /** The earlier row, where two rows of the file say the same thing. */
  readonly firstRow?: number;
}

/** What an import would do. */
export interface DryRun {
  readonly newCount: number;
  readonly changedCount: number;
  readonly skippedCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
  /** The first hundred. */
  readonly errors: readonly ImportProblem[];
  readonly warnings: readonly ImportProblem[];
  readonly changes: readonly {
    readonly row: number;
    readonly title: string;
    readonly fields: readonly {
      readonly field: string;
      readonly before: string;
      readonly after: string;
    }[];
  }[];
  readonly newSample: readonly string[];
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

export interface ImportBatch {
  readonly batchId: BatchId;
  readonly fileName: string;
  readonly target: ImportTarget;
  readonly state: 'staged' | 'running' | 'done' | 'cancelled' | 'undone';
  readonly createdCount: number;
  readonly changedCount: number;
  readonly errorCount: number;
  readonly startedAtMs: number;
}

/** What an undo took back, and what it had to leave because somebody has sold or changed it since. */
export interface UndoneImport {
  readonly removedCount: number;
  readonly restoredCount: number;
  readonly keptCount: number;
  /** By row of the file and name; the first hundred. */
  readonly kept: readonly { readonly row: number; readonly title: string }[];
}

export type ReadFileRefusal =
  | { readonly code: 'IMPORT_NOT_TEXT' }
  | { readonly code: 'IMPORT_EMPTY' }
  | { readonly code: 'IMPORT_TOO_LARGE'; readonly limitMb: number }
  | { readonly code: 'IMPORT_NO_ROWS' };

export type BatchRefusal =
  | { readonly code: 'IMPORT_NOT_FOUND' }
  | { readonly code: 'IMPORT_FIELD_NOT_MAPPED'; readonly field: string }
  | { readonly code: 'IMPORT_RUNNING' };

export const importsContract = {
  read: command('imports.run', z.object({ batchId: idOf('batch'), file: z.file() })).output(
    answer<StagedFile, ReadFileRefusal>(),
  ),
  dryRun: command(
    'imports.run',
    z.object({ batchId: idOf('batch'), mapping: importMapping }),
  ).output(answer<DryRun, BatchRefusal>()),
  /** Starts the import; it goes on in slices between sales and can be cancelled and run again without doubling. */
  run: command(
    'imports.run',
    z.object({ commandId, batchId: idOf('batch'), mapping: importMapping }),
  ).output(answer<ImportBatch, BatchRefusal>()),
  progress: ask('imports.run', z.object({ batchId: idOf('batch') })).output(
    found<ImportProgress | null>(),
  ),
  cancel: command('imports.run', z.object({ batchId: idOf('batch') })).output(
    answer<ImportBatch, BatchRefusal>(),
  ),
  /** Takes back what the batch did and nobody has touched since; what was sold or changed stays and is named. */
  undo: command('imports.run', z.object({ commandId, batchId: idOf('batch') })).output(
    answer<UndoneImport, BatchRefusal>(),
  ),
  badRows: query('imports.run', z.object({ batchId: idOf('batch') })).output(found<string>()),
  /** What a customer bought before this program; in no sum of money of ours. */
  salesOf: query('customers.read', z.object({ customerId: idOf('customer') })).output(
    found<ImportedSales>(),
  ),
  /** Past sales by the old system's number or a stock number. */
  findSales: query('sales.read', z.object({ text: z.string().max(80) })).output(
    found<readonly ImportedSale[]>(),
  ),
  list: query('imports.run', z.object({})).output(found<readonly ImportBatch[]>()),
};
