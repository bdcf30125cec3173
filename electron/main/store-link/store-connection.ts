import type { IpcMain, MessagePortMain, WebContents } from 'electron';
import type { Caller } from '../../store/start-store.ts';
import { onPagePort } from '../page/page-channels.ts';
import { relay } from './relay.ts';
import type { SupervisedStore } from './store-supervisor.ts';

/** Which caller a page speaks as. A page's own words are never asked. */
export interface PageCallers {
  callerOf(page: WebContents): Caller;
  /** The hidden page of a paper reads with the rights of the window that asked for it. */
  speakAs(page: WebContents, asking: WebContents): void;
}

export function createPageCallers(): PageCallers {
  const callers = new WeakMap<WebContents, Caller>();
  const callerOf = (page: WebContents): Caller => callers.get(page) ?? { id: `window-${page.id}` };
  return {
    callerOf,
    speakAs: (page, asking) => void callers.set(page, callerOf(asking)),
  };
}

/** Gives every page that asks a port to the store, and closes it when the page goes. */
export function handOutStorePorts(
  ipc: IpcMain,
  store: Pick<SupervisedStore, 'connect'>,
  callers: PageCallers,
  onTrouble: (what: string) => void,
): void {
  onPagePort(ipc, 'store:connect', (page, port) => {
    connect(page, port).catch((error: unknown) => {
      port.postMessage({ closed: true });
      port.close();
      onTrouble(`a page was not connected: ${String(error)}`);
    });
  });

  async function connect(page: WebContents, port: MessagePortMain): Promise<void> {
    let stop: (() => void) | undefined;
    let stopped = false;
    const onGone = (): void => {
      stopped = true;
      stop?.();
    };
    const unwatch = watchPage(page, onGone);
    try {
      const storePort = await store.connect(callers.callerOf(page));
      stop = relay(port, storePort, unwatch);
    } catch (error) {
      unwatch();
      throw error;
    }
    if (stopped) stop(); // the page went while the store was starting
  }
}

/** Calls back once the document of now is gone: another one, a crash, or the window's end. */
function watchPage(page: WebContents, onGone: () => void): () => void {
  page.on('did-navigate', onGone);
  page.on('render-process-gone', onGone);
  page.on('destroyed', onGone);
  return () => {
    page.off('did-navigate', onGone);
    page.off('render-process-gone', onGone);
    page.off('destroyed', onGone);
  };
}
