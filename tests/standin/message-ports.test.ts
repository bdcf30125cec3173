import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFixture, stopFixture, type Started } from './fixture-app.ts';

const PRELOAD = `
const { ipcRenderer } = require('electron');
window.addEventListener('message', (event) => {
  if (event.data === 'connect') ipcRenderer.postMessage('connect', { from: 'page' }, event.ports);
});
ipcRenderer.on('given', (event, what) => window.postMessage({ given: what }, '*', event.ports));
`;
const MAIN = `
ipcMain.on('connect', (event, greeting) => {
  const [port] = event.ports;
  port.on('message', ({ data, ports }) => {
    if (data === 'die') port.close();
    else if (data === 'poison') { try { port.postMessage(() => 0); } catch (error) { events.push('refused ' + error.name); } }
    else if (ports.length > 0) { ports[0].postMessage('over the second port'); ports[0].start(); }
    else port.postMessage(data);
  });
  port.on('close', () => events.push('port closed'));
  port.postMessage({ greeting, url: event.senderFrame.url });
  port.start();
});
`;

declare global {
  interface Window {
    connect(): { readonly port: MessagePort; next(): Promise<unknown> };
    line: ReturnType<Window['connect']>;
  }
}

/** Gives the page a port to main and a way to wait for what comes out of it. */
async function connect({ page }: Started): Promise<void> {
  await page.evaluate(() => {
    window.connect = () => {
      const { port1, port2 } = new MessageChannel();
      const arrived: unknown[] = [];
      const waiting: ((value: unknown) => void)[] = [];
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        const first = waiting.shift();
        if (first) first(data);
        else arrived.push(data);
      };
      window.postMessage('connect', '*', [port2]);
      return {
        port: port1,
        next: () =>
          new Promise((resolve) =>
            arrived.length > 0 ? resolve(arrived.shift()) : void waiting.push(resolve),
          ),
      };
    };
    window.line = window.connect();
  });
}

let started: Started;
const happened = (): Promise<string[]> =>
  started.app.evaluate(() => Reflect.get(globalThis, 'events') as string[]);

beforeAll(async () => {
  started = await startFixture({ main: MAIN, preload: PRELOAD });
});
afterAll(async () => {
  await stopFixture(started);
});

test('a page hands main a port, and main answers over it', async () => {
  await connect(started);
  expect(await started.page.evaluate(() => window.line.next())).toEqual({
    greeting: { from: 'page' },
    url: 'app://shop/page.html',
  });
});

test('a text of 1 MB and 3 MB of bytes go to main and come back unchanged', async () => {
  const result = await started.page.evaluate(async () => {
    const { port, next } = window.line;
    const text = 'é'.repeat(500_000);
    port.postMessage(text);
    const sameText = (await next()) === text;
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_none, index) => index % 251);
    port.postMessage(bytes);
    const back = (await next()) as Uint8Array;
    return {
      sameText,
      kind: back.constructor.name,
      length: back.length,
      same: back.every((byte, index) => byte === bytes[index]),
    };
  });
  expect(result).toEqual({ sameText: true, kind: 'Uint8Array', length: 3_000_000, same: true });
});

test('messages keep their order', async () => {
  const order = await started.page.evaluate(async () => {
    const { port, next } = window.line;
    for (let index = 0; index < 200; index += 1) port.postMessage(index);
    const back: unknown[] = [];
    while (back.length < 200) back.push(await next());
    return back.every((value, index) => value === index);
  });
  expect(order).toBe(true);
});

test('a port sent over a port works', async () => {
  const said = await started.page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise(
      (resolve) => (port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)),
    );
    window.line.port.postMessage('take this', [port2]);
    return await heard;
  });
  expect(said).toBe('over the second port');
});

test('main gives the page one end of a channel, with what was posted before', async () => {
  const heard = started.page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('message', ({ data, ports }: MessageEvent<{ given?: string }>) => {
          const [port] = ports;
          if (!data.given || !port) return;
          port.onmessage = (event: MessageEvent<unknown>) =>
            resolve([data.given, ...(event.data as Map<string, number>)]);
        });
      }),
  );
  await started.page.evaluate(() => undefined);
  await started.app.evaluate(({ BrowserWindow, MessageChannelMain }) => {
    const { port1, port2 } = new MessageChannelMain();
    port1.postMessage(new Map([['early', 1]]));
    BrowserWindow.getAllWindows()[0]?.webContents.postMessage('given', 'a channel', [port2]);
  });
  expect(await heard).toEqual(['a channel', ['early', 1]]);
});

test('two ports of main talk in a later turn, in order, until one closes', async () => {
  const seen = await started.app.evaluate(async ({ MessageChannelMain }) => {
    const { port1, port2 } = new MessageChannelMain();
    const log: unknown[] = [];
    const closed = new Promise<void>((resolve) => port2.once('close', () => resolve()));
    port2.on('message', ({ data }) => log.push(data));
    port2.start();
    port1.postMessage('one');
    port1.postMessage('two');
    log.push('posted');
    port1.close();
    await closed;
    return log;
  });
  expect(seen).toEqual(['posted', 'one', 'two']);
});

test('posting what cannot be cloned throws in main and costs the port', async () => {
  await started.page.evaluate(() => {
    window.line = window.connect();
    window.line.port.postMessage('poison');
  });
  await expect
    .poll(happened)
    .toEqual(expect.arrayContaining(['refused DataCloneError', 'port closed']));
});

test('main hears that the page closed its end; the page, as in Electron, hears nothing', async () => {
  const closings = async (): Promise<number> =>
    (await happened()).filter((event) => event === 'port closed').length;
  const before = await closings();
  const heard = await started.page.evaluate(() => {
    window.line = window.connect();
    window.line.port.close();
    return 'onclose' in window.line.port;
  });
  expect(heard).toBe(false);
  await expect.poll(closings).toBe(before + 1);
});

test('a reload closes the ports of the old document', async () => {
  const closings = async (): Promise<number> =>
    (await happened()).filter((event) => event === 'port closed').length;
  await connect(started);
  await started.page.evaluate(() => window.line.next());
  const before = await closings();
  await started.page.reload();
  await started.page.getByRole('heading').waitFor();
  await expect.poll(closings).toBeGreaterThan(before);
  await connect(started);
  expect(await started.page.evaluate(() => window.line.next())).toMatchObject({
    greeting: { from: 'page' },
  });
});
