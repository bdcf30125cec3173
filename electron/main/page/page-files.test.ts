import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerPageRequest } from './app-protocol.ts';
import {
  contentTypeOf,
  findPageFile,
  listPageFiles,
  PAGE_HEADERS,
  type PageFiles,
} from './page-files.ts';

let outside: string;
let files: PageFiles;
beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'page-files-'));
  const root = path.join(outside, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<h1>counter</h1>');
  writeFileSync(path.join(root, 'assets/a b.js'), '');
  writeFileSync(path.join(outside, 'key.json'), 'secret');
  symlinkSync(outside, path.join(root, 'up'));
  symlinkSync(path.join(outside, 'key.json'), path.join(root, 'key.json'));
  files = listPageFiles(root);
});
afterAll(() => rmSync(outside, { recursive: true }));

const inside = (name: string) => path.join(outside, 'renderer', name);
const get = (url: string, method = 'GET') => answerPageRequest(files, new Request(url, { method }));

describe('the files of the page', () => {
  test('are found by their address, the page itself by /', () => {
    expect(findPageFile(files, '/')).toEqual({ status: 200, file: inside('index.html') });
    expect(findPageFile(files, '/assets/a%20b.js')).toEqual({
      status: 200,
      file: inside('assets/a b.js'),
    });
  });

  test.each([
    '/../key.json',
    '/%2e%2e/key.json',
    '/..%2fkey.json',
    '/up/key.json',
    '/key.json',
    '/assets',
    '',
    'index.html',
    '//index.html',
    '/index.html\0',
  ])('do not include %j', (address) => {
    expect(findPageFile(files, address)).toEqual({ status: 404 });
  });

  test.each(['/%zz', '/%', '/%c3'])('%s is no address at all', (address) => {
    expect(findPageFile(files, address)).toEqual({ status: 400 });
  });

  test('no address of any shape leads to a file outside the list', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      'assets',
      'key.json',
      'up',
      'index.html',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const found = findPageFile(files, `/${parts.join('')}`);
        expect(found.status !== 200 || [...files.values()].includes(found.file)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('have the type the browser needs, and never one it may guess', () => {
    expect(contentTypeOf('page.html')).toContain('text/html');
    expect(contentTypeOf('page.js')).toContain('text/javascript');
    expect(contentTypeOf('inter.woff2')).toBe('font/woff2');
    expect(contentTypeOf('unknown.xyz')).toBe('application/octet-stream');
    expect(PAGE_HEADERS['x-content-type-options']).toBe('nosniff');
  });
});

describe('the policy of the page', () => {
  test('allows our own files and nothing else', () => {
    expect(PAGE_HEADERS['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]);
  });
});

describe('app://counter/', () => {
  test('serves the page with its policy', async () => {
    const response = await get('app://counter/#/sell');
    expect([response.status, await response.text()]).toEqual([200, '<h1>counter</h1>']);
    expect(Object.fromEntries(response.headers)).toMatchObject(PAGE_HEADERS);
  });

  test.each([
    ['app://other/', 'GET', 404],
    ['app://counter.evil.test/', 'GET', 404],
    ['https://counter/', 'GET', 404],
    ['app://counter/..%2fkey.json', 'GET', 404],
    ['app://counter/%zz', 'GET', 400],
    ['app://counter/', 'POST', 405],
  ])('%s by %s is refused with %i, under the same policy', async (url, method, status) => {
    const response = await get(url, method);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(PAGE_HEADERS);
  });
});
