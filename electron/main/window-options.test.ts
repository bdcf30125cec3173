import { expect, test } from 'vitest';
import { isOwnPage } from './page/own-page.ts';
import { secureWindowOptions } from './window-options.ts';

test('every window is made with the same preferences, and none that weakens it', () => {
  expect(secureWindowOptions({ width: 800 }, '/preload.cjs')).toEqual({
    width: 800,
    webPreferences: {
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
});

test('a caller that comes with preferences of its own loses them', () => {
  const sly = { width: 800, webPreferences: { nodeIntegration: true, sandbox: false } };
  expect(secureWindowOptions(sly, '/p').webPreferences).toMatchObject({
    nodeIntegration: false,
    sandbox: true,
  });
});

test.each([
  ['our own page', { url: 'app://counter/#/sell', parent: null }, true],
  ['a frame inside our page', { url: 'app://counter/', parent: {} }, false],
  ['another host', { url: 'app://other/', parent: null }, false],
  ['another scheme', { url: 'https://counter/', parent: null }, false],
  ['a name that starts like ours', { url: 'app://counter.evil.test/', parent: null }, false],
  ['a page without an address', { url: '', parent: null }, false],
  ['an empty page', { url: 'about:blank', parent: null }, false],
  ['a frame that is gone', null, false],
])('main listens to %s: %#', (_who, frame, listens) => {
  expect(isOwnPage(frame)).toBe(listens);
});
