import { EventEmitter, once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { IpcMain, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageCallers, handOutStorePorts } from './store-connection.ts';

class Page extends EventEmitter {
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
}

class WindowPort extends EventEmitter {
  readonly posted: unknown[] = [];
  postMessage(data: unknown): void {
    this.posted.push(data);
  }
  start(): void {}
  close(): void {}
}

const asContents = (page: Page) => page as unknown as WebContents;

let ipc: EventEmitter;
let asked: PromiseWithResolvers<MessagePort>;
let callers: string[];
let trouble: string[];
let storeEnd: MessagePort;
beforeEach(() => {
  ipc = new EventEmitter();
  asked = Promise.withResolvers();
  callers = [];
  trouble = [];
  const store = {
    connect: ({ id }: { readonly id: string }) => {
      callers.push(id);
      return asked.promise;
    },
  };
  handOutStorePorts(ipc as unknown as IpcMain, store, createPageCallers(), (what) =>
    trouble.push(what),
  );
});
afterEach(() => storeEnd?.close());

function connect(page: Page): WindowPort {
  const port = new WindowPort();
  ipc.emit('store:connect', {
    senderFrame: { url: 'app://counter/', parent: null },
    sender: page,
    ports: [port],
  });
  return port;
}

function theStoreAnswers(): void {
  const { port1, port2 } = new MessageChannel();
  storeEnd = port2;
  asked.resolve(port1);
}

const watchers = (page: Page) => page.eventNames().length;

describe('a page that asks for the store', () => {
  test.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'loses its port on %s',
    async (event) => {
      const page = new Page(1);
      const port = connect(page);
      theStoreAnswers();
      await vi.waitFor(() => expect(port.listenerCount('message')).toBe(1));
      const hungUp = once(storeEnd, 'close');
      page.emit(event);
      await hungUp;
      expect(port.posted).toEqual([{ closed: true }]);
      expect(watchers(page)).toBe(0);
    },
  );

  test('and goes while the store is starting leaves no port open', async () => {
    const page = new Page(1);
    const port = connect(page);
    page.emit('did-navigate');
    theStoreAnswers();
    await once(storeEnd, 'close');
    expect(port.posted).toEqual([{ closed: true }]);
    expect(watchers(page)).toBe(0);
  });

  test('is told when there is no store to be had, and may ask again', async () => {
    const page = new Page(1);
    const port = connect(page);
    asked.reject(new Error('closing'));
    await vi.waitFor(() => expect(port.posted).toEqual([{ closed: true }]));
    expect(trouble).toEqual(['a page was not connected: Error: closing']);
    expect(watchers(page)).toBe(0);
  });

  test('speaks as its own window; a paper speaks as the window that asked for it', () => {
    const who = createPageCallers();
    const [till, paper] = [asContents(new Page(1)), asContents(new Page(2))];
    expect(who.callerOf(paper)).toEqual({ id: 'window-2' });
    who.speakAs(paper, till);
    expect(who.callerOf(paper)).toEqual({ id: 'window-1' });
    connect(new Page(7));
    expect(callers).toEqual(['window-7']);
  });
});
