import { expect, test } from 'vitest';
import type { BusinessDate } from '../time.ts';
import { certificateInForce } from './exemption.ts';

const until = (number: string, expiresOn: string | null) => ({
  number,
  expiresOn: expiresOn as BusinessDate | null,
});
const inForce = (certificates: readonly ReturnType<typeof until>[]) =>
  certificateInForce(certificates, '2026-11-23' as BusinessDate)?.number;

test('a certificate is good until its last day, that day included', () => {
  expect(inForce([until('A', '2026-11-23')])).toBe('A');
  expect(inForce([until('A', '2026-11-22')])).toBeUndefined();
});

test('a certificate without a last day is good', () => {
  expect(inForce([until('A', null)])).toBe('A');
});

test('without a certificate nobody is exempt', () => {
  expect(inForce([])).toBeUndefined();
});

test('of several the one that lasts longest counts, the first of equals', () => {
  const old = until('old', '2026-12-31');
  const renewed = until('renewed', '2028-12-31');
  expect(inForce([old, renewed])).toBe('renewed');
  expect(inForce([renewed, old, until('twin', '2028-12-31')])).toBe('renewed');
  expect(inForce([renewed, until('endless', null), old])).toBe('endless');
});
