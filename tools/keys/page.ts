import type { DeclaredCommand } from './read-commands.ts';

/** All texts of one language, by `area:key`. */
export type Texts = ReadonlyMap<string, string>;

const HOLE = '…';

/** The page of all keys: one table for each part of the window, in both languages. */
export function renderKeysPage(
  commands: readonly DeclaredCommand[],
  english: Texts,
  spanish: Texts,
): string {
  const parts = Object.groupBy(commands, (command) => partOf(command.file));
  const tables = Object.entries(parts)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([part, rows = []]) => tableOf(part, rowsOf(rows, english, spanish)));
  return [
    '# Keys',
    '',
    'Written by `npm run keys` from the commands of the program; `npm run check` fails when it is old.',
    'The same commands feed the key bar, the list of all keys (`?`), the search box (F2, `>` for commands',
    'only) and the words on the buttons. `…` stands for a number, letter or name known only in the program.',
    '',
    ...tables.flat(),
  ].join('\n');
}

/** Text keys that no catalogue knows. */
export function missingTexts(
  commands: readonly DeclaredCommand[],
  texts: Texts,
): readonly string[] {
  return commands.flatMap(({ file, id, labels }) =>
    labels
      .filter((label) => label !== HOLE && textsFor(label, texts).length === 0)
      .map((label) => `${file}: ${id} has the label ${label}, and no catalogue has its words`),
  );
}

function partOf(file: string): string {
  const [, folder = ''] = file.split('/');
  const words = folder.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function rowsOf(commands: readonly DeclaredCommand[], en: Texts, es: Texts): readonly string[] {
  const rows = commands
    .toSorted((a, b) => placeOf(a.chord) - placeOf(b.chord) || a.chord.localeCompare(b.chord, 'en'))
    .map(({ chord, labels }) => {
      const words = (texts: Texts) =>
        [...new Set(labels.flatMap((label) => textsFor(label, texts)))].join(' · ') || HOLE;
      return `| \`${chord}\` | ${escapeCell(words(en))} | ${escapeCell(words(es))} |`;
    });
  return [...new Set(rows)];
}

function tableOf(part: string, rows: readonly string[]): readonly string[] {
  return [`## ${part}`, '', '| Key | Does | Hace |', '| --- | --- | --- |', ...rows, ''];
}

/** The words of a text key; of every key that fits, where a part of it is known only in the program. */
function textsFor(label: string, texts: Texts): readonly string[] {
  if (!label.includes(HOLE)) {
    const text = texts.get(label);
    return text === undefined ? [] : [text];
  }
  const [before = '', after = ''] = label.split(HOLE);
  const fits = (key: string) => {
    const hole = key.slice(before.length, key.length - after.length);
    return key.startsWith(before) && key.endsWith(after) && hole !== '' && !hole.includes('.');
  };
  return label === HOLE ? [] : [...texts].filter(([key]) => fits(key)).map(([, text]) => text);
}

function escapeCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

/** Function keys by number, then chords, then single keys. */
function placeOf(chord: string): number {
  const number = /^F(\d+)/.exec(chord)?.[1];
  if (number !== undefined) return Number(number);
  return chord.includes('+') && chord.length > 1 ? 30 : 40;
}
