/** A catalogue as it stands in its file: words, or groups of words. */
export interface Words {
  readonly [key: string]: string | Words;
}

export type Language = 'en' | 'es';

const files: Readonly<Record<string, Words>> = import.meta.glob<Words>(
  ['./en/*.json', './es/*.json'],
  {
    eager: true,
    import: 'default',
  },
);

/** All areas of a language, by area name. A new area is two new files and its line in areas.ts. */
export function catalogueOf(language: Language): Readonly<Record<string, Words>> {
  const areas: Record<string, Words> = {};
  for (const [path, words] of Object.entries(files)) {
    const match = /^\.\/(\w+)\/([\w-]+)\.json$/.exec(path);
    if (match?.[1] === language && match[2] !== undefined) areas[match[2]] = words;
  }
  return areas;
}

/** Every text of a catalogue with its dotted key. */
export function flatten(words: Words, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** The `{{names}}` a text needs, sorted. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').toSorted();
}
