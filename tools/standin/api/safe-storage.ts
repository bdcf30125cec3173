import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { DecryptStringAsyncReturnValue, SafeStorage } from 'electron';
import { strictObject } from '../strict.ts';
import { readiness } from './readiness.ts';

const MARK = Buffer.from('standin-keychain-1');
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `STANDIN_KEYCHAIN=test` gives tests a keychain; `test:other` gives another one, as after a stolen disk. */
function keychainSecret(): string | undefined {
  const wanted = process.env['STANDIN_KEYCHAIN'] ?? '';
  return wanted === 'test' || wanted.startsWith('test:') ? wanted : undefined;
}

function keychainKey(): Buffer {
  const secret = keychainSecret();
  if (secret === undefined) throw new Error('Encryption is not available.');
  return createHash('sha256').update(secret).digest();
}

function encrypt(plainText: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keychainKey(), iv);
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, iv, cipher.getAuthTag(), body]);
}

function decrypt(encrypted: Buffer): string {
  const key = keychainKey();
  const head = MARK.length + IV_BYTES + TAG_BYTES;
  if (encrypted.length < head || !encrypted.subarray(0, MARK.length).equals(MARK)) {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    );
  }
  const decipher = createDecipheriv(
    'aes-256-gcm',
    key,
    encrypted.subarray(MARK.length, MARK.length + IV_BYTES),
  );
  decipher.setAuthTag(encrypted.subarray(MARK.length + IV_BYTES, head));
  return Buffer.concat([decipher.update(encrypted.subarray(head)), decipher.final()]).toString(
    'utf8',
  );
}

/** No keychain is reached from here, and safeStorage says so: a key that is not protected must never look as if it were. */
export const safeStorage = strictObject('safeStorage', {
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return keychainSecret() !== undefined;
  },
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    readiness.require('safeStorage.encryptStringAsync');
    return encrypt(plainText);
  },
  async decryptStringAsync(encrypted: Buffer): Promise<DecryptStringAsyncReturnValue> {
    readiness.require('safeStorage.decryptStringAsync');
    return { shouldReEncrypt: false, result: decrypt(encrypted) };
  },
  getSelectedStorageBackend(): 'unknown' | 'basic_text' | 'gnome_libsecret' {
    if (!readiness.isReady) return 'unknown';
    return keychainSecret() === undefined ? 'basic_text' : 'gnome_libsecret';
  },
} satisfies Partial<SafeStorage>);
