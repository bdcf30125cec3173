import type { FromPage, ToPage } from '../page/page-messages.ts';
import { PRELOAD_WORLD, SEND_BINDING, type PageScripts } from '../page/page-scripts.ts';
import { wireCodec } from '../page/wire-codec.ts';
import type { CdpSession } from './cdp-connection.ts';
import type { Protocol } from './cdp-protocol.ts';
import type { Chromium } from './chromium-process.ts';

/** What happens in a page, in the words of the DevTools protocol but for the main frame only. */
export interface PageListener {
  /** The preload's world of a new document stands; whatever belonged to the former document is gone. */
  onNewDocument(): void;
  onNavigated(address: string, unreachable: boolean): void;
  onNavigatedWithin(address: string): void;
  onDomReady(): void;
  onLoaded(): void;
  onCrashed(): void;
  /** A link or a subframe opens a window; `window.open` of the page itself comes as a message instead. */
  onWindowOpen(address: string, frameName: string): void;
  onMessage(message: FromPage): void;
  onRequest(paused: Protocol.Fetch.requestPausedPayload): void;
}

const RECEIVE = 'function (text) { globalThis.standinReceive(text); }';

/** A window's page: its scripts are in place before the first document, its requests pass through us. */
export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly #listener: PageListener;
  #preloadContext: number | undefined;

  private constructor(targetId: string, session: CdpSession, listener: PageListener) {
    this.targetId = targetId;
    this.session = session;
    this.#listener = listener;
  }

  static async attach(
    chromium: Chromium,
    targetId: string,
    scripts: PageScripts,
    listener: PageListener,
  ): Promise<Page> {
    const session = await chromium.connection.attachTo(targetId);
    const page = new Page(targetId, session, listener);
    page.#listen();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.addBinding', {
        name: SEND_BINDING,
        executionContextName: PRELOAD_WORLD,
      }),
      // In this order: the page's own world must listen when the preload exposes its API.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preloadWorld,
        worldName: PRELOAD_WORLD,
      }),
      session.send('Runtime.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
    return page;
  }

  /** Sends to the preload's world. What cannot be cloned throws here; a document that has gone is ignored. */
  post(message: ToPage): void {
    const text = wireCodec.encode(message);
    if (this.#preloadContext === undefined) return;
    this.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: RECEIVE,
        executionContextId: this.#preloadContext,
        arguments: [{ value: text }],
        silent: true,
      })
      .catch(() => undefined);
  }

  async evaluate(expression: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as unknown;
  }

  #isMainFrame(frameId: string): boolean {
    return frameId === this.targetId;
  }

  #listen(): void {
    const { session } = this;
    const listener = this.#listener;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name !== PRELOAD_WORLD || !this.#isMainFrame(frameId ?? '')) return;
      this.#preloadContext = context.id;
      listener.onNewDocument();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== SEND_BINDING || executionContextId !== this.#preloadContext) return;
      listener.onMessage(wireCodec.decode(payload) as FromPage);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!this.#isMainFrame(frame.id)) return;
      const address = `${frame.url}${frame.urlFragment ?? ''}`;
      listener.onNavigated(address, frame.unreachableUrl !== undefined);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (this.#isMainFrame(frameId)) listener.onNavigatedWithin(url);
    });
    session.on('Page.domContentEventFired', () => listener.onDomReady());
    session.on('Page.loadEventFired', () => listener.onLoaded());
    session.on('Page.windowOpen', ({ url, windowName }) => listener.onWindowOpen(url, windowName));
    session.on('Inspector.targetCrashed', () => listener.onCrashed());
    session.on('Fetch.requestPaused', (paused) => listener.onRequest(paused));
  }
}
