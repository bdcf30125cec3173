// Follows run-time imports from file to file, so that a wall cannot be walked around in two steps.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

// `import type` and `export type` leave nothing behind and are passed over.
const RUN_TIME_IMPORT =
  /^\s*(?:import|export)\s+(?!type\b)(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/gm;

/** Turns a specifier into `{ path }` from the root (`#db/x.ts`, `../x.ts`) or `{ part }` (a package). */
export function resolveSpecifier(file, specifier) {
  if (specifier.startsWith('#')) return { path: specifier.slice(1) };
  if (specifier.startsWith('.')) return { path: posix.join(dirname(file), specifier) };
  return { part: specifier };
}

const importsByFile = new Map();

function importsOf(root, file) {
  const full = join(root, file);
  const known = importsByFile.get(full);
  if (known) return known;
  const text = existsSync(full) && /\.tsx?$/.test(full) ? readFileSync(full, 'utf8') : '';
  const found = [...text.matchAll(RUN_TIME_IMPORT)].map(([, specifier]) =>
    resolveSpecifier(file, specifier),
  );
  importsByFile.set(full, found);
  return found;
}

/** The first chain of run-time imports from `start` to a part that `isWanted`, or undefined. */
export function findChain(root, start, isWanted) {
  const seen = new Set([start]);
  const queue = [[start]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    for (const { path, part } of importsOf(root, chain.at(-1))) {
      if (part && isWanted(part)) return [...chain, part];
      if (!path || seen.has(path)) continue;
      seen.add(path);
      queue.push([...chain, path]);
    }
  }
  return undefined;
}
