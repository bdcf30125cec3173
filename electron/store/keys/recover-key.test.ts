import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installKey, unwrapFromBackup, wrapForBackup } from './backup-key.ts';
import { aKeychain } from './fake-keychain.ts';
import { provideKey } from './provide-key.ts';
import { keepKey, recoverKey } from './recover-key.ts';
import { formatRecoveryCode } from './recovery-code.ts';

let dir: string;
let keyHex: string;
let recoveryCode: string;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'recover-'));
  const key = await provideKey(dir, aKeychain(), false);
  if (key.state !== 'created') throw new Error('expected a new key');
  ({ keyHex, recoveryCode } = key);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const keyFile = () => path.join(dir, 'key.json');
const otherCode = formatRecoveryCode(Buffer.alloc(16, 5));
const refusal = (code: string) => ({ ok: false, refusal: { code } });
const gone = aKeychain({ unwrap: () => Promise.reject(new Error('another login')) });

describe('the printed code', () => {
  test('gives the key back after the keychain forgot it, and the keychain keeps it again', async () => {
    expect(await provideKey(dir, gone, true)).toMatchObject({ state: 'locked' });
    const fresh = aKeychain({ name: 'new_login' });
    expect(await recoverKey(dir, fresh, recoveryCode)).toEqual({
      ok: true,
      value: { keyHex, protectedBy: 'keychain' },
    });
    expect(readFileSync(keyFile(), 'utf8')).toContain('new_login');
    expect(await provideKey(dir, fresh, true)).toEqual({
      state: 'ready',
      keyHex,
      protectedBy: 'keychain',
    });
  });

  test('read without a keychain writes nothing; main then keeps the key', async () => {
    const before = readFileSync(keyFile());
    expect(await recoverKey(dir, undefined, recoveryCode)).toMatchObject({
      ok: true,
      value: { keyHex },
    });
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
    expect(await keepKey(dir, undefined, keyHex)).toBe('keychain');
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
    expect(await keepKey(dir, gone, keyHex)).toBe('file');
    expect(await provideKey(dir, undefined, true)).toMatchObject({
      state: 'ready',
      protectedBy: 'file',
    });
  });

  test('of another store is refused, a typing mistake is called one, and nothing changes', async () => {
    const before = readFileSync(keyFile());
    expect(await recoverKey(dir, aKeychain(), otherCode)).toEqual(refusal('RECOVERY_CODE_WRONG'));
    const typo = recoveryCode.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await recoverKey(dir, aKeychain(), typo)).toEqual(refusal('RECOVERY_CODE_MALFORMED'));
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
  });

  test('has nothing to open where the key file is gone', async () => {
    rmSync(keyFile());
    expect(await recoverKey(dir, aKeychain(), recoveryCode)).toEqual(refusal('KEY_FILE_MISSING'));
    await expect(keepKey(dir, aKeychain(), keyHex)).rejects.toThrow();
  });

  test('mends a key file that was damaged outside the part it opens, and keeps the damaged one', async () => {
    const damaged = readFileSync(keyFile(), 'utf8').replace('test_keychain', 'test_keychaim');
    writeFileSync(keyFile(), damaged);
    expect(await provideKey(dir, aKeychain(), true)).toMatchObject({ state: 'damaged' });
    expect(await recoverKey(dir, aKeychain(), recoveryCode)).toMatchObject({
      ok: true,
      value: { keyHex },
    });
    expect(await provideKey(dir, aKeychain(), true)).toMatchObject({ state: 'ready', keyHex });
    expect(readFileSync(path.join(dir, 'key.json.damaged'), 'utf8')).toBe(damaged);
  });

  test('is not called wrong when it is the file that is damaged', async () => {
    const text = readFileSync(keyFile(), 'utf8');
    writeFileSync(
      keyFile(),
      text.replace(
        /("sealed": ")(.)/,
        (_all, head: string, digit: string) => head + (digit === '0' ? '1' : '0'),
      ),
    );
    expect(await recoverKey(dir, aKeychain(), recoveryCode)).toEqual(refusal('KEY_FILE_MISSING'));
    writeFileSync(keyFile(), 'rubbish');
    expect(await recoverKey(dir, aKeychain(), recoveryCode)).toEqual(refusal('KEY_FILE_MISSING'));
  });
});

describe('the wrapped key that a backup carries', () => {
  test('opens on another PC with the code, and that PC keeps it in its own keychain', async () => {
    const carried: unknown = JSON.parse(JSON.stringify(wrapForBackup(dir)));
    expect(JSON.stringify(carried)).not.toContain(keyHex);
    expect(unwrapFromBackup(carried, recoveryCode)).toEqual({ ok: true, value: { keyHex } });
    const elsewhere = path.join(dir, 'new-pc');
    const blob = wrapForBackup(dir);
    expect(await installKey(elsewhere, aKeychain(), keyHex, blob)).toBe('keychain');
    expect(await provideKey(elsewhere, aKeychain(), true)).toEqual({
      state: 'ready',
      keyHex,
      protectedBy: 'keychain',
    });
    expect(wrapForBackup(elsewhere)).toEqual(blob);
  });

  test('does not open with another code, a typo, or when it is no wrapped key', () => {
    const blob = wrapForBackup(dir);
    expect(unwrapFromBackup(blob, otherCode)).toEqual(refusal('RECOVERY_CODE_WRONG'));
    expect(unwrapFromBackup(blob, 'abc')).toEqual(refusal('RECOVERY_CODE_MALFORMED'));
    for (const junk of [
      undefined,
      null,
      5,
      'x',
      [],
      {},
      { ...blob, version: 2 },
      { ...blob, more: 1 },
    ]) {
      expect(unwrapFromBackup(junk, recoveryCode)).toEqual(refusal('BACKUP_KEY_UNREADABLE'));
    }
  });

  test('is never cut from a key file that is missing or damaged', () => {
    writeFileSync(keyFile(), 'rubbish');
    expect(() => wrapForBackup(dir)).toThrow('damaged');
    rmSync(keyFile());
    expect(() => wrapForBackup(dir)).toThrow('missing');
  });

  test('installed over another key sets that one aside and never overwrites it', async () => {
    const before = readFileSync(keyFile());
    const other = path.join(dir, 'other');
    const theirs = await provideKey(other, undefined, false);
    if (theirs.state !== 'created') throw new Error('expected a new key');
    await installKey(dir, aKeychain(), theirs.keyHex, wrapForBackup(other));
    expect(readFileSync(path.join(dir, 'key.json.aside-1')).equals(before)).toBe(true);
    await installKey(dir, aKeychain(), theirs.keyHex, wrapForBackup(other));
    expect(readdirSync(dir).toSorted()).toEqual(['key.json', 'key.json.aside-1', 'other']);
    await expect(installKey(dir, aKeychain(), 'short', wrapForBackup(other))).rejects.toThrow(
      RangeError,
    );
  });
});
