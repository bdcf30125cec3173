import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  // Not the compiler's own: its `paths` lead to declarations, and the runner would load those.
  tsconfig: 'tests/e2e/playwright.tsconfig.json',
  outputDir: 'test-results',
  // Two tills beside each other: each test starts the whole program on its own folder of data.
  workers: 2,
  fullyParallel: false,
  // A test that passes at the second try has not passed.
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 90_000,
  expect: { timeout: 10_000 },
});
