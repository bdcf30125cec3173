import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { recoveryBlob, sealedText, subkey } from './recovery-blob.ts';

const keyHex = z.string().regex(/^[0-9a-f]{64}$/);
const digestHex = keyHex;

const keyContents = z.strictObject({
  format: z.literal('jewelai-counter-key'),
  version: z.literal(1),
  /** Where there is no keychain the key lies open in this file, which is 0600; Settings says so aloud. */
  protection: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('keychain'),
      name: z.string().max(100),
      wrapped: z.string().regex(/^(?:[0-9a-f]{2}){1,16384}$/),
    }),
    z.strictObject({ by: z.literal('file'), keyHex }),
  ]),
  recovery: recoveryBlob,
  /** The recovery code under the database key, from its making until the owner says it is on paper. */
  unseenCode: sealedText.nullable(),
});

const keyDocument = keyContents.extend({ seal: digestHex, sha256: digestHex });

export type KeyContents = Readonly<z.infer<typeof keyContents>>;
export type KeyProtection = KeyContents['protection'];
export type KeyDocument = Readonly<z.infer<typeof keyDocument>>;

/** True for 64 lower-case hex digits: a raw 256-bit database key. */
export function isKeyHex(text: unknown): text is string {
  return keyHex.safeParse(text).success;
}

/** The bytes of `key.json`: the contents, their seal under the key itself, and a checksum over all of it. */
export function writeKeyDocument(contents: KeyContents, key: string): Buffer {
  const sealed = { ...orderContents(contents), seal: sealContents(contents, key) };
  return Buffer.from(`${JSON.stringify({ ...sealed, sha256: checksum(sealed) }, undefined, 2)}\n`);
}

/**
 * Reads the bytes of `key.json`, or answers undefined when any bit of them is not as it was written.
 *
 * Only the one way of writing a document is accepted, byte for byte, so a flip in white space shows too.
 */
export function readKeyDocument(bytes: Buffer): KeyDocument | undefined {
  const parsed = keyDocument.safeParse(parseJson(bytes));
  if (!parsed.success) return undefined;
  const { seal } = parsed.data;
  const sealed = { ...orderContents(parsed.data), seal };
  const whole = { ...sealed, sha256: checksum(sealed) };
  const written = Buffer.from(`${JSON.stringify(whole, undefined, 2)}\n`);
  return written.equals(bytes) ? parsed.data : undefined;
}

/** The part the recovery code opens, out of a file that is otherwise damaged: it carries its own tag. */
export function salvageRecovery(bytes: Buffer): KeyContents['recovery'] | undefined {
  const salvaged = z.object({ recovery: recoveryBlob }).safeParse(parseJson(bytes));
  return salvaged.success ? salvaged.data.recovery : undefined;
}

/** True when this key wrote the document: somebody without it may mend the checksum, but not the seal. */
export function isSealedBy(document: KeyDocument, key: string): boolean {
  const seal = Buffer.from(sealContents(document, key), 'hex');
  return timingSafeEqual(seal, Buffer.from(document.seal, 'hex'));
}

function sealContents(contents: KeyContents, key: string): string {
  return createHmac('sha256', subkey(key, 'jewelai-counter/key-file/1'))
    .update(JSON.stringify(orderContents(contents)))
    .digest('hex');
}

/** One order of fields, whatever the caller's object looked like. */
function orderContents(contents: KeyContents): KeyContents {
  return keyContents.parse({
    format: contents.format,
    version: contents.version,
    protection: contents.protection,
    recovery: contents.recovery,
    unseenCode: contents.unseenCode,
  });
}

function checksum(sealed: KeyContents & { readonly seal: string }): string {
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex');
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined; // not JSON: damaged, as the caller then says
  }
}
