import type { StoreProcess } from '../writer/store-process.ts';

/** What every procedure is given: which window calls, and the store. */
export interface CallContext {
  readonly callerId: string;
  readonly store: StoreProcess;
}
