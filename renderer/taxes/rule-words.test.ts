import { cents, type RatePpm } from '#shared/money.ts';
import { aTaxRule } from '#shared/taxes/tax-builders.ts';
import type { TaxRule } from '#shared/taxes/tax-rule.ts';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '../i18n/catalogues.ts';
import { formatFor } from '../i18n/format.ts';
import { TAXED_CLASSES } from './area-form.ts';
import { day } from './forms-for-tests.ts';
import { readRule, ruleForm } from './rule-form.ts';
import { listIn, ruleWords } from './rule-words.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: catalogueOf('en'), es: catalogueOf('es') },
    interpolation: { escapeValue: false },
  });
});

function inWords(rule: Partial<TaxRule>, locale: 'en' | 'es' = 'en') {
  const form = ruleForm({ ...aTaxRule({ classes: TAXED_CLASSES, ...rule }), lastUsedOn: null });
  const read = readRule(form);
  if (!read) throw new Error('not a rule');
  return ruleWords(read, {
    t: i18next.getFixedT(locale, 'taxes'),
    format: formatFor(locale),
    list: listIn(locale),
  });
}

it('says a cap, a tier and a whole price as the law does', () => {
  const ratePpm = 22_500 as RatePpm;
  const fromDate = day('2026-01-01');
  const cap = { ratePpm, toCents: cents(160_000), classes: ['goods', 'part'], fromDate } as const;
  expect(inWords(cap)).toEqual({
    rate: '2.25 % on the first $1,600 of each item',
    detail: 'goods and parts · from Jan 1, 2026',
  });
  expect(inWords(cap, 'es')).toEqual({
    rate: '2.25 % sobre los primeros $1,600 de cada artículo',
    detail: 'mercancía y piezas de repuesto · desde el 1 ene 2026',
  });
  const tier = { ratePpm: 27_500 as RatePpm, fromCents: cents(160_000), toCents: cents(320_000) };
  expect(inWords(tier).rate).toBe('2.75 % on the part from $1,600 to $3,200 of each item');
  expect(inWords({ fromCents: cents(160_050) }).rate).toBe(
    '5 % on what is above $1,600.50 of each item',
  );
  expect(inWords({}).rate).toBe('5 % on the whole price');
});

it('says what it holds for, and names the shorter of what is in and what is out', () => {
  const out = TAXED_CLASSES.filter((each) => each !== 'bullion' && each !== 'shipping');
  expect(inWords({ classes: out, underCents: cents(50_000) }).detail).toBe(
    'everything but bullion, coins and shipping · items under $500 only · from Jan 1, 2000',
  );
  const bullion = {
    classes: ['bullion'],
    underCents: cents(200_000),
    conditionPer: 'ticket',
  } as const;
  expect(inWords(bullion).detail).toContain('when they come to less than $2,000 together');
  expect(inWords({ overCents: cents(100), underCents: cents(200) }).detail).toContain(
    'items from $1 to less than $2 only',
  );
});

it('says from when until when; the rule of the first run always was', () => {
  const always = day('1970-01-01');
  expect(inWords({ fromDate: always }).detail).toBe('everything · always');
  const ended = { fromDate: always, toDate: day('2026-12-31') };
  expect(inWords(ended).detail).toBe('everything · until Dec 31, 2026');
  const year = { fromDate: day('2026-01-01'), toDate: day('2026-12-31') };
  expect(inWords(year).detail).toBe('everything · Jan 1, 2026 to Dec 31, 2026');
});
