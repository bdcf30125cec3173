import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One build, three worlds. Only the native packages and Electron itself stay outside the bundles.
const external = ['electron', 'better-sqlite3', '@node-rs/argon2'];

const nodeBundle = (input: Record<string, string>, format: 'es' | 'cjs', outDir: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external },
  build: {
    outDir,
    target: 'node24',
    minify: false,
    emptyOutDir: true,
    rolldownOptions: {
      input,
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        chunkFileNames: 'chunk-[name]-[hash].js',
      },
    },
  },
});

// The store's threads are found beside whoever starts them: main, or the loopback way.
const storeWorkers = {
  'writer-worker': 'electron/store/writer-worker.ts',
  'reader-worker': 'electron/store/reader-worker.ts',
  'backup-worker': 'electron/store/backup-worker.ts',
  'nightly-worker': 'electron/store/nightly-worker.ts',
};

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: { target: 'chrome150' },
  environments: {
    client: {
      build: {
        outDir: '../out/renderer',
        emptyOutDir: true,
        rolldownOptions: { input: ['renderer/index.html', 'renderer/display.html'] },
      },
    },
    main: nodeBundle({ main: 'electron/main/main.ts', ...storeWorkers }, 'es', '../out/main'),
    preload: nodeBundle(
      {
        preload: 'electron/preload/preload.ts',
        'display-preload': 'electron/preload/display-preload.ts',
      },
      'cjs',
      '../out/preload',
    ),
    tools: nodeBundle(
      { loopback: 'tools/loopback/loopback.ts', ...storeWorkers },
      'es',
      '../out/tools',
    ),
  },
  builder: {
    async buildApp(builder) {
      const wanted = Object.values(builder.environments).filter((env) => env.name !== 'ssr');
      await Promise.all(wanted.map((env) => builder.build(env)));
    },
  },
});
