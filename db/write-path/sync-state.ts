import { prepared, type ReadDb } from './read-db.ts';
import { syncMeta } from './tables.ts';

export interface SyncState {
  /** When the server's newest was last heard; null: this store was never connected and is its own authority. */
  readonly pulledAtMs: number | null;
}

/** How fresh what this register knows of the others is. */
export function findSyncState(db: ReadDb): SyncState {
  return { pulledAtMs: meta(db).get()?.pulledAtMs ?? null };
}

const meta = prepared((orm) =>
  orm.select({ pulledAtMs: syncMeta.pulledAtMs }).from(syncMeta).prepare(),
);
