import type { FromPage, ToPage } from './page-messages.ts';
import type { WireCodec } from './wire-codec.ts';
import type { WorldBridge } from './world-bridge.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;
type Send = (message: FromPage) => void;

/** The page's ends of the message ports that the page and the main process share. */
export interface PagePorts {
  keep(ports: readonly MessagePort[]): number[];
  make(ids: readonly number[]): MessagePort[];
  deliver(id: number, message: unknown, ports: readonly number[]): void;
  forget(id: number): void;
}

/** Sent to pages as text: refers to nothing outside itself. */
export function createPagePorts(send: Send): PagePorts {
  const ports = new Map<number, MessagePort>();
  let lastId = 0;
  const adopt = (id: number, port: MessagePort): number => {
    ports.set(id, port);
    port.addEventListener('message', (event) => {
      send({
        type: 'port-message',
        port: id,
        message: event.data as unknown,
        ports: keep(event.ports),
      });
    });
    port.addEventListener('close', () => {
      if (ports.delete(id)) send({ type: 'port-closed', port: id });
    });
    port.start();
    return id;
  };
  const keep = (given: readonly MessagePort[]): number[] =>
    given.map((port) => adopt(++lastId, port));
  const make = (ids: readonly number[]): MessagePort[] =>
    ids.map((id) => {
      const { port1, port2 } = new MessageChannel();
      adopt(id, port1);
      return port2;
    });
  return {
    keep,
    make,
    deliver: (id, message, passed) => ports.get(id)?.postMessage(message, make(passed)),
    forget: (id) => {
      const port = ports.get(id);
      ports.delete(id);
      port?.close();
    },
  };
}

export interface IpcRendererSide {
  readonly ipcRenderer: object;
  receive(message: ToPage): void;
}

/** `ipcRenderer` of the preload. Sent to pages as text: refers to nothing outside itself. */
export function createIpcRenderer(send: Send, ports: PagePorts): IpcRendererSide {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const running = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  const add = (once: boolean) => (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    );
    return ipcRenderer;
  };
  const dispatch = (channel: string, args: readonly unknown[], given: readonly number[]): void => {
    const event = { sender: ipcRenderer, ports: ports.make(given) };
    for (const { listener, once } of listeners.get(channel) ?? []) {
      if (once) remove(channel, listener);
      listener(event, ...args);
    }
  };
  const settle = (id: number): PromiseWithResolvers<unknown> | undefined => {
    const call = running.get(id);
    running.delete(id);
    return call;
  };
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const call = Promise.withResolvers<unknown>();
      running.set(++lastId, call);
      send({ type: 'invoke', id: lastId, channel, args });
      return call.promise;
    },
    send: (channel: string, ...args: unknown[]) => send({ type: 'send', channel, args }),
    postMessage(channel: string, message: unknown, transfer: readonly MessagePort[] = []) {
      send({ type: 'post', channel, message, ports: ports.keep(transfer) });
    },
    on: add(false),
    addListener: add(false),
    once: add(true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  const receive = (message: ToPage): void => {
    if (message.type === 'result') settle(message.id)?.resolve(message.value);
    else if (message.type === 'failure') settle(message.id)?.reject(new Error(message.message));
    else if (message.type === 'post') dispatch(message.channel, message.args, message.ports);
    else if (message.type === 'port-message')
      ports.deliver(message.port, message.message, message.ports);
    else ports.forget(message.port);
  };
  return { ipcRenderer, receive };
}

export interface PreloadSetting {
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
}

type RunPreload = (
  require: (name: string) => unknown,
  module: object,
  exports: object,
  process: object,
) => void;

export interface PreloadParts {
  readonly bridge: WorldBridge;
  readonly codec: WireCodec;
  readonly send: Send;
  readonly ipc: IpcRendererSide;
}

/** Runs the preload with what a sandboxed preload gets. Sent to pages as text: refers to nothing outside itself. */
export function runPreloadWorld(
  parts: PreloadParts,
  setting: PreloadSetting,
  runPreload: RunPreload,
): void {
  const { bridge, codec, send, ipc } = parts;
  const strict = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(target, key, receiver) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON')
          return Reflect.get(target, key, receiver) as unknown;
        throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
      },
    });
  const exposed = new Set<string>();
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposed.has(key))
        throw new Error(`Cannot bind an API on top of an existing property on the window object`);
      exposed.add(key);
      bridge.tell('expose', { key, api: bridge.describe(api) });
    },
  };
  const electron = strict('electron (preload)', {
    ipcRenderer: strict('ipcRenderer', ipc.ipcRenderer),
    contextBridge: strict('contextBridge', contextBridge),
  });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name} (a sandboxed preload may require 'electron' only)`);
  };
  bridge.hear('open-window', (asked: { url: string; frameName: string; features: string }) =>
    send({ type: 'open-window', ...asked }),
  );
  Object.assign(globalThis, {
    standinReceive: (text: string) => ipc.receive(codec.decode(text) as ToPage),
  });
  try {
    const module = { exports: {} };
    runPreload(require, module, module.exports, {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      env: {},
      ...setting,
    });
  } catch (error) {
    send({
      type: 'preload-error',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
  }
}
