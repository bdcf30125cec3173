// Playwright ships the DevTools protocol's types for the Chromium it drives; they are borrowed for checking only.
export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
