import { type Cents, formatRate } from '#shared/money.ts';
import type { TaxRuleDraft } from '#shared/taxes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { TFunction } from 'i18next';
import { type Format, useFormat } from '../i18n/format.ts';
import { intlLocale } from '../i18n/i18n.ts';
import { useTranslation } from 'react-i18next';
import { TAXED_CLASSES } from './area-form.ts';
import type { TaxedClass } from './rule-form.ts';

/** A rule as a person would say it. */
export interface RuleWords {
  /** `2.25 % on the first $1,600 of each item` */
  readonly rate: string;
  /** `goods, parts · items under $500 only · from Jan 1, 2026` */
  readonly detail: string;
}

/** What words are made of. */
export interface Speech {
  readonly t: TFunction<'taxes'>;
  readonly format: Format;
  /** `a, b and c` */
  readonly list: (parts: readonly string[]) => string;
}

/** A first day so early that it says nothing: the rule the store was set up with. */
const ALWAYS = '1970-01-01';

export function ruleWords(rule: TaxRuleDraft, speech: Speech): RuleWords {
  const { t } = speech;
  const detail = [
    classesInWords(rule.classes, speech),
    conditionInWords(rule, speech),
    datesInWords(rule, speech),
  ];
  return {
    rate: t(`words.rate.${bandOf(rule)}`, {
      rate: formatRate(rule.ratePpm),
      from: wholeDollars(rule.fromCents, speech),
      to: wholeDollars(rule.toCents, speech),
    }),
    detail: detail.filter((part) => part !== '').join(' · '),
  };
}

/** The words of this window. */
export function useSpeech(): Speech {
  const { t, i18n } = useTranslation('taxes');
  const format = useFormat();
  return { t, format, list: listIn(i18n.language) };
}

export function listIn(locale: string): Speech['list'] {
  const lists = new Intl.ListFormat(intlLocale(locale), { type: 'conjunction' });
  return (parts) => lists.format(parts);
}

/** `everything but bullion and coins` is shorter than eight others. */
function classesInWords(classes: readonly TaxedClass[], { t, list }: Speech): string {
  const others = TAXED_CLASSES.filter((each) => !classes.includes(each));
  if (others.length === 0) return t('words.all');
  const names = (of: readonly TaxedClass[]) => list(of.map((each) => t(`class.${each}`)));
  if (others.length <= 3) return t('words.allBut', { list: names(others) });
  return names(TAXED_CLASSES.filter((each) => classes.includes(each)));
}

function conditionInWords(rule: TaxRuleDraft, speech: Speech): string {
  const { overCents, underCents, conditionPer } = rule;
  if (overCents === null && underCents === null) return '';
  const which = overCents === null ? 'under' : underCents === null ? 'over' : 'between';
  return speech.t(`words.${conditionPer}.${which}`, {
    over: wholeDollars(overCents, speech),
    under: wholeDollars(underCents, speech),
  });
}

export function datesInWords(
  { fromDate, toDate }: Pick<TaxRuleDraft, 'fromDate' | 'toDate'>,
  { t, format }: Speech,
): string {
  const day = (date: BusinessDate | null) => (date === null ? '' : format.date(date));
  if (fromDate <= ALWAYS)
    return toDate === null ? t('words.always') : t('words.until', { to: day(toDate) });
  if (toDate === null) return t('words.from', { from: day(fromDate) });
  return t('words.fromTo', { from: day(fromDate), to: day(toDate) });
}

function bandOf({ fromCents, toCents }: TaxRuleDraft) {
  if (toCents === null) return fromCents === 0 ? 'whole' : 'above';
  return fromCents === 0 ? 'upTo' : 'between';
}

/** A class where it stands alone: `Goods`. */
export function classLabel(each: TaxedClass, t: TFunction<'taxes'>): string {
  const name = t(`class.${each}`);
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** Laws speak in dollars: `$1,600`, and `$1,000.01` where one does not. */
function wholeDollars(amount: Cents | null, { format }: Speech): string {
  return format.money(amount ?? (0 as Cents)).replace(/\.00$/, '');
}
