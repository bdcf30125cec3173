// Who may import whom, as tables. Change a wall here and nowhere else; tests/walls plants a
// forbidden import into every row and expects the gate to fail.

/** Parts that belong to the window and never to a worker, the shell or a rule. */
const WINDOW_PARTS = ['react', 'react-dom', 'react-i18next', '@mantine', '@tanstack'];

/** Parts that a test beside its source may use although its room may not. */
export const TEST_PARTS = ['vitest', 'fast-check'];

/**
 * The rooms, longest path first where one lies inside another. A folder without a row (tools, tests,
 * build) may import everything; nobody may import it from a room.
 *
 * - `may`: rooms whose files it may import, besides itself
 * - `parts`: the only npm parts it may import (left out: all but `never`)
 * - `types`: parts of which it may import types only
 * - `never`: parts that it may not even name in a type
 * - `unreachable`: parts that no chain of run-time imports may reach
 */
export const ROOMS = [
  {
    room: 'shared',
    may: [],
    parts: ['zod', 'libphonenumber-js', 'uuid', '@orpc/contract'],
    types: ['temporal-polyfill'],
  },
  { room: 'db', may: ['shared'], never: ['electron', '@orpc', ...WINDOW_PARTS] },
  { room: 'sync', may: ['shared', 'db'], never: ['electron', '@orpc', ...WINDOW_PARTS] },
  {
    // The shell stays free of SQL: what it starts does the storing.
    room: 'electron/main',
    may: ['shared', 'sync', 'electron/store'],
    never: ['better-sqlite3', 'drizzle-orm', ...WINDOW_PARTS],
    unreachable: ['better-sqlite3', 'drizzle-orm'],
  },
  {
    // The same store runs inside Electron, inside tests and behind the loopback port.
    room: 'electron/store',
    may: ['shared', 'db', 'sync'],
    never: ['electron', ...WINDOW_PARTS],
    unreachable: ['electron'],
  },
  { room: 'electron/preload', may: ['shared'], parts: ['electron'] },
  // A new folder of the shell gets a row of its own before it gets an import.
  { room: 'electron', may: [], parts: [] },
  {
    // zod weighs 93 kB in the window; the store has parsed already, so types are enough.
    room: 'renderer',
    may: ['shared'],
    types: ['zod', '@orpc/server'],
    never: ['electron', 'better-sqlite3', 'drizzle-orm', 'node:'],
    unreachable: ['zod', '@orpc/server'],
  },
  { room: 'supabase/functions', may: ['shared'], never: ['electron', ...WINDOW_PARTS] },
];

/** One place each: a part, or one name out of it, that a single room or file may import. */
export const ONLY_HERE = [
  { part: '@mantine', within: 'renderer', here: 'renderer/ui' },
  {
    part: 'electron',
    name: 'BrowserWindow',
    within: 'electron',
    here: 'electron/main/secure-window.ts',
  },
];

/**
 * Inside the window a domain is an island: a folder without a row imports itself and `also`, never
 * another domain. The rows are what all domains stand on, and they know no domain; only `app`, which
 * hangs the screens into routes, knows all.
 */
export const WINDOW = {
  also: ['i18n', 'store-client', 'commands', 'scanner', 'ui', 'documents', 'app'],
  rows: [
    { folder: 'i18n', may: [] },
    { folder: 'store-client', may: ['i18n'] },
    { folder: 'commands', may: ['i18n'] },
    { folder: 'scanner', may: ['i18n', 'commands'] },
    { folder: 'ui', may: ['i18n', 'commands'] },
    { folder: 'documents', may: ['i18n', 'ui'] },
    { folder: 'app', may: ['*'] },
  ],
};

/**
 * What looks down on every domain of db: the list of all tables, what other registers did, the filled shop of the
 * tests. No domain imports it.
 */
export const DB_ROOF = ['db/all-tables.ts', 'db/apply', 'db/testing'];

/** The domains inside db, lowest first. Below them lies the write path: every folder not named here. */
export const DB_STACK = [
  ['customers', 'stock', 'staff', 'messages', 'settings', 'journal'],
  ['printing', 'taxes', 'photos'],
  ['drawer', 'first-run', 'imports'],
  ['gift-cards', 'house-accounts', 'receiving', 'counts', 'repairs', 'layaways', 'orders', 'buys'],
  ['sales'],
  ['review'],
  ['day-close', 'reports', 'privacy'],
];
