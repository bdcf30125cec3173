import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PhotoId } from '#shared/ids.ts';
import { aWebp } from '#shared/photos/a-webp.ts';
import { KEEP_REMOVED_MS, MAX_PHOTO_BYTES, MOST_PHOTOS } from '#shared/photos/limits.ts';
import type { PhotoSubject } from '#shared/photos/contract.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { makeBackup } from '../store/backup.ts';
import {
  findOrphanPhotoFiles,
  listWantedPhotoFiles,
  sweepPhotoFiles,
} from '../store/check-photos.ts';
import {
  openPhoto,
  photoContentHash,
  photoFileName,
  readPhotoFile,
  sealPhoto,
  writePhotoFiles,
} from '../store/photo-files.ts';
import { drillBackup, restoreBackup } from '../store/restore.ts';
import { storeFiles } from '../store/store-files.ts';
import { aPiece } from '../testing/a-sale.ts';
import { aShop, newId, openTestShop, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { addPhoto, checkPhoto } from './add-photo.ts';
import { arrangePhotos, captionPhoto, putBackPhoto, removePhoto } from './change-photo.ts';
import { findPhotoRow, listMainPhotos, listPhotos } from './find-photos.ts';

let shop: TestShop;
let ring: PhotoSubject;
beforeEach(() => {
  shop = aShop();
  ring = { kind: 'piece', id: aPiece(shop, { stockNumber: 'R-1', priceCents: 10_000 }) };
});
afterEach(() => shop.close());

const folder = () => storeFiles(shop.dataDir).photos;
const place = (contentHash: string) => ({ folder: folder(), keyHex: shop.keyHex, contentHash });
const thumb = aWebp({ widthPx: 320, heightPx: 240 });
const shown = () => listPhotos(shop.writer, ring).map((photo) => photo.photoId);

async function add(shade: number, subject = ring, keepRow = true) {
  const photo = aWebp({ shade });
  const contentHash = photoContentHash(photo);
  await writePhotoFiles(place(contentHash), { full: photo, thumb });
  if (!keepRow) return { photo, contentHash, answer: undefined };
  const command = shop.context('photos.add');
  const input = {
    subject,
    contentHash,
    size: { widthPx: 640, heightPx: 480 },
    photoBytes: photo.length,
    thumbBytes: thumb.length,
  };
  const answer = shop.writer.write(command, input, (tx) => addPhoto(tx, command, input));
  return { photo, contentHash, answer };
}

async function added(shade: number) {
  const { photo, contentHash, answer } = await add(shade);
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer));
  return { photo, contentHash, photoId: answer.value.photoId };
}

function act<Value, R extends Refusal>(
  run: (tx: WriteTx, context: CommandContext) => Result<Value, R>,
  nowMs = TEST_NOW_MS,
) {
  const command = shop.context('photos.change', { nowMs });
  return shop.writer.write(command, null, (tx) => run(tx, command));
}

const reopened = () => {
  const { dataDir, keyHex, owner, manager, counter } = shop;
  return openTestShop(dataDir, keyHex, { owner, manager, counter });
};

const remove = (photoId: PhotoId) => act((tx, context) => removePhoto(tx, context, { photoId }));
const putBack = (photoId: PhotoId, nowMs = TEST_NOW_MS) =>
  act((tx, context) => putBackPhoto(tx, context, { photoId }), nowMs);

describe('photos of a piece', () => {
  test('stand in the order they came, and the first is the main one', async () => {
    const first = await added(1);
    const second = await added(2);
    expect(shown()).toEqual([first.photoId, second.photoId]);
    expect(listMainPhotos(shop.writer, { kind: 'piece', ids: [ring.id, newId('piece')] })).toEqual({
      [ring.id]: first.photoId,
    });
    expect(
      act((tx, context) =>
        arrangePhotos(tx, context, { subject: ring, photoIds: [second.photoId, first.photoId] }),
      ),
    ).toMatchObject({ ok: true });
    expect(shown()).toEqual([second.photoId, first.photoId]);
    expect(
      act((tx, context) =>
        captionPhoto(tx, context, { photoId: first.photoId, caption: 'hallmark' }),
      ),
    ).toMatchObject({
      ok: true,
    });
    expect(listPhotos(shop.writer, ring)[1]).toMatchObject({ caption: 'hallmark' });
  });

  test('are kept once, however often the same one is added; another subject has its own', async () => {
    const first = await added(1);
    expect((await add(1)).answer).toEqual({
      ok: true,
      value: { photoId: first.photoId, alreadyThere: true },
    });
    const other: PhotoSubject = {
      kind: 'piece',
      id: aPiece(shop, { stockNumber: 'R-2', priceCents: 10_000 }),
    };
    const again = await add(1, other);
    expect(again.answer).toMatchObject({ value: { alreadyThere: false } });
    expect(listPhotos(shop.writer, other)).toHaveLength(1);
    expect(shown()).toEqual([first.photoId]);
  });

  test('a removed one goes and comes back in its place; after thirty days it is gone', async () => {
    const first = await added(1);
    const second = await added(2);
    expect(remove(first.photoId)).toMatchObject({ ok: true });
    expect(shown()).toEqual([second.photoId]);
    expect(putBack(first.photoId)).toMatchObject({ ok: true });
    expect(shown()).toEqual([first.photoId, second.photoId]);
    remove(first.photoId);
    expect(putBack(first.photoId, TEST_NOW_MS + KEEP_REMOVED_MS + 1)).toEqual({
      ok: false,
      refusal: { code: 'PHOTO_GONE' },
    });
    expect((await add(1)).answer).toMatchObject({ value: { alreadyThere: false } });
    expect(shown()).toEqual([second.photoId, first.photoId]);
  });

  test('one of nothing, one of nobody and one too many are refused', async () => {
    const noPiece = { kind: 'piece', id: newId('piece') } as const;
    const nobody = { kind: 'customer', id: newId('customer') } as const;
    for (const subject of [noPiece, nobody])
      expect((await add(1, subject)).answer).toEqual({
        ok: false,
        refusal: { code: 'PHOTO_SUBJECT_NOT_FOUND' },
      });
    expect(remove(newId('photo'))).toEqual({
      ok: false,
      refusal: { code: 'PHOTO_NOT_FOUND' },
    });
    for (let shade = 0; shade < MOST_PHOTOS; shade++) await added(shade);
    expect((await add(99)).answer).toEqual({
      ok: false,
      refusal: { code: 'PHOTO_TOO_MANY', most: MOST_PHOTOS },
    });
  });

  test('are looked at before they are kept: kind, weight and size', () => {
    const refusal = (photo: Uint8Array, small: Uint8Array = thumb) => {
      const checked = checkPhoto(photo, small);
      return checked.ok ? 'kept' : checked.refusal.code;
    };
    expect(refusal(aWebp())).toBe('kept');
    expect(refusal(aWebp(), aWebp())).toBe('PHOTO_TOO_LARGE');
    expect(refusal(aWebp({ widthPx: 2049 }))).toBe('PHOTO_TOO_LARGE');
    expect(refusal(aWebp({ widthPx: 16_383, heightPx: 16_383 }))).toBe('PHOTO_TOO_LARGE');
    expect(refusal(new Uint8Array(MAX_PHOTO_BYTES + 1))).toBe('PHOTO_TOO_LARGE');
    expect(refusal(Buffer.from('not a photo, only words of some length'))).toBe('PHOTO_UNREADABLE');
    expect(refusal(aWebp(), Buffer.from('nor is this'))).toBe('PHOTO_UNREADABLE');
  });
});

describe('the files of photos', () => {
  test('hold nothing that can be read without the key, not even in their names', async () => {
    const { photo, contentHash } = await added(1);
    const name = photoFileName(shop.keyHex, contentHash, 'full');
    const stored = readFileSync(path.join(folder(), name));
    expect(stored.includes(Buffer.from('WEBP'))).toBe(false);
    expect(stored.includes(Buffer.from(photo.subarray(40)))).toBe(false);
    expect(name).not.toContain(contentHash.slice(0, 8));
    expect(readPhotoFile(place(contentHash), 'full')).toEqual(Buffer.from(photo));
    expect(readPhotoFile(place(contentHash), 'thumb')).toEqual(Buffer.from(thumb));
  });

  test('open with no other key, not as another photo and not as another part', () => {
    const photo = aWebp();
    const hash = photoContentHash(photo);
    const sealed = sealPhoto(shop.keyHex, hash, 'full', photo);
    expect(openPhoto(shop.keyHex, hash, 'full', sealed)).toEqual(Buffer.from(photo));
    expect(openPhoto('00'.repeat(32), hash, 'full', sealed)).toBeUndefined();
    expect(openPhoto(shop.keyHex, photoContentHash(thumb), 'full', sealed)).toBeUndefined();
    expect(openPhoto(shop.keyHex, hash, 'thumb', sealed)).toBeUndefined();
  });

  test('are refused with any single bit changed, and with any end cut off', () => {
    const photo = aWebp();
    const hash = photoContentHash(photo);
    const sealed = sealPhoto(shop.keyHex, hash, 'full', photo);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openPhoto(shop.keyHex, hash, 'full', flipped)).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(openPhoto(shop.keyHex, hash, 'full', sealed.subarray(0, length))).toBeUndefined();
  });

  test('that are lost or damaged are said to be so; added again they are whole', async () => {
    const { contentHash } = await added(1);
    const file = path.join(folder(), photoFileName(shop.keyHex, contentHash, 'full'));
    writeFileSync(file, 'half a ph');
    expect(readPhotoFile(place(contentHash), 'full')).toBe('damaged');
    rmSync(file);
    expect(readPhotoFile(place(contentHash), 'full')).toBe('missing');
    await add(1);
    expect(readPhotoFile(place(contentHash), 'full')).toBeInstanceOf(Buffer);
  });

  test('left by a crash before their row are swept after an hour, others never', async () => {
    const kept = await added(1);
    const removed = await added(2);
    remove(removed.photoId);
    const crashed = await add(3, ring, false);
    const orphan = path.join(folder(), photoFileName(shop.keyHex, crashed.contentHash, 'full'));
    const sweep = (nowMs: number, old: boolean) => {
      const wanted = listWantedPhotoFiles(shop.writer.sqlite, shop.keyHex, nowMs);
      const orphans = findOrphanPhotoFiles(folder(), wanted);
      for (const name of orphans) if (old) utimesSync(path.join(folder(), name), 1, 1);
      return sweepPhotoFiles(folder(), orphans, Date.now());
    };
    expect(sweep(TEST_NOW_MS, false)).toBe(0);
    expect(existsSync(orphan)).toBe(true);
    expect(sweep(TEST_NOW_MS, true)).toBe(2);
    expect(existsSync(orphan)).toBe(false);
    expect(readPhotoFile(place(kept.contentHash), 'full')).toBeInstanceOf(Buffer);
    expect(readPhotoFile(place(removed.contentHash), 'full')).toBeInstanceOf(Buffer);
    expect(sweep(TEST_NOW_MS + KEEP_REMOVED_MS + 1, true)).toBe(2);
    expect(readPhotoFile(place(removed.contentHash), 'full')).toBe('missing');
    expect(findPhotoRow(shop.writer, removed.photoId)).toBeDefined();
  });
});

describe('a backup', () => {
  const backUp = (nowMs = TEST_NOW_MS) => {
    const made = makeBackup({
      database: storeFiles(shop.dataDir).database,
      keyHex: shop.keyHex,
      folder: storeFiles(shop.dataDir).backups,
      reason: 'demand',
      nowMs,
      wrappedKey: {},
    });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    return made.value.backupId;
  };
  const order = (backupId: string) => ({
    dataDir: shop.dataDir,
    backupId,
    keyHex: shop.keyHex,
    machine: 'test-machine',
    nowMs: TEST_NOW_MS,
    newestHere: null,
    newId,
  });
  const fileIn = (backupId: string, contentHash: string) =>
    path.join(
      storeFiles(shop.dataDir).backups,
      backupId,
      'photos',
      photoFileName(shop.keyHex, contentHash, 'full'),
    );

  test('has the photos, and a restore brings them back, later ones aside', async () => {
    const first = await added(1);
    const backupId = backUp();
    const later = await added(2);
    expect(drillBackup(order(backupId))).toMatchObject({
      value: { photoCount: 1, photosMissing: 0 },
    });
    shop.writer.close();
    rmSync(path.join(folder(), photoFileName(shop.keyHex, first.contentHash, 'full')));
    expect(restoreBackup(order(backupId))).toMatchObject({ value: { photosMissing: 0 } });
    shop = reopened();
    expect(shown()).toEqual([first.photoId]);
    expect(readPhotoFile(place(first.contentHash), 'full')).toEqual(Buffer.from(first.photo));
    expect(readPhotoFile(place(later.contentHash), 'full')).toBe('missing');
    const [evidence = ''] = readdirSync(storeFiles(shop.dataDir).evidence);
    const aside = path.join(storeFiles(shop.dataDir).evidence, evidence, 'photos');
    expect(readPhotoFile({ ...place(later.contentHash), folder: aside }, 'full')).toBeInstanceOf(
      Buffer,
    );
  });

  test('after another is whole by itself, though it copies only what is new', async () => {
    const first = await added(1);
    const earlier = backUp();
    const second = await added(2);
    const later = backUp(TEST_NOW_MS + 1);
    rmSync(path.join(storeFiles(shop.dataDir).backups, earlier), { recursive: true });
    for (const { contentHash } of [first, second])
      expect(existsSync(fileIn(later, contentHash))).toBe(true);
    expect(drillBackup(order(later))).toMatchObject({ value: { photoCount: 2, photosMissing: 0 } });
  });

  test('with a photo lost or one bit of it changed still brings the shop back, and says so', async () => {
    const first = await added(1);
    const second = await added(2);
    const backupId = backUp();
    rmSync(fileIn(backupId, first.contentHash));
    const damaged = readFileSync(fileIn(backupId, second.contentHash));
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    writeFileSync(fileIn(backupId, second.contentHash), damaged);
    expect(drillBackup(order(backupId))).toMatchObject({
      value: { photoCount: 2, photosMissing: 1 },
    });
    shop.writer.close();
    expect(restoreBackup(order(backupId))).toMatchObject({ value: { photosMissing: 2 } });
    shop = reopened();
    expect(shown()).toHaveLength(2);
    expect(readPhotoFile(place(second.contentHash), 'full')).toBe('missing');
  });
});
