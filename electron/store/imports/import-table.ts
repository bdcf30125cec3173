import type { ImportRow } from '#shared/imports/import-row.ts';

/** With phones and checks these take two to four milliseconds to read; a sale waits no longer. */
export const CHUNK_ROWS = 50;
/** No export has as many columns; a file that seems to is no table. */
export const MOST_COLUMNS = 500;

/** A file as rows under named columns, however it was written. */
export interface ImportTable {
  /** Each there once; those that were twice end in ` (2)`. */
  readonly headers: readonly string[];
  /** All rows from the first one, at most 50 at a time, with a turn of the event loop between chunks. */
  readonly rows: () => AsyncGenerator<readonly ImportRow[]>;
}
