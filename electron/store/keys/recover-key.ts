import { ok, refuse, type Result } from '#shared/result.ts';
import { machineDisk, type KeyDisk } from './key-disk.ts';
import { findRecoveryBlob, readKeyFile, replaceKeyFile, settleKeyFile } from './key-file.ts';
import type { Keychain, ProtectedBy } from './keychain.ts';
import { protectKey } from './protect-key.ts';
import { openWithRecovery, type RecoveryBlob } from './recovery-blob.ts';
import { parseRecoveryCode } from './recovery-code.ts';

export interface RecoveredKey {
  readonly keyHex: string;
  readonly protectedBy: ProtectedBy;
}

/** `KEY_FILE_MISSING` also means: damaged in the very part the code would open. Then a backup's copy helps. */
export interface RecoverKeyRefusal {
  readonly code: 'RECOVERY_CODE_WRONG' | 'RECOVERY_CODE_MALFORMED' | 'KEY_FILE_MISSING';
}

/**
 * Opens the database key with the printed recovery code, also out of a key file that is damaged elsewhere.
 *
 * With a keychain the key is put back into its keeping at once, and a damaged file is whole again. With none
 * (the store's worker) nothing is written: an open key on the disk would outlive its purpose, so the worker
 * hands the key to main, which calls `keepKey`.
 */
export async function recoverKey(
  dir: string,
  keychain: Keychain | undefined,
  recoveryCode: string,
  disk: KeyDisk = machineDisk,
): Promise<Result<RecoveredKey, RecoverKeyRefusal>> {
  const secret = parseRecoveryCode(recoveryCode);
  if (!secret.ok) return secret;
  const found = findRecoveryBlob(dir, disk);
  if (!found) return refuse({ code: 'KEY_FILE_MISSING' });
  const keyHex = openWithRecovery(found.blob, secret.value);
  if (!keyHex) return refuse({ code: found.intact ? 'RECOVERY_CODE_WRONG' : 'KEY_FILE_MISSING' });
  const protectedBy = keychain
    ? await writeKey(dir, keychain, keyHex, found.blob, disk)
    : protectionNow(dir, disk);
  return ok({ keyHex, protectedBy });
}

/**
 * Gives a recovered key back into the keychain's keeping, or the file's where the keychain does not take it.
 *
 * `keychain` undefined means this process has none to ask: a file the keychain protects is then left alone.
 */
export async function keepKey(
  dir: string,
  keychain: Keychain | undefined,
  keyHex: string,
  disk: KeyDisk = machineDisk,
): Promise<ProtectedBy> {
  const found = findRecoveryBlob(dir, disk);
  if (!found) throw new Error('there is no key file to keep the key in');
  if (!keychain && found.intact && protectionNow(dir, disk) === 'keychain') return 'keychain';
  return writeKey(dir, keychain, keyHex, found.blob, disk);
}

/** Writes a whole new key file around a key that is in hand. The code is on paper: nobody has to see it again. */
export async function writeKey(
  dir: string,
  keychain: Keychain | undefined,
  keyHex: string,
  recovery: RecoveryBlob,
  disk: KeyDisk = machineDisk,
): Promise<ProtectedBy> {
  const protection = await protectKey(keychain, keyHex);
  const head = { format: 'jewelai-counter-key', version: 1 } as const;
  replaceKeyFile(dir, { ...head, protection, recovery, unseenCode: null }, keyHex, disk);
  settleKeyFile(dir, disk);
  return protection.by;
}

function protectionNow(dir: string, disk: KeyDisk): ProtectedBy {
  const file = readKeyFile(dir, disk);
  return file.found === 'intact' ? file.document.protection.by : 'file';
}
