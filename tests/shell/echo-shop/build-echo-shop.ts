import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';

/** A guard taken out of the shell on purpose: the tests have to notice. */
export interface PlantedBug {
  readonly file: string;
  readonly guard: string;
  readonly instead: string;
}

const ROOT = path.join(import.meta.dirname, '../../..');
const ECHO_STORE = new URL('./start-store.ts', import.meta.url);

/** Builds the real shell around the echoing store and page, into a folder Electron can be pointed at. */
export async function buildEchoShop(...bugs: readonly PlantedBug[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'echo-shop-'));
  const out = (name: string) => path.join(folder, 'out', name);
  const parts = [
    [path.join(ROOT, 'electron/main/main.ts'), out('main'), 'es', '[name].js'],
    [path.join(ROOT, 'electron/preload/preload.ts'), out('preload'), 'cjs', '[name].cjs'],
  ] as const;
  for (const [input, outDir, format, entryFileNames] of parts) {
    await build(nodeBuild(input, outDir, { format, entryFileNames }, bugs));
  }
  mkdirSync(out('renderer'), { recursive: true });
  cpSync(path.join(import.meta.dirname, 'page'), out('renderer'), { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name: 'echo-shop',
      productName: 'Echo Shop',
      version: '1.2.3',
      type: 'module',
      main: 'out/main/main.js',
    }),
  );
  return folder;
}

function nodeBuild(
  input: string,
  outDir: string,
  output: { readonly format: 'es' | 'cjs'; readonly entryFileNames: string },
  bugs: readonly PlantedBug[],
): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [echoStore(), plant(bugs)],
    ssr: { noExternal: true, external: ['electron'] },
    build: { ssr: input, outDir, emptyOutDir: true, minify: false, rolldownOptions: { output } },
  };
}

function echoStore(): Plugin {
  return {
    name: 'echo-store',
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith('store/start-store.ts') ? fileURLToPath(ECHO_STORE) : undefined,
  };
}

function plant(bugs: readonly PlantedBug[]): Plugin {
  return {
    name: 'planted-bugs',
    enforce: 'pre',
    transform(code, id) {
      const here = bugs.filter(({ file }) => id.endsWith(`/${file}`));
      return here.reduce((changed, { file, guard, instead }) => {
        if (!changed.includes(guard)) throw new Error(`${file} has no ${guard} to take out`);
        return changed.replace(guard, instead);
      }, code);
    },
  };
}
