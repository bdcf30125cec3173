import { EventEmitter, once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { relay } from './relay.ts';

/** Main's end of a page's port, with what was posted to the page. */
class WindowPort extends EventEmitter {
  readonly posted: unknown[] = [];
  readonly start = vi.fn<() => void>();
  closed = false;
  postMessage(data: unknown): void {
    this.posted.push(data);
  }
  close(): void {
    this.closed = true;
    this.emit('close');
  }
  says(data: unknown): void {
    this.emit('message', { data, ports: [] });
  }
}

let windowPort: WindowPort;
let storePort: MessagePort;
let onClosed: ReturnType<typeof vi.fn<() => void>>;
let close: () => void;
beforeEach(() => {
  windowPort = new WindowPort();
  const { port1, port2 } = new MessageChannel();
  storePort = port2;
  onClosed = vi.fn<() => void>();
  close = relay(windowPort, port1, onClosed);
});
afterEach(() => storePort.close());

const heardByStore = async () => (await once(storePort, 'message'))[0] as unknown;

describe('the relay between a window and the store', () => {
  test('carries text and bytes both ways', async () => {
    const heard = heardByStore();
    windowPort.says('three rings');
    expect(await heard).toBe('three rings');
    const heardBytes = heardByStore();
    windowPort.says(Uint8Array.of(1, 2));
    expect(await heardBytes).toEqual(Uint8Array.of(1, 2));
    storePort.postMessage('sold');
    storePort.postMessage(Uint8Array.of(3));
    await vi.waitFor(() => expect(windowPort.posted).toEqual(['sold', Uint8Array.of(3)]));
  });

  test('carries an import file as large as the store takes', async () => {
    const heard = heardByStore();
    windowPort.says(new Uint8Array(64 * 1024 * 1024 + 4096));
    expect(await heard).toHaveProperty('byteLength', 64 * 1024 * 1024 + 4096);
    expect(windowPort.closed).toBe(false);
  });

  test.each([
    { closed: true },
    {},
    null,
    undefined,
    5,
    [],
    'x'.repeat(8 * 1024 * 1024 + 1),
    new ArrayBuffer(4),
  ])('a page that says anything else loses its port: %#', async (data) => {
    const hungUp = once(storePort, 'close');
    windowPort.says(data);
    await hungUp;
    expect(windowPort.posted).toEqual([{ closed: true }]);
    expect(windowPort.closed).toBe(true);
    expect(onClosed).toHaveBeenCalledTimes(1);
  });

  test('tells the page when the store hangs up', async () => {
    storePort.close();
    await vi.waitFor(() => expect(windowPort.posted).toEqual([{ closed: true }]));
    expect(onClosed).toHaveBeenCalledTimes(1);
  });

  test('tells the store when the page is gone, and main can close both', async () => {
    const hungUp = once(storePort, 'close');
    close();
    close();
    await hungUp;
    windowPort.says('too late');
    expect(windowPort.posted).toEqual([{ closed: true }]);
    expect(onClosed).toHaveBeenCalledTimes(1);
  });

  test('passes nothing strange on to the page', async () => {
    storePort.postMessage({ sql: 'select' });
    storePort.postMessage('fine');
    await vi.waitFor(() => expect(windowPort.posted).toEqual(['fine']));
  });

  test('starts the page’s port, so that what it said before is heard', () => {
    expect(windowPort.start).toHaveBeenCalledTimes(1);
  });
});
