import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aKeychain } from './fake-keychain.ts';
import { machineDisk, type KeyDisk } from './key-disk.ts';
import { provideKey } from './provide-key.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'key-file-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

class PowerCut extends Error {}

/** A disk whose power goes at the given changing step; a file being written is then torn in the middle. */
function diskUntil(step: number): { disk: KeyDisk; steps: () => number } {
  let taken = 0;
  const powered = () => {
    taken += 1;
    if (taken > step) throw new PowerCut();
  };
  const disk: KeyDisk = {
    ...machineDisk,
    writeSynced(file, bytes) {
      try {
        powered();
      } catch (cut) {
        writeFileSync(file, bytes.subarray(0, bytes.length / 2));
        throw cut;
      }
      machineDisk.writeSynced(file, bytes);
    },
    copySynced(from, to) {
      try {
        powered();
      } catch (cut) {
        writeFileSync(to, readFileSync(from).subarray(0, 100));
        throw cut;
      }
      machineDisk.copySynced(from, to);
    },
    rename: (from, to) => (powered(), machineDisk.rename(from, to)),
    remove: (file) => (powered(), machineDisk.remove(file)),
    syncFolder: (folder) => (powered(), machineDisk.syncFolder(folder)),
  };
  return { disk, steps: () => taken };
}

async function openFolder(name: string): Promise<{ dir: string; keyHex: string }> {
  const dir = path.join(root, name);
  const key = await provideKey(dir, undefined, false);
  if (key.state !== 'created') throw new Error('expected a new key');
  return { dir, keyHex: key.keyHex };
}

describe('a power cut while the key file is replaced', () => {
  test('leaves the old one or the new one at every step, and the next start puts it right', async () => {
    const { dir: filled, keyHex } = await openFolder('filled');
    const whole = diskUntil(Infinity);
    cpSync(filled, path.join(root, 'whole'), { recursive: true });
    await provideKey(path.join(root, 'whole'), aKeychain(), true, whole.disk);
    expect(whole.steps()).toBeGreaterThan(5);
    for (let step = 0; step <= whole.steps(); step += 1) {
      const dir = path.join(root, `cut-${step}`);
      cpSync(filled, dir, { recursive: true });
      await provideKey(dir, aKeychain(), true, diskUntil(step).disk).catch((error: unknown) => {
        if (!(error instanceof PowerCut)) throw error;
      });
      expect(await provideKey(dir, aKeychain(), true), `cut after step ${step}`).toMatchObject({
        state: 'ready',
        keyHex,
        protectedBy: 'keychain',
      });
      expect(readdirSync(dir), `cut after step ${step}`).toEqual(['key.json']);
    }
  });

  test('on the very first start leaves no key or a whole one', async () => {
    for (let step = 0; step <= 3; step += 1) {
      const dir = path.join(root, `first-${step}`);
      await provideKey(dir, undefined, false, diskUntil(step).disk).catch((error: unknown) => {
        if (!(error instanceof PowerCut)) throw error;
      });
      expect(await provideKey(dir, undefined, false)).toMatchObject({ state: 'created' });
    }
  });

  test('a new file that cannot be read back falls to its predecessor', async () => {
    const { dir, keyHex } = await openFolder('torn');
    cpSync(path.join(dir, 'key.json'), path.join(dir, 'key.json.old'));
    writeFileSync(path.join(dir, 'key.json'), 'torn');
    expect(await provideKey(dir, undefined, true)).toMatchObject({ state: 'ready', keyHex });
  });

  test('a replacement written in place, as it must not be, would lose the key', async () => {
    const { dir: filled } = await openFolder('planted');
    const inPlace = diskUntil(1).disk;
    const key = path.join(filled, 'key.json');
    const planted: KeyDisk = {
      ...inPlace,
      writeSynced: (_file, bytes) => {
        rmSync(key);
        writeFileSync(key, bytes.subarray(0, 50));
        throw new PowerCut();
      },
    };
    await expect(provideKey(filled, aKeychain(), true, planted)).rejects.toThrow(PowerCut);
    expect(await provideKey(filled, undefined, true)).toMatchObject({ state: 'damaged' });
  });
});
