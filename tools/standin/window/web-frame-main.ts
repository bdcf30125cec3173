import type { WebFrameMain } from 'electron';
import { originOf } from '../chromium/page-address.ts';
import { strictInstances } from '../strict.ts';

/** A window's top frame, which is the only one that can reach the main process. */
export class StandInMainFrame implements Pick<
  WebFrameMain,
  'url' | 'origin' | 'parent' | 'top' | 'routingId' | 'processId' | 'detached' | 'isDestroyed'
> {
  readonly parent = null;
  readonly routingId = 1;
  readonly processId: number;
  readonly #readAddress: () => string | undefined;

  constructor(windowId: number, readAddress: () => string | undefined) {
    this.processId = windowId;
    this.#readAddress = readAddress;
  }

  get url(): string {
    return this.#readAddress() ?? '';
  }

  get origin(): string {
    return originOf(this.url);
  }

  get top(): WebFrameMain {
    return this as unknown as WebFrameMain;
  }

  get detached(): boolean {
    return this.isDestroyed();
  }

  isDestroyed(): boolean {
    return this.#readAddress() === undefined;
  }
}
strictInstances('WebFrameMain', StandInMainFrame);
