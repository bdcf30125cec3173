import { ok, refuse, type Result } from '#shared/result.ts';
import { machineDisk, type KeyDisk } from './key-disk.ts';
import { isKeyHex } from './key-document.ts';
import { findRecoveryBlob, readKeyFile, setKeyFileAside } from './key-file.ts';
import type { Keychain, ProtectedBy } from './keychain.ts';
import { writeKey } from './recover-key.ts';
import { openWithRecovery, recoveryBlob, type RecoveryBlob } from './recovery-blob.ts';
import { parseRecoveryCode } from './recovery-code.ts';

/**
 * The wrapped key that every backup carries: with the recovery code it opens the backup on any PC.
 *
 * Throws where `key.json` is missing or damaged: a backup nobody could open must not be called one.
 */
export function wrapForBackup(dir: string, disk: KeyDisk = machineDisk): RecoveryBlob {
  const file = readKeyFile(dir, disk);
  if (file.found !== 'intact') throw new Error(`key.json is ${file.found}: no backup can carry it`);
  return file.document.recovery;
}

/**
 * Opens the key a backup carries. `blob` is whatever lay beside the backup.
 *
 * Refuses a typing mistake, another store's code, and a blob that is not one (`BACKUP_KEY_UNREADABLE`).
 */
export function unwrapFromBackup(
  blob: unknown,
  recoveryCode: string,
): Result<
  { readonly keyHex: string },
  { code: 'RECOVERY_CODE_WRONG' | 'RECOVERY_CODE_MALFORMED' | 'BACKUP_KEY_UNREADABLE' }
> {
  const parsed = recoveryBlob.safeParse(blob);
  if (!parsed.success) return refuse({ code: 'BACKUP_KEY_UNREADABLE' });
  const secret = parseRecoveryCode(recoveryCode);
  if (!secret.ok) return secret;
  const keyHex = openWithRecovery(parsed.data, secret.value);
  return keyHex ? ok({ keyHex }) : refuse({ code: 'RECOVERY_CODE_WRONG' });
}

/**
 * Makes a restored backup's key the key of this folder, on a new PC or over another store's key.
 *
 * A key file that wrapped another key is set aside under its own name, never overwritten: the database it
 * opens may still be evidence.
 */
export async function installKey(
  dir: string,
  keychain: Keychain | undefined,
  keyHex: string,
  blob: RecoveryBlob,
  disk: KeyDisk = machineDisk,
): Promise<ProtectedBy> {
  if (!isKeyHex(keyHex)) throw new RangeError('a database key is 64 hex digits');
  const present = findRecoveryBlob(dir, disk);
  if (present?.blob.sealed !== blob.sealed) setKeyFileAside(dir, disk);
  return writeKey(dir, keychain, keyHex, recoveryBlob.parse(blob), disk);
}
