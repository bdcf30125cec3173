import { expect, it } from 'vitest';
import { runtimeOf } from './runtime.ts';
import { partOf } from './parts.ts';

it.each([
  [
    'Mozilla/5.0 (X11) Chrome/150.0.1.2 Electron/45.4.1 Safari/537.36',
    'Electron 45.4.1 · Chromium 150',
  ],
  ['Mozilla/5.0 (X11) Chrome/150.0.1.2 Safari/537.36', 'Chromium 150'],
  ['Something else', 'Something else'],
])('%j runs on %j', (userAgent, runtime) => {
  expect(runtimeOf(userAgent)).toBe(runtime);
});

it('an address without a part of the settings opens the first', () => {
  expect(partOf('printer')).toBe('printer');
  expect(partOf(undefined)).toBe('store');
  expect(partOf('no-such-part')).toBe('store');
});
