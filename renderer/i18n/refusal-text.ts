import { cents } from '#shared/money.ts';
import type { Contract } from '#shared/contract.ts';
import type { Refusal } from '#shared/result.ts';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { StoreRefusal } from '#shared/settings/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { formatFor, type Format } from './format.ts';

/** The refusal of every command of the contract, found through its answers. */
type RefusalsIn<T> = T extends { readonly ok: false; readonly refusal: infer R extends Refusal }
  ? R
  : T extends { readonly ok: true }
    ? never
    : T extends AsyncIterable<unknown> | readonly unknown[]
      ? never
      : T extends object
        ? { [K in keyof T]-?: RefusalsIn<NonNullable<T[K]>> }[keyof T]
        : never;

/** Every code the window may have to put into words. */
export type RefusalCode =
  | RefusalsIn<InferContractRouterOutputs<Contract>>['code']
  | StoreRefusal['code'];

export interface RefusalText {
  /** What happened. */
  readonly what: string;
  /** What to do now. */
  readonly next: string;
}

/**
 * A refusal in words. Its fields fill the placeholders by name without the unit: `shortByCents` is `{{shortBy}}` as money,
 * `leftThousandths` is `{{left}}` as a count, `waitMs` is `{{wait}}` in whole seconds; a business date is written out. A
 * code without words shows itself.
 */
export function refusalText(refusal: Refusal, language: string): RefusalText {
  const values = valuesOf(refusal, formatFor(language));
  const part = (name: string) => fill(wordsAt(language, refusal.code, name), values);
  const what = part('what') ?? refusal.code;
  const detail = part('detail');
  return { what: detail === undefined ? what : `${what} ${detail}`, next: part('next') ?? '' };
}

/** The sentence of a code that came without a refusal: an issue of one field. */
export function hasWords(code: string): boolean {
  return wordsAt('en', code, 'what') !== undefined;
}

export function useRefusalText(): (refusal: Refusal) => RefusalText {
  const { i18n } = useTranslation();
  return (refusal) => refusalText(refusal, i18n.language);
}

function wordsAt(language: string, code: string, name: string): string | undefined {
  const key = `${code}.${name}`;
  const found: unknown =
    i18next.getResource(language, 'refusals', key) ?? i18next.getResource('en', 'refusals', key);
  return typeof found === 'string' ? found : undefined;
}

/** Undefined when a placeholder has nothing to show: a sentence with a hole is left out. */
function fill(text: string | undefined, values: ReadonlyMap<string, string>): string | undefined {
  if (text === undefined) return undefined;
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
  if (names.some((name) => !values.has(name))) return undefined;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values.get(name) ?? '');
}

function valuesOf(refusal: Refusal, format: Format): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [field, value] of Object.entries(refusal)) {
    const [name, text] = inWords(field, value, format);
    if (text !== undefined) values.set(name, text);
  }
  return values;
}

function inWords(
  field: string,
  value: unknown,
  format: Format,
): readonly [string, string | undefined] {
  if (typeof value === 'string') return [field, isDay(value) ? format.date(value) : value];
  if (typeof value !== 'number') return [field, undefined];
  if (field.endsWith('Cents')) return [field.slice(0, -5), format.money(cents(Math.abs(value)))];
  if (field.endsWith('Thousandths')) return [field.slice(0, -11), format.count(value / 1000)];
  if (field.endsWith('Ms')) return [field.slice(0, -2), format.count(Math.ceil(value / 1000))];
  return [field, format.count(value)];
}

function isDay(text: string): text is BusinessDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
