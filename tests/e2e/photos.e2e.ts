import type { Page } from '@playwright/test';
import type { PhotoSubject } from '#shared/photos/contract.ts';
import { readWebp } from '#shared/photos/webp.ts';
import { newId, OLIVE, readStore, RING } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

/** Says where it was taken, by what, and that it was held on its side. */
function withExif(jpeg: Buffer): Buffer {
  const tiff = Buffer.alloc(64);
  tiff.write('MM\0\u002a\0\0\0\u0008', 'latin1');
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x0112, 10); // orientation: turned to the right
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(6, 18);
  tiff.writeUInt16BE(0x8825, 22); // where the GPS lies
  tiff.writeUInt16BE(4, 24);
  tiff.writeUInt32BE(1, 26);
  tiff.writeUInt32BE(38, 30);
  tiff.write('GPS 36.1627 N 86.7816 W', 40, 'latin1');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A drawing as a camera's file: wider than high. */
async function aJpeg(page: Page, hue: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (shade) => {
    const canvas = new OffscreenCanvas(2400, 1200);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no pen');
    pen.fillStyle = `hsl(${shade} 30% 82%)`;
    pen.fillRect(0, 0, 2400, 1200);
    pen.lineWidth = 70;
    pen.strokeStyle = '#b8912f';
    pen.beginPath();
    pen.arc(1200, 720, 330, 0, 7);
    pen.stroke();
    pen.fillStyle = '#eef6ff';
    pen.fillRect(1090, 240, 220, 190);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, hue);
  return Buffer.from(base64, 'base64');
}

const card = (page: Page) => page.getByRole('region', { name: 'Photos' });
const thumbs = (page: Page) => card(page).locator('img');

async function openRing(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/stock';
  });
  await page.getByRole('row', { name: new RegExp(RING.stockNumber) }).click();
  await expect(card(page)).toBeVisible();
}

test('a photo from a file is made small, turned as it was held, and says no more where it was taken', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(OLIVE);
  await openRing(page);
  const source = withExif(await aJpeg(page, 210));
  expect(source.includes('GPS 36.1627')).toBe(true);
  const input = card(page).locator('input[type=file]');
  await input.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: source });
  await expect(thumbs(page)).toHaveCount(1);

  // The same once more is there already; a paper that is called a photo is none.
  await input.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: source });
  await expect(page.getByText('This photo is here already.')).toBeVisible();
  await input.setInputFiles({
    name: 'bill.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('%PDF-1.7 a bill, and no photo'),
  });
  await expect(card(page)).toContainText('bill.jpg: This is not a photo that can be read.');
  await expect(thumbs(page)).toHaveCount(1);
  await app.close();

  const kept = await readStore(dataFolder, async (client) => {
    const [piece] = await client.stock.findByCode({ code: RING.stockNumber });
    if (!piece) throw new Error('no ring');
    const subject: PhotoSubject = { kind: 'piece', id: piece.pieceId };
    const [photo] = await client.photos.list({ subject });
    if (!photo) throw new Error('no photo');
    const bytes = await client.photos.bytes({ photoId: photo.photoId, size: 'full' });
    if (bytes.state !== 'here') throw new Error(bytes.state);
    const nobody: PhotoSubject = { kind: 'customer', id: newId('customer') };
    const raw = new File([new Uint8Array(source)], 'photo.webp', { type: 'image/webp' });
    const refused = await client.photos.add({
      commandId: newId('command'),
      subject: nobody,
      photo: raw,
      thumb: raw,
    });
    return { photo, bytes: Buffer.from(await bytes.file.arrayBuffer()), refused };
  });
  expect(readWebp(kept.bytes)).toEqual({ ok: true, value: { widthPx: 1024, heightPx: 2048 } });
  expect(kept.photo).toMatchObject({ widthPx: 1024, heightPx: 2048, addedBy: OLIVE.name });
  for (const word of ['Exif', 'GPS', 'EXIF', 'XMP ']) expect(kept.bytes.includes(word)).toBe(false);
  expect(kept.refused).toMatchObject({
    ok: false,
    refusal: { code: expect.stringMatching(/^PHOTO_/) },
  });
});

test('photos are looked at by keys alone: arrows, main photo, removal and its way back', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await openRing(page);
  const input = card(page).locator('input[type=file]');
  const files = [];
  for (const hue of [30, 210])
    files.push({ name: `${hue}.jpg`, mimeType: 'image/jpeg', buffer: await aJpeg(page, hue) });
  await input.setInputFiles(files);
  await expect(thumbs(page)).toHaveCount(2);
  await page.getByRole('button', { name: /^Photo 1 of 2/ }).focus();
  await counter.key('Enter');
  const viewer = page.getByRole('dialog', { name: RING.description });
  await expect(viewer).toContainText('1 of 2 · main photo');
  await counter.key('ArrowRight');
  await expect(viewer).toContainText('2 of 2');
  await page.screenshot({ path: test.info().outputPath('viewer.png') });
  await counter.key('m');
  await expect(viewer).toContainText('1 of 2 · main photo');
  await counter.key('Delete');
  await expect(viewer).toContainText('1 of 1');
  await counter.key('Escape');
  await expect(thumbs(page)).toHaveCount(1);
  await counter.key('Control+z');
  await expect(thumbs(page)).toHaveCount(2);
  await page.screenshot({ path: test.info().outputPath('card.png') });
  await page.evaluate(() => {
    location.hash = '#/stock';
  });
  await expect(page.locator('main .photo-row img')).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath('list.png') });
});

test.describe('with a camera', () => {
  test.use({
    switches: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

  test('Space takes photo after photo, and Esc leads back to the piece', async ({ openShop }) => {
    const { counter, page } = await openShop();
    await counter.signIn(OLIVE);
    await openRing(page);
    await counter.key('p');
    const camera = page.getByRole('dialog', { name: 'Take photos' });
    await expect(camera.locator('video')).toBeVisible();
    await expect
      .poll(() => camera.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
    await counter.key('Space');
    await expect(camera).toContainText('1 photo taken');
    await counter.key('Space');
    await expect(camera).toContainText('2 photos taken');
    await page.screenshot({ path: test.info().outputPath('camera.png') });
    await counter.key('Escape');
    await expect(camera).toHaveCount(0);
    await expect(thumbs(page)).toHaveCount(2);
  });
});

test('without a camera the window says so and what to do', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await openRing(page);
  await counter.key('p');
  const camera = page.getByRole('dialog', { name: 'Take photos' });
  await expect(camera).toContainText(/No camera was found|may not use the camera/);
  await page.screenshot({ path: test.info().outputPath('no-camera.png') });
  await counter.key('Escape');
  await expect(camera).toHaveCount(0);
});
