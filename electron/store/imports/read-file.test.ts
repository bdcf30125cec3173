import { expect, test } from 'vitest';
import { LARGEST_FILE_MB } from '#shared/imports/file-limit.ts';
import { decodeImport, readImportFile } from './read-file.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const NAMES = 'Name\nJosé Łuczak 美咲\n';

test('UTF-8 reads with and without its mark, and the mark is no part of the text', async () => {
  const plain = Buffer.from(NAMES);
  expect(await decodeImport(plain)).toEqual({
    ok: true,
    value: { text: NAMES, encoding: 'utf-8' },
  });
  const marked = Buffer.concat([bytes(0xef, 0xbb, 0xbf), plain]);
  expect(await decodeImport(marked)).toEqual({
    ok: true,
    value: { text: NAMES, encoding: 'utf-8' },
  });
});

test('UTF-16 reads by its mark, either end first', async () => {
  const little = Buffer.concat([bytes(0xff, 0xfe), Buffer.from(NAMES, 'utf16le')]);
  expect(await decodeImport(little)).toEqual({
    ok: true,
    value: { text: NAMES, encoding: 'utf-16le' },
  });
  const big = Buffer.from(little).swap16();
  expect(await decodeImport(big)).toEqual({
    ok: true,
    value: { text: NAMES, encoding: 'utf-16be' },
  });
});

test('what is no UTF-8 reads as Windows-1252, curly quotes and euro too', async () => {
  const read = await decodeImport(bytes(0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x80, 0x20, 0x92));
  expect(read).toEqual({ ok: true, value: { text: 'José € ’', encoding: 'windows-1252' } });
});

test('one wrong byte far behind the first slice still decides for the whole file', async () => {
  const long = Buffer.concat([Buffer.from('é'.repeat(400_000)), bytes(0xe9, 0x0a)]);
  const read = await decodeImport(long);
  expect(read.ok && read.value.encoding).toBe('windows-1252');
  expect(read.ok && read.value.text.endsWith('Ã©é\n')).toBe(true);
});

test('a letter cut by the edge of a slice is whole again', async () => {
  const text = `a${'é'.repeat(300_000)}\n`;
  const read = await decodeImport(Buffer.from(text));
  expect(read.ok && read.value.text === text).toBe(true);
});

test.each([
  ['nothing', bytes()],
  ['only a mark', bytes(0xef, 0xbb, 0xbf)],
  ['only white space', Buffer.from(' \r\n\t\n')],
])('a file with %s is empty', async (_name, content) => {
  expect(await decodeImport(content)).toEqual({ ok: false, refusal: { code: 'IMPORT_EMPTY' } });
});

test.each([
  ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00)],
  ['UTF-16 without a mark', Buffer.from('Name\n', 'utf16le')],
  ['UTF-32', bytes(0xff, 0xfe, 0x00, 0x00, 0x4e, 0x00, 0x00, 0x00)],
  ['text with a NUL in it', Buffer.from('Name\nAn\0n\n')],
])('%s is no text', async (_name, content) => {
  expect(await decodeImport(content)).toEqual({ ok: false, refusal: { code: 'IMPORT_NOT_TEXT' } });
});

test('a file above the limit is refused before it is read', async () => {
  const size = LARGEST_FILE_MB * 1024 * 1024 + 1;
  const file = Object.defineProperties(new Blob([]), {
    size: { value: size },
    arrayBuffer: { value: () => Promise.reject(new Error('was read')) },
  });
  const refused = { ok: false, refusal: { code: 'IMPORT_TOO_LARGE', limitMb: 64 } };
  expect(await readImportFile(file)).toEqual(refused);
  expect(await decodeImport(new Uint8Array(size))).toEqual(refused);
});

test('a picked file reads like its bytes', async () => {
  expect(await readImportFile(new File([NAMES], 'names.csv'))).toEqual({
    ok: true,
    value: { text: NAMES, encoding: 'utf-8' },
  });
});
