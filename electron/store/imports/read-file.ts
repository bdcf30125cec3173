import type { ReadFileRefusal } from '#shared/imports/contract.ts';
import { tooLarge } from '#shared/imports/file-limit.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Decoded between two turns of the event loop: well under a millisecond. */
const SLICE_BYTES = 256 * 1024;

export type ImportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface ImportText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: ImportEncoding;
}

/**
 * Turns a picked file into text: UTF-8 with or without a byte order mark, UTF-16 with one, and Windows-1252 where
 * the bytes are no UTF-8. Gives way to sales after every slice.
 *
 * Refuses with `IMPORT_TOO_LARGE` above 64 MB, `IMPORT_EMPTY` when there is nothing but white space, and
 * `IMPORT_NOT_TEXT` when a NUL shows that a program wrote it for itself (a workbook, a picture).
 */
export async function readImportFile(file: Blob): Promise<Result<ImportText, ReadFileRefusal>> {
  const refusal = tooLarge(file.size);
  if (refusal) return refuse(refusal);
  return decodeImport(new Uint8Array(await file.arrayBuffer()));
}

/** As `readImportFile`, for bytes in hand. */
export async function decodeImport(
  bytes: Uint8Array,
): Promise<Result<ImportText, ReadFileRefusal>> {
  const refusal = tooLarge(bytes.length);
  if (refusal) return refuse(refusal);
  const marked = markedEncoding(bytes);
  const asMarked = await decode(bytes, marked ?? 'utf-8');
  const decoded = asMarked ?? (await decode(bytes, 'windows-1252'));
  if (!decoded || decoded.hasNul) return refuse({ code: 'IMPORT_NOT_TEXT' });
  if (!/\S/.test(decoded.text)) return refuse({ code: 'IMPORT_EMPTY' });
  return ok({ text: decoded.text, encoding: asMarked ? (marked ?? 'utf-8') : 'windows-1252' });
}

function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

interface Decoded {
  readonly text: string;
  readonly hasNul: boolean;
}

/** Undefined when the bytes are no UTF-8. A broken UTF-16 pair becomes `\uFFFD`, which the row readers report. */
async function decode(bytes: Uint8Array, encoding: ImportEncoding): Promise<Decoded | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const parts: string[] = [];
  let hasNul = false;
  try {
    for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
      const part = decoder.decode(bytes.subarray(start, start + SLICE_BYTES), { stream: true });
      // Looked for slice by slice: over a whole file even this would hold up a sale.
      hasNul ||= part.includes('\0');
      parts.push(part);
      await nextTurn();
    }
    parts.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  return { text: parts.join(''), hasNul };
}
