import type { CdpConnection } from '../chromium/cdp-connection.ts';
import type { Chromium } from '../chromium/chromium-process.ts';

/** Whether `ready` has happened, and Chromium from then on. */
class Readiness {
  #chromium: Chromium | undefined;

  get isReady(): boolean {
    return this.#chromium !== undefined;
  }

  /** Chromium, if it has been started. */
  get chromium(): Chromium | undefined {
    return this.#chromium;
  }

  become(chromium: Chromium): void {
    this.#chromium = chromium;
  }

  /** Throws for `what` before the app is ready, as Electron does. */
  require(what: string): Chromium {
    if (!this.#chromium) throw new Error(`${what} cannot be used before app is ready`);
    return this.#chromium;
  }

  get connection(): CdpConnection {
    return this.require('A window').connection;
  }
}

export const readiness = new Readiness();
