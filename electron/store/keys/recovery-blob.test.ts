import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openUnderKey,
  openWithRecovery,
  recoveryBlob,
  sealForRecovery,
  sealUnderKey,
} from './recovery-blob.ts';

const keyHex = 'ab'.repeat(32);
const secret = { bytes: Buffer.alloc(16, 1) };

test('the code that wrapped a key opens it, and no other code does', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (key, code, other) => {
        fc.pre(!Buffer.from(code).equals(Buffer.from(other)));
        const hex = Buffer.from(key).toString('hex');
        const blob = sealForRecovery(hex, { bytes: code });
        expect(openWithRecovery(blob, { bytes: code })).toBe(hex);
        expect(openWithRecovery(blob, { bytes: other })).toBeUndefined();
      },
    ),
  );
});

test('one key wrapped twice looks different each time', () => {
  const [first, second] = [sealForRecovery(keyHex, secret), sealForRecovery(keyHex, secret)];
  expect(first.sealed).not.toBe(second.sealed);
  expect(first.salt).not.toBe(second.salt);
});

test('every single flipped bit of a wrapped key is caught, headers included', () => {
  const text = Buffer.from(JSON.stringify(sealForRecovery(keyHex, secret)));
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    const flipped = Buffer.from(text);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(openDamaged(flipped), `bit ${bit}`).toBeUndefined();
  }
  expect(openDamaged(text)).toBe(keyHex);
});

test('a text sealed for one purpose does not open for another', () => {
  const sealed = sealUnderKey(keyHex, 'one', 'hello');
  expect(openUnderKey(keyHex, 'one', sealed)).toBe('hello');
  expect(openUnderKey(keyHex, 'two', sealed)).toBeUndefined();
  expect(openUnderKey('cd'.repeat(32), 'one', sealed)).toBeUndefined();
});

function openDamaged(bytes: Buffer): string | undefined {
  try {
    const parsed = recoveryBlob.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? openWithRecovery(parsed.data, secret) : undefined;
  } catch {
    return undefined; // not JSON any more
  }
}
