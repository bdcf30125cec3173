import type { Chord } from './chord.ts';

/** Something the search box can do: a command with its key, or a place without one. */
export interface PaletteEntry {
  readonly id: string;
  /** Its words in every language of the program; the first is shown. */
  readonly words: readonly [string, ...string[]];
  readonly chord?: Chord;
  readonly run: () => void;
}

/** In front of the words: commands only, no people and no goods. */
export const COMMANDS_ONLY = '>';

const FEWEST_LETTERS = 2;
const MOST_BESIDE_OTHERS = 4;

/** What was asked of the commands; undefined where the text can only mean people, goods or documents. */
export function commandQuery(
  text: string,
): { readonly only: boolean; readonly words: string } | undefined {
  const typed = text.trim();
  if (typed.startsWith(COMMANDS_ONLY)) return { only: true, words: typed.slice(1).trim() };
  const enough = typed.length >= FEWEST_LETTERS && !/\d/.test(typed);
  return enough ? { only: false, words: typed } : undefined;
}

/** Commands of which every typed word begins a word, in any language; those that begin with the text come first. */
export function findCommands(
  entries: readonly PaletteEntry[],
  text: string,
): readonly PaletteEntry[] {
  const query = commandQuery(text);
  if (query === undefined) return [];
  const asked = fold(query.words);
  const parts = asked.split(' ').filter((part) => part !== '');
  const found = entries.flatMap((entry) => {
    const fits = entry.words.map(fold).filter((words) => everyPartBegins(parts, words));
    const rank = fits.some((words) => words.startsWith(asked)) ? 0 : 1;
    return fits.length === 0 ? [] : [{ entry, rank }];
  });
  const ranked = found.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
  return query.only ? ranked : ranked.slice(0, MOST_BESIDE_OTHERS);
}

function everyPartBegins(parts: readonly string[], words: string): boolean {
  const known = words.split(' ');
  return parts.every((part) => known.some((word) => word.startsWith(part)));
}

/** Lower case without accents and marks: `Cajón` is found by `cajon`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
