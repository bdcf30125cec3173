import { existsSync, readdirSync } from 'node:fs';
import type { Keychain } from '../../store/keys/keychain.ts';
import { provideKey } from '../../store/keys/provide-key.ts';
import { keepKey } from '../../store/keys/recover-key.ts';
import { startStore, type RunningStore } from '../../store/start-store.ts';

export interface StorePlace {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly appVersion: string;
  readonly keychain: Keychain | undefined;
  onTrouble(what: string): void;
  onShopWanted(demo: boolean): void;
}

/** Finds the key and starts the store. A refused key starts it too: then the window says why, in words. */
export async function openStoreIn(place: StorePlace): Promise<RunningStore> {
  const { dataDir, demo, appVersion, keychain, onTrouble, onShopWanted } = place;
  return startStore({
    dataDir,
    demo,
    appVersion,
    platform: process.platform,
    key: await provideKey(dataDir, keychain, holdsDatabase(dataDir)),
    onTrouble,
    onShopWanted,
    onKeyRecovered(keyHex) {
      keepKey(dataDir, keychain, keyHex).catch((error: unknown) => {
        onTrouble(`the recovered key was not kept: ${String(error)}`);
      });
    },
  });
}

/**
 * Any database at all: over none of them a new key may be made. A place that cannot be looked into (a file, a folder
 * without the right to read) may hold one; making the key there then fails in words.
 */
function holdsDatabase(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false;
  try {
    return readdirSync(dataDir).some((name) => name.endsWith('.db'));
  } catch {
    return true;
  }
}
