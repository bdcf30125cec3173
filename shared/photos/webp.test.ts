import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aWebp } from './a-webp.ts';
import { readSourceSize } from './source-size.ts';
import { barePicture, readWebp } from './webp.ts';

const code = (bytes: Uint8Array) => {
  const read = readWebp(bytes);
  return read.ok ? read.value : read.refusal.code;
};
const bytesOf = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

describe('what is kept as a photo', () => {
  test('a still WebP picture tells its size, simple or extended', () => {
    expect(code(aWebp())).toEqual({ widthPx: 640, heightPx: 480 });
    expect(code(aWebp({ flags: 0x10, widthPx: 2048, heightPx: 1 }))).toEqual({
      widthPx: 2048,
      heightPx: 1,
    });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['words', bytesOf('%PDF-1.7 a bill of sale, longer than a head')],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(40))],
    ['a page with a picture’s first letters', bytesOf('RIFF<script>alert(1)</script> and more')],
  ])('%s is no photo', (_what, bytes) => {
    expect(code(bytes)).toBe('PHOTO_UNREADABLE');
  });

  test('a photo cut short anywhere is refused', () => {
    const whole = aWebp({ flags: 0 });
    for (let length = 0; length < whole.length; length++)
      expect(code(whole.subarray(0, length))).toBe('PHOTO_UNREADABLE');
  });

  test('nothing may hang on behind the picture: a file that is two things at once is refused', () => {
    const whole = aWebp();
    const tail = bytesOf('PK\u0003\u0004 an archive');
    const both = new Uint8Array([...whole, ...tail]);
    expect(code(both)).toBe('PHOTO_UNREADABLE');
    // With a head that counts the tail in, the tail is a chunk nobody knows, or none at all.
    new DataView(both.buffer).setUint32(4, both.length - 8, true);
    expect(code(both)).toBe('PHOTO_UNREADABLE');
    expect(code(aWebp({ more: [['PK\u0003\u0004', tail]] }))).toBe('PHOTO_CARRIES_DATA');
    expect(code(aWebp({ more: [['VP8 ', tail]] }))).toBe('PHOTO_UNREADABLE');
  });

  test.each(['EXIF', 'XMP ', 'ICCP', 'JUNK'])('a %s chunk is refused', (name) => {
    expect(code(aWebp({ flags: 0, more: [[name, bytesOf('GPS 36.1 N 86.8 W')]] }))).toBe(
      'PHOTO_CARRIES_DATA',
    );
  });

  test('a head that promises such data is refused without it too', () => {
    for (const flags of [0x04, 0x08, 0x20])
      expect(code(aWebp({ flags }))).toBe('PHOTO_CARRIES_DATA');
  });

  test('a browser’s picture is bared of its profile and is the same picture', () => {
    const drawn = aWebp({ flags: 0x20, more: [['ICCP', bytesOf('sRGB')]] });
    expect(code(drawn)).toBe('PHOTO_CARRIES_DATA');
    expect(barePicture(drawn)).toEqual(aWebp());
    expect(barePicture(aWebp())).toEqual(aWebp());
    expect(barePicture(bytesOf('no picture at all, whatever it says'))).toBeUndefined();
  });

  test('a moving picture is refused by its chunks and by its head', () => {
    expect(code(aWebp({ flags: 0x02 }))).toBe('PHOTO_ANIMATED');
    expect(code(aWebp({ flags: 0, more: [['ANIM', new Uint8Array(6)]] }))).toBe('PHOTO_ANIMATED');
  });

  test('a head of another size than its picture is refused', () => {
    const lying = aWebp({ flags: 0 });
    lying[24] = 1;
    expect(code(lying)).toBe('PHOTO_UNREADABLE');
  });

  test('any bytes at all are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, behind) => {
        const bytes = behind ? new Uint8Array([...aWebp({ flags: 0 }), ...noise]) : noise;
        readWebp(bytes);
        readSourceSize(bytes);
      }),
    );
  });
});

describe('the size that a file from outside claims', () => {
  test('is read from JPEG, PNG and WebP', () => {
    const jpeg = Uint8Array.from(
      'ffd8 ffe1 0004 0102 ffc4 0003 09 ffc2 0011 08 0bb8 0fa0 03 0000'
        .replaceAll(' ', '')
        .match(/../g) ?? [],
      (byte) => Number.parseInt(byte, 16),
    );
    expect(readSourceSize(jpeg)).toEqual({ widthPx: 4000, heightPx: 3000 });
    const png = new Uint8Array(33);
    png.set([137, 80, 78, 71, 13, 10, 26, 10]);
    new DataView(png.buffer).setUint32(16, 60_000);
    new DataView(png.buffer).setUint32(20, 50_000);
    expect(readSourceSize(png)).toEqual({ widthPx: 60_000, heightPx: 50_000 });
    expect(readSourceSize(aWebp())).toEqual({ widthPx: 640, heightPx: 480 });
    expect(readSourceSize(aWebp({ flags: 0 }))).toEqual({ widthPx: 640, heightPx: 480 });
  });

  test('is unknown of anything else', () => {
    expect(readSourceSize(bytesOf('<svg width="9" height="9"/>'))).toBeUndefined();
    expect(readSourceSize(bytesOf('GIF89a and more than thirty bytes of it'))).toBeUndefined();
  });
});
