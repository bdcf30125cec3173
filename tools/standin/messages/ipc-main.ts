import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { strictInstances } from '../strict.ts';

type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** Electron's ipcMain: events for `send` and `postMessage`, one handler per channel for `invoke`. */
export class StandInIpcMain
  extends EventEmitter
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, InvokeHandler>();

  handle(channel: string, listener: InvokeHandler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the handler of `channel` that the first of `ipcs` has. Static, so that programs do not see it. */
  static async answer(
    ipcs: readonly StandInIpcMain[],
    channel: string,
    event: object,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = ipcs.map((ipc) => ipc.#handlers.get(channel)).find(Boolean);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event as IpcMainInvokeEvent, ...args);
  }
}
strictInstances('ipcMain', StandInIpcMain);

export const ipcMain = new StandInIpcMain();
