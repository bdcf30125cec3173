import type { App } from 'electron';
import type { SupervisedStore } from './store-link/store-supervisor.ts';

/** Holds the program's end until the store has closed its files. `close` never hangs and never throws. */
export function closeStoreBeforeQuit(app: App, store: Pick<SupervisedStore, 'close'>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void store.close().then(() => {
      state = 'closed';
      app.quit();
    });
  });
}
