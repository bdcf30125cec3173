// npm run keys writes docs/keys.md from the commands in the source; with --check it writes nothing and fails when
// the page is old, or when a command cannot be read without a window.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingTexts, renderKeysPage, type Texts } from './page.ts';
import { readCommands } from './read-commands.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/keys.md');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

function listSources(): readonly string[] {
  return globSync('renderer/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|^renderer\/(?:commands|app\/gallery)\//.test(file))
    .toSorted();
}

function readTexts(language: string): Texts {
  const texts = new Map<string, string>();
  const add = (prefix: string, words: unknown) => {
    if (typeof words === 'string') texts.set(prefix, words);
    else if (typeof words === 'object' && words !== null)
      for (const [key, value] of Object.entries(words))
        add(prefix.endsWith(':') ? `${prefix}${key}` : `${prefix}.${key}`, value);
  };
  for (const file of globSync(`renderer/i18n/${language}/*.json`, { cwd: root })) {
    const area = /([\w-]+)\.json$/.exec(file)?.[1] ?? '';
    add(`${area}:`, JSON.parse(read(file)));
  }
  return texts;
}

const declared = listSources().map((file) => readCommands(file, read(file)));
const commands = declared.flatMap((each) => each.commands);
const english = readTexts('en');
const complaints = [
  ...declared.flatMap((each) => each.complaints),
  ...missingTexts(commands, english),
];
const wanted = renderKeysPage(commands, english, readTexts('es'));
if (process.argv.includes('--check')) {
  const isOld = !existsSync(page) || readFileSync(page, 'utf8') !== wanted;
  if (isOld) complaints.push('docs/keys.md is old: npm run keys writes it anew');
} else {
  writeFileSync(page, wanted);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
for (const line of complaints) process.stderr.write(`${line}\n`);
