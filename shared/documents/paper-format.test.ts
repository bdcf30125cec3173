import { describe, expect, test } from 'vitest';
import { paperAmount, paperDate, paperInstant, paperQuantity, paperTime } from './paper-format.ts';
import { ACCOUNTS } from '../journal/accounts.ts';
import { accountName } from './texts/account-names.ts';
import { en } from './texts/en.ts';
import { enCounter } from './texts/en-counter.ts';
import { enDayClose } from './texts/en-day-close.ts';
import { es } from './texts/es.ts';
import { fillText } from './texts/paper-texts.ts';

const AFTERNOON_MS = Date.UTC(2026, 10, 23, 21, 42);

describe('what papers print of amounts and times', () => {
  test('amounts carry a hyphen for a minus, which every printer has', () => {
    expect(paperAmount(-123_456)).toBe('-$1,234.56');
    expect(paperAmount(0)).toBe('$0.00');
  });

  test('quantities print as counted', () => {
    expect([1000, 1500, 125].map(paperQuantity)).toEqual(['1', '1.5', '0.125']);
  });

  test("times are the store's wall clock, with its zone", () => {
    expect(paperInstant(AFTERNOON_MS, 'America/Chicago', 'en')).toBe('Nov 23, 2026, 3:42 PM CST');
    expect(paperInstant(AFTERNOON_MS, 'America/Chicago', 'es')).toBe('23 nov 2026, 3:42 p.m. CST');
    expect(paperInstant(Date.UTC(2026, 6, 4, 16, 5), 'America/Chicago', 'en')).toBe(
      'Jul 4, 2026, 11:05 AM CDT',
    );
  });

  test('midnight and noon are twelve', () => {
    expect(paperTime(Date.UTC(2026, 10, 23, 6, 0), 'America/Chicago', 'en')).toBe('12:00 AM');
    expect(paperTime(Date.UTC(2026, 10, 23, 18, 0), 'America/Chicago', 'en')).toBe('12:00 PM');
  });

  test('a business date is a day, in no zone', () => {
    expect(paperDate('2026-01-05', 'en')).toBe('Jan 5, 2026');
    expect(paperDate('2026-01-05', 'es')).toBe('5 ene 2026');
  });
});

describe('the words of papers', () => {
  test('both languages fill the same braces', () => {
    const braces = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [key, text] of Object.entries(en)) {
      expect([key, braces(new Map(Object.entries(es)).get(key) ?? '')]).toEqual([
        key,
        braces(text),
      ]);
    }
  });

  test('no part of the catalogue takes the key of another', () => {
    const keys = (part: object): string[] => Object.keys(part);
    const parts = [...keys(enCounter), ...keys(enDayClose)];
    expect(new Set(parts).size).toBe(parts.length);
    expect(keys(en).length).toBeGreaterThan(parts.length);
    for (const [key, text] of [...Object.entries(enCounter), ...Object.entries(enDayClose)])
      expect([key, new Map<string, string>(Object.entries(en)).get(key)]).toEqual([key, text]);
  });

  test('every account has a name in both languages, and one of a newer version its code', () => {
    for (const code of Object.keys(ACCOUNTS)) {
      const names = [accountName(code, 'en'), accountName(code, 'es')];
      expect([code, names.filter((name) => name !== '' && name !== code).length]).toEqual([
        code,
        2,
      ]);
    }
    expect(accountName('crypto_wallet', 'es')).toBe('crypto_wallet');
  });

  test('a brace without a value is a bug', () => {
    expect(() => fillText('Sale {number}', {})).toThrow('no value for {number}');
  });
});
