import type { PaperLocale } from '../paper.ts';
import { en } from './en.ts';
import type { enCounter } from './en-counter.ts';
import type { enDayClose } from './en-day-close.ts';
import { es } from './es.ts';

type TextsOf<English> = { readonly [Key in keyof English]: string };

/** The words a paper prints. English is the measure of the keys; the compiler holds the other language to it. */
export type PaperTexts = TextsOf<typeof en>;
/** The part of them on the papers beside the receipt. */
export type CounterTexts = TextsOf<typeof enCounter>;
/** The part of them on the papers of the day's end. */
export type DayCloseTexts = TextsOf<typeof enDayClose>;

const CATALOGUES: Readonly<Record<PaperLocale, PaperTexts>> = { en, es };

/** The catalogue of a language. */
export function paperTexts(locale: PaperLocale): PaperTexts {
  return CATALOGUES[locale];
}

/** Puts values into the `{braces}` of a text. A brace without a value is a bug and throws. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value for {${name}}`);
    return value;
  });
}
