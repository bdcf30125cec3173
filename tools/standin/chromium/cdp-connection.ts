import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './cdp-protocol.ts';

type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: never;
  readonly error?: { readonly message: string };
}

/** One conversation with the browser (no id) or with one page. */
export class CdpSession {
  readonly #connection: CdpConnection;
  readonly #sessionId: string | undefined;
  readonly events = new EventEmitter();

  constructor(connection: CdpConnection, sessionId?: string) {
    this.#connection = connection;
    this.#sessionId = sessionId;
  }

  send<T extends keyof Commands>(method: T, params?: Commands[T]): Promise<Answers[T]> {
    return this.#connection.request<Answers[T]>(method, params, this.#sessionId);
  }

  on<T extends keyof Events>(event: T, listener: (params: Events[T]) => void): void {
    this.events.on(event, listener);
  }

  off<T extends keyof Events>(event: T, listener: (params: Events[T]) => void): void {
    this.events.off(event, listener);
  }
}

/**
 * Chromium's DevTools protocol over a pipe: JSON messages, each ended by a zero byte.
 * A pipe rather than a socket, because Chromium ends by itself when our end is gone, even after a kill -9.
 */
export class CdpConnection {
  readonly browser = new CdpSession(this);
  readonly #toChromium: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, CdpSession>();
  #pieces: Buffer[] = [];
  #lastId = 0;
  #closed = false;

  constructor(toChromium: Writable, fromChromium: Readable) {
    this.#toChromium = toChromium;
    toChromium.on('error', () => this.#close());
    fromChromium.on('error', () => this.#close());
    fromChromium.on('data', (bytes: Buffer) => this.#receive(bytes));
    fromChromium.on('close', () => this.#close());
  }

  async attachTo(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const session = new CdpSession(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  request<Result>(method: string, params: unknown, sessionId: string | undefined): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    if (this.#closed) {
      reject(new Error(`${method}: Chromium has ended`));
      return promise;
    }
    const id = ++this.#lastId;
    this.#waiting.set(id, { method, resolve, reject });
    this.#toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return promise;
  }

  #receive(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      this.#pieces.push(bytes.subarray(start, end));
      const text = Buffer.concat(this.#pieces).toString('utf8');
      this.#pieces = [];
      start = end + 1;
      this.#handle(JSON.parse(text) as Incoming);
    }
    if (start < bytes.length) this.#pieces.push(bytes.subarray(start));
  }

  #handle(message: Incoming): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      else waiting?.resolve(message.result as never);
      return;
    }
    const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.browser;
    if (message.method) session?.events.emit(message.method, message.params);
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended`));
    this.#waiting.clear();
  }
}
