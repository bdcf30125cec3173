import type { Keychain } from './keychain.ts';

/** A keychain in memory for tests. Its wrapping is no secret: the wrapped bytes show which safe they came from. */
export function aKeychain(behaviour: Partial<Keychain> = {}): Keychain {
  const mark = 'safe:';
  return {
    name: 'test_keychain',
    isAvailable: async () => true,
    wrap: async (keyHex) => Buffer.from(mark + [...keyHex].toReversed().join('')),
    unwrap: async (wrapped) =>
      Array.from(Buffer.from(wrapped).toString().slice(mark.length)).toReversed().join(''),
    ...behaviour,
  };
}
