import { beforeEach, expect, test, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn<(...args: readonly unknown[]) => Promise<string>>(async () => 'answer'),
  postMessage: vi.fn<(...args: readonly unknown[]) => void>(),
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api),
  },
  ipcRenderer: { invoke: electron.invoke, postMessage: electron.postMessage },
}));

const page = Object.assign(new EventTarget(), { location: { origin: 'app://counter' } });
vi.stubGlobal('window', page);
await import('./preload.ts');

beforeEach(() => electron.postMessage.mockClear());

/** A message event as the page's own `window.postMessage` makes it, unless something is said otherwise. */
function receive(
  given: Partial<Record<'data' | 'source' | 'origin' | 'ports', unknown>> = {},
): void {
  const event = new Event('message');
  page.dispatchEvent(
    Object.assign(event, {
      data: 'store:connect',
      source: page,
      origin: 'app://counter',
      ports: ['port'],
      ...given,
    }),
  );
}

test('a page is given exactly this', () => {
  expect([...electron.exposed]).toMatchInlineSnapshot(
    `
    [
      [
        "counter",
        {
          "display": {
            "close": [Function],
            "show": [Function],
          },
          "paper": {
            "savePdf": [Function],
          },
          "platform": "linux",
        },
      ],
    ]
  `.replace('"linux"', JSON.stringify(process.platform)),
  );
});

test('a paper is asked for over its one channel, whatever else the page hands in', async () => {
  const counter = electron.exposed.get('counter') as {
    readonly paper: { readonly savePdf: (...args: readonly unknown[]) => Promise<unknown> };
  };
  expect(await counter.paper.savePdf('receipt', '1', 'more')).toBe('answer');
  expect(electron.invoke.mock.calls).toEqual([['paper:save-pdf', 'receipt', '1']]);
});

test('one port is passed on to main, and only from this page', () => {
  receive({ source: {} });
  receive({ origin: 'https://evil.test' });
  receive({ data: 'other:channel' });
  receive({ data: { toString: () => 'store:connect' } });
  receive({ ports: [] });
  expect(electron.postMessage).not.toHaveBeenCalled();
  receive({ ports: ['first', 'second'] });
  expect(electron.postMessage.mock.calls).toEqual([['store:connect', null, ['first']]]);
});
