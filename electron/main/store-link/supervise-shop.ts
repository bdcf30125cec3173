import { setTimeout as pause } from 'node:timers/promises';
import type { Keychain } from '../../store/keys/keychain.ts';
import { storeFolder } from '../start-options.ts';
import { openStoreIn } from './open-store.ts';
import { superviseStore, type SupervisedStore } from './store-supervisor.ts';

export interface Shop {
  /** The folder that holds the shop's data and, beside it, the demo shop's. */
  readonly userData: string;
  readonly demo: boolean;
  readonly appVersion: string;
  /** Undefined where this process has none to ask. */
  readonly keychain: Keychain | undefined;
  onTrouble(what: string): void;
}

/** Keeps the shop's store running, and changes over to the demo shop and back when somebody asks for it. */
export function superviseShop(shop: Shop): SupervisedStore {
  const { userData, appVersion, keychain, onTrouble } = shop;
  let { demo } = shop;
  const store = superviseStore({
    start: () =>
      openStoreIn({
        dataDir: storeFolder(userData, demo),
        demo,
        appVersion,
        keychain,
        onTrouble,
        onShopWanted(wanted) {
          demo = wanted;
          void store.restart();
        },
      }),
    onTrouble,
    pause,
    nowMs: Date.now,
  });
  return store;
}
