import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** `npm run screenshots`: pictures of every screen in both themes, for the documents and the guide. */
export default defineConfig({ ...tests, testMatch: '**/*.pictures.ts', timeout: 600_000 });
