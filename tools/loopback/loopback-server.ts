import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  contentTypeOf,
  findPageFile,
  listPageFiles,
  PAGE_HEADERS,
} from '#electron/main/page/page-files.ts';
import { findRefusal } from './request-checks.ts';
import { Sessions } from './sessions.ts';
import { dropSilentSockets, relaySocket } from './socket-relay.ts';

/** An import file of 64 MB and the frame around it, as the store itself takes it. */
const MAX_FRAME_BYTES = 70_000_000;
const MAX_BODY_BYTES = 1024;
const SIGN_OF_LIFE_MS = 30_000;

export interface LoopbackOptions {
  /** The built page. */
  readonly root: string;
  /** 0 lets the system choose. */
  readonly port: number;
  connect(caller: { readonly id: string }): Promise<MessagePort>;
}

export interface LoopbackServer {
  /** A fresh link that signs one browser in; the link before it stops working. */
  newLink(): string;
  close(): Promise<void>;
}

/** Serves the page and the store to browsers on this machine, and to nobody else. */
export async function serveLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer();
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const cookieName = `counter_session_${port}`; // every port of this machine shares one cookie jar
  const sessions = new Sessions();
  const files = listPageFiles(options.root);
  server.on('request', (request, response) => {
    // A file gone from under us: this line is cut, and the next request has its own.
    answer(request, response).catch(() => response.destroy());
  });
  const sockets = serveSockets(server, host, (request) => {
    const session = sessions.find(request.headers.cookie, cookieName);
    return session && (() => options.connect(session));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const kind = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'change';
    if (findRefusal(request.headers, host, kind)) return refuse(response, 403);
    const [path = ''] = (request.url ?? '').split('?');
    if (kind === 'read') return sendPage(path, response);
    if (request.method !== 'POST' || path !== '/session') return refuse(response, 404);
    const token = await readBody(request);
    if (token === undefined) return refuse(response, 413);
    const secret = sessions.redeem(token);
    if (secret === undefined) return refuse(response, 401);
    const cookie = `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(204, { ...PAGE_HEADERS, 'set-cookie': cookie }).end();
  }

  async function sendPage(path: string, response: ServerResponse): Promise<void> {
    const found = findPageFile(files, path);
    if (found.status !== 200) return refuse(response, found.status);
    const body = await readFile(found.file);
    response
      .writeHead(200, { ...PAGE_HEADERS, 'content-type': contentTypeOf(found.file) })
      .end(body);
  }

  return {
    newLink: () => `http://${host}/#${sessions.newLinkToken()}`,
    async close() {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Attaches the one socket address, `/store`. `admit` answers how to reach the store, or undefined: no session. */
function serveSockets(
  server: Server,
  host: string,
  admit: (request: IncomingMessage) => (() => Promise<MessagePort>) | undefined,
): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const answered = new WeakSet<WebSocket>();
  const rounds = setInterval(() => dropSilentSockets(sockets.clients, answered), SIGN_OF_LIFE_MS);
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', () => raw.destroy());
    if (findRefusal(request.headers, host, 'change')) return refuseUpgrade(raw, 403);
    if (request.url !== '/store') return refuseUpgrade(raw, 404);
    const connect = admit(request);
    if (!connect) return refuseUpgrade(raw, 401);
    sockets.handleUpgrade(request, raw, head, (socket) => {
      answered.add(socket);
      socket.on('pong', () => answered.add(socket));
      attach(socket, connect);
    });
  });
  return {
    close() {
      clearInterval(rounds);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** The store may still be starting: what the tab sends meanwhile waits in the paused socket. */
function attach(socket: WebSocket, connect: () => Promise<MessagePort>): void {
  socket.pause();
  // A broken frame or line: `ws` then closes the socket by itself, and `close` is what counts.
  socket.on('error', () => undefined);
  connect().then(
    (port) => {
      relaySocket(socket, port);
      if (socket.readyState === socket.OPEN) socket.resume();
      else port.close();
    },
    () => socket.close(1011, 'the store does not answer'),
  );
}

function listen(server: Server, port: number): Promise<void> {
  server.maxConnections = 64;
  server.requestTimeout = 10_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** The body as text, or undefined as soon as it is longer than any token. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      if (body.length > MAX_BODY_BYTES) resolve(undefined);
      else body += chunk.toString('utf8');
    });
    request.on('end', () => resolve(body.length > MAX_BODY_BYTES ? undefined : body));
    request.on('error', reject);
  });
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...PAGE_HEADERS, connection: 'close' }).end();
}

function refuseUpgrade(raw: Duplex, status: number): void {
  raw.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
