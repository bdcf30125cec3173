import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const sources = new Map(
  globSync('electron/{main,preload}/**/*.ts', { cwd: ROOT })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]),
);

/** The files in which a pattern occurs. */
const filesWith = (pattern: RegExp) =>
  [...sources].filter(([, text]) => pattern.test(text)).map(([file]) => file);

describe('the shell has one place', () => {
  test('that makes windows', () => {
    expect(filesWith(/\bnew BrowserWindow\b/)).toEqual(['electron/main/secure-window.ts']);
    expect(filesWith(/import [^;]*\bBrowserWindow\b[^;]* from 'electron'/)).toEqual([
      'electron/main/secure-window.ts',
    ]);
  });

  test('that says how safe they are', () => {
    expect(filesWith(/webPreferences:/)).toEqual(['electron/main/window-options.ts']);
  });

  test('that listens to pages', () => {
    expect(filesWith(/\bipc(Main)?\s*\.\s*(on|once|handle|handleOnce|addListener)\(/)).toEqual([
      'electron/main/page/page-channels.ts',
    ]);
  });

  test('that runs a script in a page, and its text is fixed', () => {
    expect(filesWith(/executeJavaScript/)).toEqual(['electron/main/papers/save-paper.ts']);
    expect(filesWith(/executeJavaScript\(WAIT_FOR_PAPER\)/)).toHaveLength(1);
  });

  test('that serves the page', () => {
    expect(filesWith(/protocol\.handle\(/)).toEqual(['electron/main/page/app-protocol.ts']);
  });
});

describe('the shell has no place', () => {
  test.each([
    ['that opens something outside', /openExternal|openPath|showItemInFolder/],
    [
      'that weakens a page',
      /webSecurity: false|sandbox: false|contextIsolation: false|nodeIntegration\w*: true|enableBlinkFeatures|experimentalFeatures|webviewTag: true|allowRunningInsecureContent: true/,
    ],
    ['that loads a file or a foreign address', /loadFile|loadURL\((?!PAGE_URL|address)/],
    ['that listens on a port', /node:(http|https|net|http2|dgram)|from 'ws'/],
    ['that reaches the loopback way', /loopback/],
    ['that uses the synchronous keychain', /\b(en|de)cryptString\(|isEncryptionAvailable\(/],
    ['that switches Chromium’s protection off', /no-sandbox|disable-web-security|appendSwitch/],
  ])('%s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  test('without its sandbox, and this test would see the rule broken', () => {
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['electron/main/main.ts']);
    expect(sources.size).toBeGreaterThan(15);
  });
});
