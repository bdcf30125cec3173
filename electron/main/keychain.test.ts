import type { SafeStorage } from 'electron';
import { expect, test } from 'vitest';
import { createKeychain } from './keychain.ts';

function aSafeStorage(backend: string, available = true): SafeStorage {
  return {
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
    decryptStringAsync: async (bytes: Buffer) => ({
      result: bytes.toString().slice('sealed '.length),
      shouldReEncrypt: false,
    }),
  } as unknown as SafeStorage;
}

test.each([
  ['linux', 'gnome_libsecret', true, true],
  ['linux', 'kwallet6', true, true],
  ['linux', 'kwallet6', false, false],
  ['linux', 'basic_text', true, false],
  ['linux', 'unknown', true, false],
  ['win32', 'basic_text', true, true],
  ['win32', 'basic_text', false, false],
  ['darwin', 'basic_text', true, true],
] as const)(
  'on %s with %s (%s) the keychain counts: %s',
  async (platform, backend, available, counts) => {
    const keychain = createKeychain(aSafeStorage(backend, available), platform);
    expect(await keychain.isAvailable()).toBe(counts);
  },
);

test('what the keychain wrapped it unwraps, and it has a name for Settings', async () => {
  const keychain = createKeychain(aSafeStorage('gnome_libsecret'), 'linux');
  expect(keychain.name).toBe('gnome_libsecret');
  expect(await keychain.unwrap(await keychain.wrap('abc'))).toBe('abc');
  expect(createKeychain(aSafeStorage(''), 'win32').name).toBe('win32');
});
