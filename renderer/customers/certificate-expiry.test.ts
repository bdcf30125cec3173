import type { BusinessDate } from '#shared/time.ts';
import { certificateInForce } from '#shared/taxes/exemption.ts';
import { expect, it } from 'vitest';
import { dayBeside } from '../app/day.ts';
import { expiryOn } from './certificate-expiry.ts';

const TODAY = '2026-11-23' as BusinessDate;

it.each([
  [null, { kind: 'forever' }],
  ['2026-11-24', { kind: 'expiresIn', days: 1 }],
  ['2027-11-23', { kind: 'expiresIn', days: 365 }],
  ['2026-11-23', { kind: 'expiresToday' }],
  ['2026-11-22', { kind: 'expired', days: 1 }],
  ['2026-11-11', { kind: 'expired', days: 12 }],
] as const)('a certificate until %s', (expiresOn, expiry) => {
  expect(expiryOn(expiresOn as BusinessDate | null, TODAY)).toEqual(expiry);
});

it('is called expired on exactly the days on which it exempts nobody', () => {
  for (let days = -3; days <= 3; days++) {
    const expiresOn = dayBeside(TODAY, days);
    const covers = certificateInForce([{ expiresOn }], TODAY) !== undefined;
    expect(expiryOn(expiresOn, TODAY).kind === 'expired').toBe(!covers);
  }
});
