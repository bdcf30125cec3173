import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RecoverySecret } from './recovery-code.ts';

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** A database key as the recovery code wraps it: in `key.json`, and beside every backup. Safe to show. */
export const recoveryBlob = z.strictObject({
  format: z.literal('jewelai-counter-recovery'),
  version: z.literal(1),
  salt: hexOf(16),
  nonce: hexOf(12),
  /** 32 bytes of key and 16 of tag. */
  sealed: hexOf(48),
});
export type RecoveryBlob = Readonly<z.infer<typeof recoveryBlob>>;

/** A short secret sealed under another key, kept inside `key.json`. */
export const sealedText = z.strictObject({
  nonce: hexOf(12),
  sealed: z.string().regex(/^[0-9a-f]{32,512}$/),
});
export type SealedText = Readonly<z.infer<typeof sealedText>>;

/** Wraps the database key under the recovery code: AES-256-GCM under HKDF, the headers authenticated too. */
export function sealForRecovery(keyHex: string, secret: RecoverySecret): RecoveryBlob {
  const salt = randomBytes(16).toString('hex');
  const head = { format: 'jewelai-counter-recovery', version: 1, salt } as const;
  const { nonce, sealed } = encrypt(
    recoveryKey(secret, salt),
    Buffer.from(keyHex, 'hex'),
    JSON.stringify(head),
  );
  return { ...head, nonce, sealed };
}

/** The database key, or undefined when this is another store's code or a bit of the blob has flipped. */
export function openWithRecovery(blob: RecoveryBlob, secret: RecoverySecret): string | undefined {
  const { format, version, salt } = blob;
  return decrypt(
    recoveryKey(secret, salt),
    blob,
    JSON.stringify({ format, version, salt }),
  )?.toString('hex');
}

/** Seals a text under the database key itself, for a purpose that keeps its key apart from every other. */
export function sealUnderKey(keyHex: string, purpose: string, text: string): SealedText {
  return encrypt(subkey(keyHex, purpose), Buffer.from(text, 'utf8'), purpose);
}

/** The text that was sealed, or undefined when the key or the seal is another. */
export function openUnderKey(
  keyHex: string,
  purpose: string,
  sealed: SealedText,
): string | undefined {
  return decrypt(subkey(keyHex, purpose), sealed, purpose)?.toString('utf8');
}

/** A 256-bit key for one purpose, derived from the database key so that neither gives away the other. */
export function subkey(keyHex: string, purpose: string): Buffer {
  return derive(Buffer.from(keyHex, 'hex'), '', purpose);
}

function recoveryKey(secret: RecoverySecret, saltHex: string): Buffer {
  return derive(secret.bytes, saltHex, 'jewelai-counter/recovery/1');
}

function derive(secret: Uint8Array, saltHex: string, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(saltHex, 'hex'), info, 32));
}

function encrypt(key: Buffer, plain: Buffer, authenticated: string): SealedText {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(authenticated, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('hex') };
}

function decrypt(key: Buffer, from: SealedText, authenticated: string): Buffer | undefined {
  const sealed = Buffer.from(from.sealed, 'hex');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(from.nonce, 'hex'));
  decipher.setAAD(Buffer.from(authenticated, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(0, -16));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined; // the tag does not fit: another key, or a changed byte
  }
}
