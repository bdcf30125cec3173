import { cents } from '#shared/money.ts';
import i18next from 'i18next';
import { beforeAll, expect, expectTypeOf, it } from 'vitest';
import type { Areas } from './areas.ts';
import { catalogueOf } from './catalogues.ts';
import { chooseLocale } from './i18n.ts';
import { formatFor } from './format.ts';
import { hasWords, refusalText, type RefusalCode } from './refusal-text.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: catalogueOf('en'), es: catalogueOf('es') } });
});

it('says what is short, in money', () => {
  const refusal = { code: 'SALE_UNDERTENDERED', shortByCents: cents(1_250) };
  expect(refusalText(refusal, 'en')).toEqual({
    what: 'The payments are short by $12.50.',
    next: 'Take the rest, or change a payment.',
  });
  expect(refusalText(refusal, 'es').what).toBe('Faltan $12.50 en los pagos.');
});

it('adds what is known, and leaves a sentence out when it would have a hole', () => {
  const refusal = { code: 'PIECE_NOT_IN_STOCK', stockNumber: 'P1-20817', soldAs: 'S1-10518' };
  expect(refusalText(refusal, 'en').what).toBe('P1-20817 is not in stock. It left with S1-10518.');
  const never = { ...refusal, soldAs: null };
  expect(refusalText(never, 'en').what).toBe('P1-20817 is not in stock.');
});

it('counts quantities in pieces and waits in seconds', () => {
  const quantity = { code: 'QUANTITY_NOT_IN_STOCK', stockNumber: 'W-9', leftThousandths: 2000 };
  expect(refusalText(quantity, 'en').what).toBe('Only 2 of W-9 are in stock.');
  const wait = { code: 'PIN_WAIT', waitMs: 29_400 };
  expect(refusalText(wait, 'en').next).toContain('30 s');
});

it('writes days out, in the language of the window', () => {
  const gap = {
    code: 'TAX_RULE_GAP',
    name: 'Local tax',
    fromDate: '2027-01-01',
    toDate: '2027-01-04',
  };
  expect(refusalText(gap, 'en').what).toContain('Jan 1, 2027 to Jan 4, 2027');
  expect(refusalText(gap, 'es').what).toContain('1 ene 2027');
});

it('an unknown code shows itself instead of nothing', () => {
  expect(refusalText({ code: 'NEW_CODE' }, 'en').what).toBe('NEW_CODE');
  expect(hasWords('NEW_CODE')).toBe(false);
  expect(hasWords('TEXT_IS_CARD_NUMBER')).toBe(true);
});

it('the address decides the language, then the system, then English', () => {
  expect(chooseLocale('?locale=pseudo', ['es-MX'])).toBe('pseudo');
  expect(chooseLocale('', ['es-MX', 'en'])).toBe('es');
  expect(chooseLocale('?locale=fr', ['fr'])).toBe('en');
});

it('amounts have a true minus and dollars in both languages', () => {
  expect(formatFor('en').money(cents(-16_220))).toBe('−$162.20');
  expect(formatFor('es').money(cents(123_450))).toBe('$1,234.50');
});

it('the compiler finds no code of the contract without words', () => {
  expectTypeOf<Exclude<RefusalCode, keyof Areas['refusals']>>().toBeNever();
});
