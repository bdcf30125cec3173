import { toProgramAddress } from '../chromium/page-address.ts';
import type { FromPage, ToPage } from '../page/page-messages.ts';
import { PreventableEvent } from '../preventable-event.ts';
import { ipcMain, StandInIpcMain } from './ipc-main.ts';
import type { StandInMessagePort } from './message-port-main.ts';
import { PagePortTable } from './page-ports.ts';
import type { StandInMainFrame } from '../window/web-frame-main.ts';
import { windowOpening, type WindowOpening } from '../window/window-opening.ts';

/** The webContents a page belongs to, as its conversation with main needs it. */
export interface PageIpcHost {
  /** Electron's `event.sender`. */
  readonly sender: object;
  readonly mainFrame: StandInMainFrame;
  readonly ipc: StandInIpcMain;
  post(message: ToPage): void;
  openWindow(opening: WindowOpening): void;
  preloadFailed(message: string): void;
}

/** Everything that passes between one page's preload and the main process. */
export class PageIpc {
  readonly #host: PageIpcHost;
  readonly #ports: PagePortTable;

  constructor(host: PageIpcHost) {
    this.#host = host;
    this.#ports = new PagePortTable((message) => host.post(message));
  }

  send(channel: string, args: readonly unknown[], transfer: readonly StandInMessagePort[]): void {
    this.#ports.moveToPage(transfer, (ports) =>
      this.#host.post({ type: 'post', channel, args, ports }),
    );
  }

  documentGone(): void {
    this.#ports.closeAll();
  }

  receive(message: FromPage): void {
    switch (message.type) {
      case 'port-message':
        this.#ports.receive(message.port, message.message, message.ports);
        break;
      case 'port-closed':
        this.#ports.closed(message.port);
        break;
      case 'invoke':
        void this.#answer(message.id, message.channel, message.args);
        break;
      case 'send':
        this.#emit(message.channel, message.args, []);
        break;
      case 'post':
        this.#emit(message.channel, [message.message], this.#ports.adopt(message.ports));
        break;
      case 'open-window':
        this.#host.openWindow(this.#opening(message));
        break;
      case 'preload-error':
        this.#host.preloadFailed(message.message);
    }
  }

  #opening({
    url,
    frameName,
    features,
  }: Extract<FromPage, { type: 'open-window' }>): WindowOpening {
    return windowOpening(toProgramAddress(url), frameName, features, this.#host.mainFrame.url);
  }

  #emit(channel: string, args: readonly unknown[], ports: readonly StandInMessagePort[]): void {
    const reply = (back: string, ...values: unknown[]): void => this.send(back, values, []);
    const event = Object.assign(this.#event(), { ports, reply, returnValue: undefined });
    this.#host.ipc.emit(channel, event, ...args);
    ipcMain.emit(channel, event, ...args);
  }

  async #answer(id: number, channel: string, args: readonly unknown[]): Promise<void> {
    try {
      const value = await StandInIpcMain.answer(
        [this.#host.ipc, ipcMain],
        channel,
        this.#event(),
        args,
      );
      this.#host.post({ type: 'result', id, value });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      const message = `Error invoking remote method '${channel}': ${String(error)}`;
      this.#host.post({ type: 'failure', id, message });
    }
  }

  #event() {
    const { mainFrame, sender } = this.#host;
    const { routingId, processId } = mainFrame;
    const facts = { type: 'frame', sender, senderFrame: mainFrame, frameId: routingId, processId };
    return Object.assign(new PreventableEvent(), facts);
  }
}
