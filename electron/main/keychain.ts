import type { SafeStorage } from 'electron';
import type { Keychain } from '../store/keys/keychain.ts';

/**
 * The operating system's keychain. Linux without one answers with `basic_text`, a password written into
 * Chromium: that protects nothing and counts as no keychain, so that Settings can say so.
 */
export function createKeychain(safeStorage: SafeStorage, platform: NodeJS.Platform): Keychain {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform;
  return {
    name: backend,
    isAvailable: async () =>
      backend !== 'basic_text' &&
      backend !== 'unknown' &&
      (await safeStorage.isAsyncEncryptionAvailable()),
    wrap: (keyHex) => safeStorage.encryptStringAsync(keyHex),
    unwrap: async (wrapped) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
      return result;
    },
  };
}
