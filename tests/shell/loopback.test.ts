import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveLoopback, type LoopbackServer } from '#tools/loopback/loopback-server.ts';

let folder: string;
let server: LoopbackServer;
let link: URL;
let callers: string[];
let storePorts: MessagePort[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'loopback-'));
  const root = path.join(folder, 'page');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<title>counter</title>');
  writeFileSync(path.join(root, 'assets/page.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
  callers = [];
  storePorts = [];
  server = await serveLoopback({ root, port: 0, connect: echoStore });
  link = new URL(server.newLink());
});
afterEach(async () => {
  await server.close();
  for (const port of storePorts) port.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A store that answers every frame with itself. */
async function echoStore(caller: { readonly id: string }): Promise<MessagePort> {
  callers.push(caller.id);
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (frame: unknown) => port2.postMessage(frame));
  storePorts.push(port2);
  return port1;
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path as it is written: `fetch` would tidy it up first. */
function ask(
  rawPath: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: link.port, path: rawPath, method, headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const own = () => ({ origin: link.origin });
const redeem = (token: string, headers: Record<string, string> = own()) =>
  ask('/session', headers, 'POST', token);

async function signIn(): Promise<string> {
  const { status, headers } = await redeem(link.hash.slice(1));
  expect(status).toBe(204);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** The status of a refused socket, or the open socket. */
function openSocket(
  headers: Record<string, string>,
  address = '/store',
): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${link.port}${address}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}

async function openedSocket(cookie: string): Promise<WebSocket> {
  const socket = await openSocket({ ...own(), cookie });
  if (typeof socket === 'number') throw new Error(`the socket was refused with ${socket}`);
  return socket;
}

const closed = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));

const echoed = (socket: WebSocket, frame: string | Uint8Array) =>
  new Promise<{ data: string; isBinary: boolean }>((resolve) => {
    socket.once('message', (data, isBinary) =>
      resolve({ data: Buffer.from(data as Buffer).toString(), isBinary }),
    );
    socket.send(frame);
  });

describe('the page', () => {
  test('comes with the policy of the program, and nothing is kept by the browser', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body]).toEqual([200, '<title>counter</title>']);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect((await ask('/assets/page.js?v=1')).headers['content-type']).toContain('text/javascript');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/link.txt',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    'http://127.0.0.1/index.html',
  ])('leads nowhere else: %s', async (rawPath) => {
    expect((await ask(rawPath)).status).toBe(404);
  });

  test.each(['/%zz', '/%', '/%e0%a4'])(
    '%s is called malformed, and the next request is served',
    async (rawPath) => {
      expect((await ask(rawPath)).status).toBe(400);
      expect((await ask('/')).status).toBe(200);
    },
  );

  test('is served to nobody who thinks that this is another machine', async () => {
    for (const host of [
      'evil.test',
      `localhost:${link.port}`,
      '127.0.0.1',
      `127.0.0.1:${link.port}.evil.test`,
    ]) {
      expect((await ask('/', { host })).status, host).toBe(403);
    }
  });

  test('is not served to a page of another site or another port', async () => {
    for (const headers of [
      { origin: 'http://evil.test' },
      { origin: `http://localhost:${link.port}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await ask('/', headers)).status, JSON.stringify(headers)).toBe(403);
    }
    expect((await ask('/', { 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  test('has no other verbs and addresses', async () => {
    for (const [method, rawPath] of [
      ['POST', '/'],
      ['PUT', '/session'],
      ['DELETE', '/index.html'],
    ] as const) {
      expect((await ask(rawPath, own(), method)).status, method).toBe(404);
    }
  });
});

describe('a printed link', () => {
  test('signs in one browser, once, with a cookie no script and no other site can use', async () => {
    const token = link.hash.slice(1);
    const { status, headers } = await redeem(token);
    expect(status).toBe(204);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^counter_session_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await redeem(token)).status).toBe(401);
  });

  test('is dead as soon as a new one is printed', async () => {
    const next = new URL(server.newLink());
    expect((await redeem(link.hash.slice(1))).status).toBe(401);
    expect((await redeem(next.hash.slice(1))).status).toBe(204);
  });

  test('is not redeemed for a guess, an empty body, a flood, or from elsewhere', async () => {
    expect((await redeem('guess')).status).toBe(401);
    expect((await redeem('')).status).toBe(401);
    expect((await redeem('x'.repeat(100_000))).status).toBe(413);
    const token = link.hash.slice(1);
    expect((await redeem(token, {})).status).toBe(403);
    expect((await redeem(token, { origin: 'http://evil.test' })).status).toBe(403);
    expect((await redeem(token, { ...own(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await redeem(token)).status).toBe(204);
  });
});

describe('the socket to the store', () => {
  test('is refused without a session, with an invented one, and from elsewhere', async () => {
    const cookie = await signIn();
    const name = cookie.split('=')[0];
    expect(await openSocket(own())).toBe(401);
    expect(await openSocket({ ...own(), cookie: `${name}=${'A'.repeat(43)}` })).toBe(401);
    expect(await openSocket({ ...own(), cookie: `${name}=` })).toBe(401);
    expect(await openSocket({ cookie })).toBe(403);
    expect(await openSocket({ origin: 'http://evil.test', cookie })).toBe(403);
    expect(await openSocket({ ...own(), cookie, host: 'evil.test' })).toBe(403);
    expect(await openSocket({ ...own(), cookie, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await openSocket({ ...own(), cookie }, '/other')).toBe(404);
    expect(callers).toEqual([]);
  });

  test('carries text as text and bytes as bytes, both ways', async () => {
    const socket = await openedSocket(await signIn());
    expect(await echoed(socket, 'three rings')).toEqual({ data: 'three rings', isBinary: false });
    expect(await echoed(socket, Uint8Array.of(1, 2, 3))).toEqual({
      data: '\x01\x02\x03',
      isBinary: true,
    });
    socket.terminate();
  });

  test('is one caller for all tabs of one browser, and another for the next browser', async () => {
    const cookie = await signIn();
    const sockets = [await openedSocket(cookie), await openedSocket(cookie)];
    link = new URL(server.newLink());
    sockets.push(await openedSocket(await signIn()));
    expect(callers).toEqual(['browser-1', 'browser-1', 'browser-2']);
    for (const socket of sockets) socket.terminate();
  });

  test('takes frames up to 70 MB and hangs up on a longer one', async () => {
    const socket = await openedSocket(await signIn());
    const longest = 'x'.repeat(70_000_000);
    expect((await echoed(socket, longest)).data.length).toBe(longest.length);
    const hungUp = closed(socket);
    socket.send(`${longest}y`);
    expect(await hungUp).toBe(1009);
  });

  test('closes when the store goes, and the store hears when the tab goes', async () => {
    const cookie = await signIn();
    const [first, second] = [await openedSocket(cookie), await openedSocket(cookie)];
    await Promise.all([echoed(first, 'a'), echoed(second, 'b')]);
    const firstClosed = closed(first);
    storePorts[0]?.close();
    expect(await firstClosed).toBe(1012);
    const heard = new Promise((resolve) => storePorts[1]?.once('close', resolve));
    second.terminate();
    await heard;
  });
});
