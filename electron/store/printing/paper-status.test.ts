import { expect, test } from 'vitest';
import { readPaperStatus } from './paper-status.ts';

test.each([
  ['paper', 0x12],
  ['paper', 0x1e], // near its end: it still prints
  ['noPaper', 0x72],
  ['noPaper', 0x7e],
  [undefined, 0x00],
  [undefined, 0xff],
  [undefined, 0x41],
])('a printer says %s by the byte %i', (said, byte) => {
  expect(readPaperStatus(Uint8Array.of(byte))).toBe(said);
});

test('its word is found after others it says unasked', () => {
  expect(readPaperStatus(Uint8Array.of(0x41, 0x72))).toBe('noPaper');
  expect(readPaperStatus(new Uint8Array())).toBe(undefined);
});
