import { defineConfig } from 'vitest/config';

// Node 24 has no Temporal of its own yet; the program loads the same polyfill at its start.
const setupFiles = ['temporal-polyfill/global'];

export default defineConfig({
  test: {
    // A developer's zone must not decide what a business date is.
    env: { TZ: 'America/New_York' },
    // Real encrypted files on a busy machine: slow is no failure, hanging is.
    testTimeout: 60_000,
    // Style sheets are left out of tests, but for the one whose colours are measured.
    css: { include: /tokens\.css/ },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,db,sync,electron,renderer,tools}/**/*.test.{ts,tsx}'],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          setupFiles,
          // These open real files, compile whole trees and kill processes, on two cores.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
