import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLoopback, type LoopbackServer } from '#tools/loopback/loopback-server.ts';
import { requireChromium, thisMachine } from '#tools/test/chromium.ts';

const PAGE = `
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, '', location.pathname);
    await fetch('/session', { method: 'POST', body: token });
  }
  window.ask = (address, frame) => new Promise((resolve) => {
    const socket = new WebSocket(address);
    socket.onopen = () => socket.send(frame);
    socket.onmessage = ({ data }) => resolve(data);
    socket.onerror = () => resolve('refused');
  });
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective));
  document.title = 'ready';
`;

let root: string;
let server: LoopbackServer;
let browser: Browser;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'loopback-page-'));
  writeFileSync(path.join(root, 'index.html'), '<script type="module" src="/page.js"></script>');
  writeFileSync(path.join(root, 'page.js'), PAGE);
  const connect = async () => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (frame: unknown) => port2.postMessage(frame));
    return port1;
  };
  server = await serveLoopback({ root, port: 0, connect });
  const { path: executablePath } = requireChromium(thisMachine(() => undefined));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(root, { recursive: true });
});

async function openLink(link: string, context = browser.newContext()) {
  const page = await (await context).newPage();
  await page.goto(link);
  await page.waitForFunction(() => document.title === 'ready');
  return page;
}

test('a browser that opens the printed link reaches the store; the link and the cookie stay out of sight', async () => {
  const link = new URL(server.newLink());
  const page = await openLink(link.href);
  expect(await page.evaluate(`ask('ws://${link.host}/store', 'three rings')`)).toBe('three rings');
  expect(page.url()).toBe(`${link.origin}/`);
  expect(await page.evaluate('document.cookie')).toBe('');
  await page.reload();
  await page.waitForFunction(() => document.title === 'ready');
  expect(await page.evaluate(`ask('ws://${link.host}/store', 'again')`)).toBe('again');
});

test('a browser with a used link, and one without, reach nothing', async () => {
  const link = new URL(server.newLink());
  await openLink(link.href);
  for (const address of [link.href, `${link.origin}/`]) {
    const page = await openLink(address);
    expect(await page.evaluate(`ask('ws://${link.host}/store', 'x')`)).toBe('refused');
  }
});

test('the page speaks to nobody else, not even to another name of this machine', async () => {
  const link = new URL(server.newLink());
  const page = await openLink(link.href);
  const elsewhere = `ws://localhost:${link.port}/store`;
  expect(await page.evaluate(`ask('${elsewhere}', 'x').catch(() => 'blocked')`)).not.toBe('x');
  await page.evaluate(`fetch('http://127.0.0.1:9/').catch(() => undefined)`);
  expect(await page.evaluate('violations')).toEqual(['connect-src', 'connect-src']);
});

test('a page on another port of this machine reaches nothing, although it shares the cookies', async () => {
  const link = new URL(server.newLink());
  const context = await browser.newContext();
  await openLink(link.href, Promise.resolve(context));
  const stranger = createServer((_request, response) => response.end('<title>ready</title>'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  const page = await openLink(`http://127.0.0.1:${port}/`, Promise.resolve(context));
  const answer = await page.evaluate(
    `new Promise((resolve) => {
      const socket = new WebSocket('ws://${link.host}/store');
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    })`,
  );
  expect(answer).toBe('refused');
  await page.close();
  stranger.closeAllConnections();
  stranger.close();
});
