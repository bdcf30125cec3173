import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const DB = path.join(import.meta.dirname, '../..');
const POSTER = /export function (post[A-Z]\w*Journal)\(/g;

/** Functions of the rooms of db that post a document. */
function posters(): readonly string[] {
  const files = readdirSync(DB, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('apply'),
  );
  return files.flatMap((file) =>
    [...readFileSync(path.join(DB, file), 'utf8').matchAll(POSTER)].map(([, name]) => name ?? ''),
  );
}

test('M2: what a register posts of its own documents, it posts of those of other registers', () => {
  const here = import.meta.dirname;
  const derived = readdirSync(here)
    .filter((file) => /^derive-.*journal\.ts$/.test(file))
    .map((file) => readFileSync(path.join(here, file), 'utf8'))
    .join('\n');
  const found = posters();
  expect(found).toContain('postSaleJournal');
  // Add the missing one to its chain in derive-journal.ts or its like, after what it reads and before what reads it.
  expect(found.filter((name) => !derived.includes(name))).toEqual([]);
});
