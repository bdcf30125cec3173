import { layer, type Plant } from './plant.ts';
import { STACK_PLANTS } from './stack-plants.ts';

const typeOf = (plant: Plant): Plant => ({
  ...plant,
  code: plant.code.replace('import', 'import type').replace('const taken =', 'type Taken = typeof'),
});
const code = (wall: string, file: string, text: string, says: RegExp): Plant => ({
  wall,
  file,
  code: `${text}\n`,
  says,
});

/** Small lawful files that others point at, and that must pass the gate as they stand. */
export const LAWFUL: Readonly<Record<string, string>> = {
  'shared/thing.ts': 'export const thing = 1;\n',
  'shared/sales/thing.ts': "export { thing as saleThing } from '../thing.ts';\n",
  'shared/sales/contract.ts':
    "import { z } from 'zod';\nexport const input = z.object({ id: z.string() });\nexport type Input = z.infer<typeof input>;\n",
  'db/write.ts': "export { thing as written } from '#shared/thing.ts';\n",
  'db/customers/thing.ts': "export { written as thing } from '../write.ts';\n",
  'db/stock/thing.ts': "export { written as thing } from '#db/write.ts';\n",
  'db/repairs/thing.ts': "export { thing } from '../stock/thing.ts';\n",
  'db/layaways/thing.ts': "export { thing } from '#db/customers/thing.ts';\n",
  'db/sales/thing.ts': "export { thing } from '../repairs/thing.ts';\n",
  'db/reports/thing.ts': "export { thing } from '#db/sales/thing.ts';\n",
  'db/review/thing.ts': "export { thing } from '../sales/thing.ts';\n",
  'db/day-close/thing.ts': "export { thing } from '../review/thing.ts';\n",
  'db/apply/thing.ts': "export { thing } from '../day-close/thing.ts';\n",
  'db/all-tables.ts': "export { thing } from './reports/thing.ts';\n",
  'db/testing/shop.ts': "export { thing } from '../reports/thing.ts';\n",
  'db/write.test.ts': "export { thing } from './testing/shop.ts';\n",
  'sync/thing.ts': "export { thing } from '#db/sales/thing.ts';\n",
  'electron/store/thing.ts': "export { thing } from '#sync/thing.ts';\n",
  'electron/store/words.ts': "export { thing } from '#shared/thing.ts';\n",
  'electron/main/thing.ts':
    "import type { BrowserWindow } from 'electron';\nexport { thing } from '../store/words.ts';\nexport type Asked = BrowserWindow;\n",
  'electron/main/secure-window.ts':
    "import { BrowserWindow } from 'electron';\nexport const open = () => new BrowserWindow();\n",
  'electron/preload/preload.ts':
    "import { ipcRenderer } from 'electron';\nexport const say = () => ipcRenderer.send('ready');\n",
  'renderer/ui/thing.tsx': "export { Button as thing } from '@mantine/core';\n",
  'renderer/documents/thing.ts': "export { thing } from '../ui/thing.tsx';\n",
  'renderer/app/thing.ts': "export { thing } from '#shared/thing.ts';\n",
  'renderer/repairs/thing.ts': "export { thing } from '../app/thing.ts';\n",
  'renderer/sales/thing.ts':
    "import type { Input } from '#shared/sales/contract.ts';\nexport { thing } from '../documents/thing.ts';\nexport type Asked = Input;\n",
  'renderer/app/routes.ts':
    "export { thing as repairs } from '../repairs/thing.ts';\nexport { thing as sales } from '#renderer/sales/thing.ts';\n",
  'tools/thing.ts': "export { thing } from '#db/sales/thing.ts';\n",
};

/** Walls that the lint table holds: every row and every column that the row fills. */
export const LINT_PLANTS: readonly Plant[] = [
  layer('shared.may', 'shared/p1.ts', '#db/sales/thing.ts', /shared may not import db/),
  layer('shared.may', 'shared/sales/p2.ts', '../../db/sales/thing.ts', /shared may not import db/),
  layer('shared.may', 'shared/p3.ts', '#renderer/ui/thing.tsx', /shared may not import renderer/),
  layer('shared.parts', 'shared/p4.ts', 'uuid-lookalike', /shared imports only zod, .*not uuid-lo/),
  layer('shared.parts', 'shared/p5.ts', 'node:fs', /shared imports only zod, .*not node:fs/),
  layer('shared.types', 'shared/p6.ts', 'temporal-polyfill', /shared imports only types of tempo/),

  layer('db.may', 'db/p1.ts', '#sync/thing.ts', /db may not import sync/),
  layer('db.may', 'db/sales/p2.ts', '../../sync/thing.ts', /db may not import sync/),
  typeOf(
    layer('db.may', 'db/p3.ts', '#electron/main/thing.ts', /db may not import electron\/main/),
  ),
  layer('db.never', 'db/p4.ts', 'electron', /db never imports electron/),
  layer('db.never', 'db/p5.ts', '@mantine/core', /db never imports @mantine\/core/),

  layer(
    'sync.may',
    'sync/p1.ts',
    '#electron/store/thing.ts',
    /sync may not import electron\/store/,
  ),
  layer('sync.never', 'sync/p2.ts', 'react', /sync never imports react/),

  layer(
    'electron/main.may',
    'electron/main/p1.ts',
    '#db/write.ts',
    /electron\/main may not import db/,
  ),
  typeOf(
    layer('electron/main.may', 'electron/main/p2.ts', '#db/write.ts', /main may not import db/),
  ),
  layer(
    'electron/main.may',
    'electron/main/p3.ts',
    '#renderer/ui/thing.tsx',
    /not import renderer/,
  ),
  layer('electron/main.never', 'electron/main/p4.ts', 'better-sqlite3', /never imports better-sql/),
  layer(
    'electron/main.unreachable',
    'electron/main/p5.ts',
    '../store/opens-database.ts',
    /electron\/main reaches better-sqlite3 at run time: electron\/store\/opens-database\.ts -> /,
  ),

  layer(
    'electron/store.may',
    'electron/store/p1.ts',
    '../main/thing.ts',
    /not import electron\/main/,
  ),
  layer('electron/store.never', 'electron/store/p2.ts', 'electron', /store never imports electron/),
  typeOf(
    layer('electron/store.never', 'electron/store/p3.ts', 'electron', /never imports electron/),
  ),
  layer(
    'electron/store.unreachable',
    'electron/store/p4.ts',
    '../../sync/asks-electron.ts',
    /electron\/store reaches electron at run time: sync\/asks-electron\.ts -> electron/,
  ),

  layer(
    'electron/preload.may',
    'electron/preload/p1.ts',
    '#db/write.ts',
    /preload may not import db/,
  ),
  layer(
    'electron/preload.parts',
    'electron/preload/p2.ts',
    'zod',
    /imports only electron, not zod/,
  ),
  layer(
    'electron.may',
    'electron/new-folder/p1.ts',
    '#shared/thing.ts',
    /electron may not import sh/,
  ),
  layer('electron.parts', 'electron/new-folder/p2.ts', 'ws', /electron imports only/),

  layer('renderer.may', 'renderer/sales/p1.ts', '#db/sales/thing.ts', /renderer may not import db/),
  typeOf(layer('renderer.may', 'renderer/app/p2.ts', '../../sync/thing.ts', /not import sync/)),
  layer('renderer.may', 'renderer/p3.ts', '#electron/main/thing.ts', /not import electron\/main/),
  layer('renderer.types', 'renderer/sales/p4.ts', 'zod', /renderer imports only types of zod/),
  layer('renderer.types', 'renderer/app/p5.ts', '@orpc/server', /only types of @orpc\/server/),
  layer('renderer.never', 'renderer/app/p6.ts', 'electron', /renderer never imports electron/),
  layer('renderer.never', 'renderer/app/p7.ts', 'node:fs', /renderer never imports node:fs/),
  layer(
    'renderer.unreachable',
    'renderer/sales/p8.ts',
    '#shared/sales/contract.ts',
    /renderer reaches zod at run time: shared\/sales\/contract\.ts -> zod/,
  ),
  code(
    'renderer.may',
    'renderer/sales/p9.ts',
    "export const late = () => import('#db/sales/thing.ts');",
    /renderer may not import db/,
  ),
  code(
    'renderer.may',
    'renderer/sales/p10.ts',
    "export * from '#db/sales/thing.ts';",
    /renderer may not import db/,
  ),
  code(
    'renderer.may',
    'renderer/sales/p11.ts',
    "export type Row = import('#db/sales/thing.ts').Row;",
    /renderer may not import db/,
  ),

  layer(
    'supabase/functions.may',
    'supabase/functions/intake/p1.ts',
    '#db/write.ts',
    /not import db/,
  ),
  layer(
    'supabase/functions.never',
    'supabase/functions/intake/p2.ts',
    'react',
    /never imports react/,
  ),

  layer(
    'window.domain',
    'renderer/repairs/p1.ts',
    '../sales/thing.ts',
    /not import renderer\/sales/,
  ),
  layer('window.domain', 'renderer/repairs/p2.ts', '#renderer/sales/thing.ts', /renderer\/sales/),
  layer(
    'window.i18n',
    'renderer/i18n/p1.ts',
    '../ui/thing.tsx',
    /i18n may not import renderer\/ui/,
  ),
  layer('window.store-client', 'renderer/store-client/p1.ts', '../app/thing.ts', /renderer\/app/),
  layer('window.scanner', 'renderer/scanner/p1.ts', '../sales/thing.ts', /renderer\/sales/),
  layer('window.commands', 'renderer/commands/p1.ts', '../ui/thing.tsx', /not import renderer\/ui/),
  layer('window.ui', 'renderer/ui/p3.ts', '../app/thing.ts', /ui may not import renderer\/app/),
  layer('window.ui', 'renderer/ui/p4.ts', '../sales/thing.ts', /ui may not import renderer\/sales/),
  layer('window.documents', 'renderer/documents/p5.ts', '../sales/thing.ts', /renderer\/sales/),

  layer(
    'only.@mantine',
    'renderer/sales/p12.ts',
    '@mantine/core',
    /only renderer\/ui imports @mant/,
  ),
  layer(
    'only.@mantine',
    'renderer/app/p13.ts',
    '@mantine/hooks',
    /only renderer\/ui imports @mant/,
  ),
  code(
    'only.BrowserWindow',
    'electron/main/p6.ts',
    "import { BrowserWindow } from 'electron';\nexport const open = () => new BrowserWindow();",
    /only electron\/main\/secure-window\.ts imports BrowserWindow/,
  ),
  code(
    'only.BrowserWindow',
    'electron/main/p7.ts',
    "import * as everything from 'electron';\nexport const open = () => new everything.BrowserWindow();",
    /only electron\/main\/secure-window\.ts imports BrowserWindow/,
  ),
  ...STACK_PLANTS,
];

/** Files that only a planted import leads to. */
export const LINT_SCENERY: Readonly<Record<string, string>> = {
  'electron/store/opens-database.ts':
    "import Database from 'better-sqlite3';\nexport const thing = new Database(':memory:');\n",
  'sync/asks-electron.ts': "import { app as thing } from 'electron';\nexport { thing };\n",
};

/** The other rules of the house, one breach each. */
export const RULE_PLANTS: readonly Plant[] = [
  code(
    'file-names',
    'shared/helpers.ts',
    'export const a = 1;',
    /house\(file-names\): "helpers\.ts"/,
  ),
  code('file-names', 'db/common/a.ts', 'export const a = 1;', /house\(file-names\): "common"/),
  code('filename-case', 'shared/saleTotals.ts', 'export const a = 1;', /filename-case/),
  code('no-default-export', 'shared/r1.ts', 'export default 1;', /no-default-export/),
  code(
    'no-barrel-file',
    'shared/r2.ts',
    "export * from './thing.ts';\nexport * from './sales/thing.ts';",
    /no-barrel-file/,
  ),
  code(
    'no-cycle',
    'shared/r3.ts',
    "import { b } from './r4.ts';\nexport const a = () => b;",
    /no-cyc/,
  ),
  code(
    'no-cycle',
    'shared/r4.ts',
    "import { a } from './r3.ts';\nexport const b = () => a;",
    /no-cyc/,
  ),
  code('max-lines', 'shared/r5.ts', 'void 0;\n'.repeat(401), /max-lines/),
  code(
    'max-lines-per-function',
    'shared/r6.ts',
    `export function long(): void {\n${'  String(1);\n'.repeat(60)}}`,
    /max-lines-per-function/,
  ),
  code(
    'max-lines-per-function',
    'renderer/sales/r7.tsx',
    `export function Long() {\n${'  String(1);\n'.repeat(120)}}`,
    /max-lines-per-function/,
  ),
  code('no-explicit-any', 'shared/r8.ts', 'export const a: any = 1;', /no-explicit-any/),
  code(
    'no-floating-promises',
    'shared/r9.ts',
    'export function a(later: Promise<void>): void {\n  later;\n}',
    /no-floating-promises/,
  ),
  code(
    'switch-exhaustiveness-check',
    'shared/r10.ts',
    "export function a(kind: 'x' | 'y'): void {\n  switch (kind) {\n    case 'x':\n      return;\n  }\n}",
    /switch-exhaustiveness-check/,
  ),
  code(
    'consistent-type-imports',
    'shared/r11.ts',
    "import { Input } from './sales/contract.ts';\nexport const a = (input: Input) => input;",
    /consistent-type-imports/,
  ),
  code(
    'consistent-type-definitions',
    'shared/r12.ts',
    'export type A = { a: 1 };',
    /type-definitions/,
  ),
  code(
    'no-focused-tests',
    'shared/r13.test.ts',
    "import { test } from 'vitest';\ntest.only('a ring is sold', () => {});",
    /no-focused-tests/,
  ),
  code(
    'no-disabled-tests',
    'shared/r14.test.ts',
    "import { test } from 'vitest';\ntest.skip('a ring is sold', () => {});",
    /no-disabled-tests/,
  ),
  code('no-console', 'db/r15.ts', "console.log('a name');", /no-console/),
  code(
    'unused-suppression',
    'shared/r16.ts',
    '// oxlint-disable-next-line no-explicit-any\nexport const a = 1;',
    /[Uu]nused oxlint-disable/,
  ),
];

/** Walls that the compiler holds: a room has no reference to, or no types of, what it may not know. */
export const COMPILER_PLANTS: readonly Plant[] = [
  layer('shared→db', 'shared/c1.ts', '#db/sales/thing.ts', /TS6307/),
  code('shared without Node', 'shared/c2.ts', 'export const a = process.pid;', /TS2591/),
  layer('shared without Node', 'shared/c3.ts', 'node:fs', /TS2591/),
  code('shared without DOM', 'shared/c4.ts', 'export const a = document.title;', /TS2584/),
  layer('db→sync', 'db/c1.ts', '#sync/thing.ts', /TS6307/),
  layer('db→electron', 'db/c2.ts', '#electron/store/words.ts', /TS6307/),
  code('db without DOM', 'db/c3.ts', 'export const a = document.title;', /TS2584/),
  layer('sync→electron', 'sync/c1.ts', '../electron/store/words.ts', /TS6307/),
  code('sync without DOM', 'sync/c2.ts', 'export const a = document.title;', /TS2584/),
  layer('electron→renderer', 'electron/main/c1.ts', '#renderer/app/thing.ts', /TS6307/),
  code('electron without DOM', 'electron/main/c2.ts', 'export const a = document.title;', /TS2584/),
  layer('preload→db', 'electron/preload/c1.ts', '#db/write.ts', /TS6307/),
  layer('preload→main', 'electron/preload/c2.ts', '../store/words.ts', /TS6307/),
  layer('renderer→db', 'renderer/sales/c1.ts', '#db/sales/thing.ts', /TS6307/),
  layer('renderer→sync', 'renderer/sales/c2.ts', '#sync/thing.ts', /TS6307/),
  layer('renderer→electron', 'renderer/sales/c3.ts', '#electron/store/words.ts', /TS6307/),
  code('renderer without Node', 'renderer/sales/c4.ts', 'export const a = process.pid;', /TS2591/),
  code('no enum', 'shared/c5.ts', 'export enum A {\n  B,\n}', /TS1294/),
];
