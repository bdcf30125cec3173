// npm run invariants writes docs/invariants.md; with --check it writes nothing and fails when the page
// is old or a promise has no test.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGaps, type InvariantGroup, renderPage } from './page.ts';
import { listPromises, listProofs } from './scan.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/invariants.md');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const files = globSync('{shared,db,sync,electron,renderer,tools,tests}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['tools/invariants/**'],
}).map((file) => file.replaceAll('\\', '/'));
const isTest = (file: string) => /\.(?:test|e2e)\.tsx?$/.test(file);
const isPromised = (file: string) => !isTest(file) && !/^(?:tests|tools)\//.test(file);

const groups = JSON.parse(read('build/invariants.json')) as readonly InvariantGroup[];
const promises = files.filter(isPromised).flatMap((file) => listPromises(file, read(file)));
const proofs = files.filter(isTest).flatMap((file) => listProofs(file, read(file)));

const wanted = renderPage(groups, promises, proofs);
const complaints = [...findGaps(groups, promises, proofs)];

if (process.argv.includes('--check')) {
  const isOld = !existsSync(page) || readFileSync(page, 'utf8') !== wanted;
  if (isOld) complaints.push('docs/invariants.md is old: npm run invariants writes it anew');
  process.exitCode = complaints.length === 0 ? 0 : 1;
} else {
  writeFileSync(page, wanted);
}
for (const line of complaints) process.stderr.write(`${line}\n`);
