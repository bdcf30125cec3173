import { randomBytes } from 'node:crypto';
import { machineDisk, type KeyDisk } from './key-disk.ts';
import { isSealedBy, type KeyContents, type KeyDocument } from './key-document.ts';
import { readKeyFile, replaceKeyFile, settleKeyFile } from './key-file.ts';
import type { Keychain, ProtectedBy } from './keychain.ts';
import { protectKey, unwrapKey, type LockedReason } from './protect-key.ts';
import { openUnderKey, sealForRecovery, sealUnderKey } from './recovery-blob.ts';
import { formatRecoveryCode } from './recovery-code.ts';

/** The database key of this register, or why there is none to be had. */
export type ProvidedKey =
  /** A new key for a new store. The recovery code has to reach paper before it is confirmed. */
  | {
      readonly state: 'created';
      readonly keyHex: string;
      readonly protectedBy: ProtectedBy;
      readonly recoveryCode: string;
    }
  /** `recoveryCode` is there as long as nobody has confirmed that it is on paper. */
  | {
      readonly state: 'ready';
      readonly keyHex: string;
      readonly protectedBy: ProtectedBy;
      readonly recoveryCode?: string;
    }
  /** There is a database and no key file: nothing is created over it. */
  | { readonly state: 'missing' }
  | { readonly state: 'damaged'; readonly reason: DamagedReason }
  | { readonly state: 'locked'; readonly reason: LockedReason };

/** `KEY_FILE_CHANGED`: a bit is not as it was written. `KEY_FILE_FORGED`: changed by somebody without the key. */
export type DamagedReason = 'KEY_FILE_CHANGED' | 'KEY_FILE_FORGED';

const UNSEEN_CODE = 'jewelai-counter/unseen-recovery-code/1';

/**
 * Finds the database key of the store in `dir`, or makes one when there is neither key nor database.
 *
 * `keychain` undefined means this process has none to ask: a new key then lies in a 0600 file, and a key the
 * keychain holds stays locked. A key that lay in the file moves into the keychain as soon as there is one.
 * Never throws for a full disk or a folder without write permission: it answers `locked` with the reason.
 */
export async function provideKey(
  dir: string,
  keychain: Keychain | undefined,
  databaseExists: boolean,
  disk: KeyDisk = machineDisk,
): Promise<ProvidedKey> {
  try {
    const file = readKeyFile(dir, disk);
    switch (file.found) {
      case 'intact':
        return await openKey(dir, keychain, databaseExists, file.document, disk);
      case 'damaged':
        return { state: 'damaged', reason: 'KEY_FILE_CHANGED' };
      case 'missing':
        return databaseExists ? { state: 'missing' } : await createKey(dir, keychain, disk);
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    return { state: 'locked', reason };
  }
}

/** Says that the recovery code is on paper: from now on no start shows it again. */
export function confirmRecoveryCode(
  dir: string,
  keyHex: string,
  disk: KeyDisk = machineDisk,
): void {
  const file = readKeyFile(dir, disk);
  if (file.found !== 'intact' || !isSealedBy(file.document, keyHex)) {
    throw new Error('the recovery code of another key was confirmed');
  }
  if (!file.document.unseenCode) return;
  replaceKeyFile(dir, { ...file.document, unseenCode: null }, keyHex, disk);
  settleKeyFile(dir, disk);
}

async function createKey(
  dir: string,
  keychain: Keychain | undefined,
  disk: KeyDisk,
): Promise<ProvidedKey> {
  const keyHex = randomBytes(32).toString('hex');
  const secret = { bytes: randomBytes(16) };
  const recoveryCode = formatRecoveryCode(secret.bytes);
  const contents: KeyContents = {
    format: 'jewelai-counter-key',
    version: 1,
    protection: await protectKey(keychain, keyHex),
    recovery: sealForRecovery(keyHex, secret),
    unseenCode: sealUnderKey(keyHex, UNSEEN_CODE, recoveryCode),
  };
  replaceKeyFile(dir, contents, keyHex, disk);
  return { state: 'created', keyHex, protectedBy: contents.protection.by, recoveryCode };
}

async function openKey(
  dir: string,
  keychain: Keychain | undefined,
  databaseExists: boolean,
  document: KeyDocument,
  disk: KeyDisk,
): Promise<ProvidedKey> {
  const unwrapped = await unwrapKey(document.protection, keychain);
  if (!unwrapped.ok) return { state: 'locked', reason: unwrapped.reason };
  const { keyHex } = unwrapped;
  if (!isSealedBy(document, keyHex)) {
    return document.protection.by === 'file'
      ? { state: 'damaged', reason: 'KEY_FILE_FORGED' }
      : { state: 'locked', reason: 'KEYCHAIN_GAVE_ANOTHER_KEY' };
  }
  const protectedBy = await improve(dir, keychain, document, keyHex, disk);
  const unseen = document.unseenCode && openUnderKey(keyHex, UNSEEN_CODE, document.unseenCode);
  if (!unseen) return { state: 'ready', keyHex, protectedBy };
  // Without a database the first start stopped half way: it goes on with the same key and code.
  const state = databaseExists ? 'ready' : 'created';
  return { state, keyHex, protectedBy, recoveryCode: unseen };
}

/** Moves an open key into the keychain where there is one now. The key is in hand, so a full disk stops nobody. */
async function improve(
  dir: string,
  keychain: Keychain | undefined,
  document: KeyDocument,
  keyHex: string,
  disk: KeyDisk,
): Promise<ProtectedBy> {
  const protection =
    document.protection.by === 'file' ? await protectKey(keychain, keyHex) : document.protection;
  try {
    if (protection.by !== document.protection.by) {
      replaceKeyFile(dir, { ...document, protection }, keyHex, disk);
    }
    settleKeyFile(dir, disk);
    return protection.by;
  } catch (error) {
    if (!reasonOf(error)) throw error;
    return document.protection.by;
  }
}

function reasonOf(error: unknown): LockedReason | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return 'FOLDER_NOT_WRITABLE';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'DISK_FULL';
    default:
      return undefined;
  }
}
