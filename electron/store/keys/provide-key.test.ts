import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aKeychain } from './fake-keychain.ts';
import { machineDisk } from './key-disk.ts';
import { confirmRecoveryCode, provideKey, type ProvidedKey } from './provide-key.ts';
import { recoverKey } from './recover-key.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'keys-'));
});
afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

const keyFile = () => path.join(dir, 'key.json');
const refusing = () => Promise.reject(new Error('no'));

async function createdKey(keychain = aKeychain()) {
  const key = await provideKey(dir, keychain, false);
  if (key.state !== 'created') throw new Error(`expected a new key, got ${key.state}`);
  return key;
}

function openKeyOf(key: ProvidedKey): string | undefined {
  return key.state === 'ready' || key.state === 'created' ? key.keyHex : undefined;
}

describe('the first start', () => {
  test('makes a random key, kept by the keychain, and a recovery code that opens it', async () => {
    const key = await createdKey();
    expect(key.keyHex).toMatch(/^[0-9a-f]{64}$/);
    expect(key.protectedBy).toBe('keychain');
    expect(await recoverKey(dir, undefined, key.recoveryCode)).toEqual({
      ok: true,
      value: { keyHex: key.keyHex, protectedBy: 'keychain' },
    });
  });

  test('leaves neither the key nor the code readable on the disk when the keychain keeps the key', async () => {
    const key = await createdKey();
    const text = readFileSync(keyFile(), 'utf8');
    expect(text).not.toContain(key.keyHex);
    expect(text).not.toContain(key.recoveryCode);
  });

  test.each([
    ['there is no keychain', undefined],
    ['the keychain is not available', aKeychain({ isAvailable: async () => false })],
    ['the keychain will not take the key', aKeychain({ wrap: refusing })],
    ['the keychain gives back something else', aKeychain({ unwrap: async () => 'rubbish' })],
    ['asking the keychain fails', aKeychain({ isAvailable: refusing })],
  ])('says that only the file keeps the key where %s', async (_where, keychain) => {
    const key = await provideKey(dir, keychain, false);
    expect(key).toMatchObject({ state: 'created', protectedBy: 'file' });
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  test('two stores never get the same key or code', async () => {
    const first = await createdKey();
    rmSync(keyFile());
    const second = await createdKey();
    expect(second.keyHex).not.toBe(first.keyHex);
    expect(second.recoveryCode).not.toBe(first.recoveryCode);
  });

  test('that stopped before the database was made goes on with the same key and code', async () => {
    const key = await createdKey();
    expect(await provideKey(dir, aKeychain(), false)).toEqual(key);
  });
});

describe('every further start', () => {
  test('finds the same key, and the code until somebody says it is on paper', async () => {
    const { keyHex, recoveryCode } = await createdKey();
    const found = { state: 'ready', keyHex, protectedBy: 'keychain' };
    expect(await provideKey(dir, aKeychain(), true)).toEqual({ ...found, recoveryCode });
    confirmRecoveryCode(dir, keyHex);
    expect(await provideKey(dir, aKeychain(), true)).toEqual(found);
    expect(await provideKey(dir, aKeychain(), false)).toEqual(found);
    expect((await recoverKey(dir, undefined, recoveryCode)).ok).toBe(true);
  });

  test('moves an open key into the keychain as soon as there is one', async () => {
    const key = await provideKey(dir, undefined, false);
    const { keyHex } = await createdKeyOf(key);
    expect(await provideKey(dir, aKeychain(), true)).toMatchObject({
      keyHex,
      protectedBy: 'keychain',
    });
    expect(readFileSync(keyFile(), 'utf8')).not.toContain(keyHex);
    expect(readdirSync(dir)).toEqual(['key.json']);
  });

  test('never makes a new key over a database whose key file is gone', async () => {
    expect(await provideKey(dir, aKeychain(), true)).toEqual({ state: 'missing' });
    expect(readdirSync(dir)).toEqual([]);
  });

  test.each([
    ['KEYCHAIN_UNAVAILABLE', undefined],
    ['KEYCHAIN_UNAVAILABLE', aKeychain({ isAvailable: async () => false })],
    ['KEYCHAIN_REFUSED', aKeychain({ unwrap: refusing })],
    ['KEYCHAIN_GAVE_ANOTHER_KEY', aKeychain({ unwrap: async () => 'rubbish' })],
    ['KEYCHAIN_GAVE_ANOTHER_KEY', aKeychain({ unwrap: async () => '00'.repeat(32) })],
  ])('is locked with %s and leaves the file alone', async (reason, keychain) => {
    await createdKey();
    const before = readFileSync(keyFile());
    expect(await provideKey(dir, keychain, true)).toEqual({ state: 'locked', reason });
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
  });

  test('a confirmation for another key changes nothing', async () => {
    await createdKey();
    const before = readFileSync(keyFile());
    expect(() => confirmRecoveryCode(dir, '00'.repeat(32))).toThrow();
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
  });
});

describe('a key file that is not as it was written', () => {
  test.each([
    ['the keychain keeps', aKeychain()],
    ['the file keeps', undefined],
  ])('shows every single flipped bit, where %s the key', async (_who, keychain) => {
    await provideKey(dir, keychain, false);
    const written = readFileSync(keyFile());
    for (let bit = 0; bit < written.length * 8; bit += 1) {
      const flipped = Buffer.from(written);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const disk = {
        ...machineDisk,
        read: (file: string) => (file === keyFile() ? flipped : undefined),
      };
      expect(await provideKey(dir, keychain, true, disk), `bit ${bit}`).toEqual({
        state: 'damaged',
        reason: 'KEY_FILE_CHANGED',
      });
    }
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 200)],
    ['empty', () => ''],
    ['followed by something', (text: string) => `${text} `],
    [
      'written with another field order',
      (text: string) => text.replace(/("format.*\n)( +"version.*\n)/, '$2  $1'),
    ],
    ['filled with zeros', (text: string) => '\0'.repeat(text.length)],
  ])('is damaged when it is %s', async (_how, damage) => {
    await createdKey();
    writeFileSync(keyFile(), damage(readFileSync(keyFile(), 'utf8')));
    expect(await provideKey(dir, aKeychain(), true)).toMatchObject({ state: 'damaged' });
  });

  test('is forged when somebody without the key mended the checksum', async () => {
    const { writeKeyDocument, readKeyDocument } = await import('./key-document.ts');
    await provideKey(dir, undefined, false);
    const document = readKeyDocument(readFileSync(keyFile()));
    if (!document) throw new Error('expected an intact document');
    writeFileSync(keyFile(), writeKeyDocument({ ...document, unseenCode: null }, 'ee'.repeat(32)));
    expect(await provideKey(dir, undefined, true)).toEqual({
      state: 'damaged',
      reason: 'KEY_FILE_FORGED',
    });
  });
});

describe('a disk that does not play along', () => {
  const failing = (code: string) => ({
    ...machineDisk,
    writeSynced: () => {
      throw Object.assign(new Error(code), { code });
    },
  });

  test.each([
    ['EROFS', 'FOLDER_NOT_WRITABLE'],
    ['EACCES', 'FOLDER_NOT_WRITABLE'],
    ['ENOSPC', 'DISK_FULL'],
  ])('%s on the first start is said as %s, and nothing throws', async (code, reason) => {
    expect(await provideKey(dir, undefined, false, failing(code))).toEqual({
      state: 'locked',
      reason,
    });
  });

  test('a full disk never hides a key that could be read', async () => {
    const { keyHex } = await createdKeyOf(await provideKey(dir, undefined, false));
    const key = await provideKey(dir, aKeychain(), true, failing('ENOSPC'));
    expect(key).toMatchObject({ state: 'ready', keyHex, protectedBy: 'file' });
  });

  test('a bug is not dressed up as a full disk', async () => {
    const broken = {
      ...machineDisk,
      writeSynced: () => {
        throw new TypeError('bug');
      },
    };
    await expect(provideKey(dir, undefined, false, broken)).rejects.toThrow('bug');
  });
});

async function createdKeyOf(key: ProvidedKey): Promise<{ readonly keyHex: string }> {
  const keyHex = openKeyOf(key);
  if (keyHex === undefined) throw new Error(`expected a key, got ${key.state}`);
  return { keyHex };
}
