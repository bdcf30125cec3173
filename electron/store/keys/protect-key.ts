import { isKeyHex, type KeyProtection } from './key-document.ts';
import type { Keychain } from './keychain.ts';

/** Why a key that is there cannot be had. */
export type LockedReason =
  | 'KEYCHAIN_UNAVAILABLE'
  | 'KEYCHAIN_REFUSED'
  | 'KEYCHAIN_GAVE_ANOTHER_KEY'
  | 'FOLDER_NOT_WRITABLE'
  | 'DISK_FULL';

export type Unwrapped =
  | { readonly ok: true; readonly keyHex: string }
  | { readonly ok: false; readonly reason: LockedReason };

/** Asks the keychain to keep the key, and tries it once; without a keychain that does, the file keeps it. */
export async function protectKey(
  keychain: Keychain | undefined,
  keyHex: string,
): Promise<KeyProtection> {
  const wrapped = keychain && (await wrapAndTry(keychain, keyHex));
  if (!keychain || !wrapped) return { by: 'file', keyHex };
  return { by: 'keychain', name: keychain.name, wrapped: Buffer.from(wrapped).toString('hex') };
}

/** Takes the key out of its protection. A keychain that is gone, refuses or answers nonsense locks. */
export async function unwrapKey(
  protection: KeyProtection,
  keychain: Keychain | undefined,
): Promise<Unwrapped> {
  if (protection.by === 'file') return { ok: true, keyHex: protection.keyHex };
  if (!keychain || !(await isUsable(keychain))) {
    return { ok: false, reason: 'KEYCHAIN_UNAVAILABLE' };
  }
  try {
    const keyHex = await keychain.unwrap(Buffer.from(protection.wrapped, 'hex'));
    return isKeyHex(keyHex)
      ? { ok: true, keyHex }
      : { ok: false, reason: 'KEYCHAIN_GAVE_ANOTHER_KEY' };
  } catch {
    return { ok: false, reason: 'KEYCHAIN_REFUSED' };
  }
}

async function wrapAndTry(keychain: Keychain, keyHex: string): Promise<Uint8Array | undefined> {
  if (!(await isUsable(keychain))) return undefined;
  try {
    const wrapped = await keychain.wrap(keyHex);
    return (await keychain.unwrap(wrapped)) === keyHex ? wrapped : undefined;
  } catch {
    return undefined; // a keychain that will not take the key: the file keeps it, and Settings says so
  }
}

async function isUsable(keychain: Keychain): Promise<boolean> {
  try {
    return await keychain.isAvailable();
  } catch {
    return false;
  }
}
