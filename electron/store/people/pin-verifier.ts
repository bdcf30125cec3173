import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// A four-digit PIN has 10,000 values: no hash alone protects it. So it is mixed with a secret that lies in the
// encrypted store alone, and only then hashed slowly (docs/rules.md, Staff).

/** 19 MiB, two passes, one lane of argon2id (the part's default algorithm): about 60 ms a try. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A store's pepper: 32 random bytes in base64. */
export function makePepper(): string {
  return randomBytes(32).toString('base64');
}

/** The verifier to store for a PIN. Takes its time on another thread, so it is called outside transactions. */
export function hashPin(pepper: string, pin: string): Promise<string> {
  return hash(peppered(pepper, pin), ARGON2ID);
}

/** True when the verifier was made of this PIN with this pepper. */
export function verifyPin(pepper: string, verifier: string, pin: string): Promise<boolean> {
  return verify(verifier, peppered(pepper, pin));
}

/** As text: the hashing part takes no other bytes than UTF-8 when it verifies. */
function peppered(pepper: string, pin: string): string {
  return createHmac('sha256', Buffer.from(pepper, 'base64')).update(pin).digest('base64');
}
