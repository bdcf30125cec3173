import { EventEmitter } from 'node:events';
import type {
  PrintToPDFOptions,
  WebContents,
  WebContentsPrintOptions,
  WindowOpenHandlerResponse,
} from 'electron';
import type { Page } from '../chromium/page.ts';
import { toChromiumAddress, toProgramAddress } from '../chromium/page-address.ts';
import { PreventableEvent } from '../preventable-event.ts';
import { recordCall } from '../recorded-calls.ts';
import { strictInstances } from '../strict.ts';
import { limitEvents } from '../api/event-names.ts';
import { StandInIpcMain } from '../messages/ipc-main.ts';
import type { StandInMessagePort } from '../messages/message-port-main.ts';
import { PageIpc } from '../messages/page-ipc.ts';
import { pdfParameters } from './pdf-options.ts';
import { defaultSession } from '../api/session.ts';
import { StandInMainFrame } from './web-frame-main.ts';
import { windowOpening, type WindowOpening } from './window-opening.ts';

const FIRED = [
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-frame-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-navigation',
  'dom-ready',
  'preload-error',
  'render-process-gone',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
];
const SILENT = [
  'before-input-event',
  'certificate-error',
  'console-message',
  'context-menu',
  'did-attach-webview',
  'did-create-window',
  'devtools-opened',
  'login',
  'responsive',
  'select-bluetooth-device',
  'select-client-certificate',
  'unresponsive',
  'will-attach-webview',
  'will-prevent-unload',
];

/** The window a webContents belongs to. */
export interface WindowOfContents {
  readonly id: number;
  readonly preloadFile: string;
  /** The page, once Chromium has opened it. */
  readonly page: Promise<Page>;
  close(): void;
  openChild(opening: WindowOpening, response: WindowOpenHandlerResponse): void;
}

type WindowOpenHandler = (details: WindowOpening) => WindowOpenHandlerResponse;

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** What a window shows: Electron's WebContents over one page of Chromium. */
export class StandInWebContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'id'
      | 'send'
      | 'close'
      | 'isDestroyed'
      | 'isCrashed'
      | 'getURL'
      | 'getType'
      | 'loadURL'
      | 'reload'
      | 'executeJavaScript'
      | 'printToPDF'
      | 'print'
      | 'forcefullyCrashRenderer'
      | 'openDevTools'
      | 'isLoading'
    >
{
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: StandInMainFrame;
  readonly ipc = new StandInIpcMain();
  readonly #window: WindowOfContents;
  readonly #pageIpc: PageIpc;
  #page: Page | undefined;
  #address = '';
  #expectedAddress: string | undefined;
  #loading = false;
  #crashed = false;
  #destroyed = false;
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(window: WindowOfContents) {
    super();
    limitEvents('webContents', this, FIRED, SILENT);
    this.id = window.id;
    this.#window = window;
    this.mainFrame = new StandInMainFrame(window.id, () =>
      this.#destroyed ? undefined : this.#address,
    );
    this.#pageIpc = new PageIpc({
      sender: this,
      mainFrame: this.mainFrame,
      ipc: this.ipc,
      post: (message) => this.#page?.post(message),
      openWindow: (opening) => this.#openWindow(opening),
      preloadFailed: (message) => this.#preloadFailed(message),
    });
  }

  // ── loading ────────────────────────────────────────────────────────────────

  async loadURL(address: string): Promise<void> {
    const page = await this.#window.page.catch((error: unknown) => {
      if (!this.#destroyed) throw error;
      return undefined;
    });
    if (!page || this.#destroyed) return;
    this.#expectedAddress = withoutFragment(address);
    this.#loading = true;
    const loaded = Promise.withResolvers<undefined>();
    const finished = (): void => loaded.resolve(undefined);
    this.once('did-finish-load', finished);
    this.once('destroyed', finished);
    const { errorText, loaderId } = await page.session.send('Page.navigate', {
      url: toChromiumAddress(address),
    });
    // No loader: only the part after # changed, so nothing will load. Chromium's own word for it may come later.
    if (loaderId === undefined) {
      this.#address = address;
      finished();
    }
    if (errorText) {
      this.#failLoad(address, errorText);
      finished();
    }
    await loaded.promise;
    this.off('did-finish-load', finished);
    this.off('destroyed', finished);
    if (errorText) throw new Error(`${errorText.replace('net::', '')} (-2) loading '${address}'`);
  }

  reload(): void {
    this.#expectedAddress = withoutFragment(this.#address);
    this.#loading = true;
    this.#inPage((page) => page.session.send('Page.reload'));
  }

  getURL(): string {
    return this.#address;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  getType(): 'window' {
    return 'window';
  }

  // ── talking with the page ──────────────────────────────────────────────────

  send(channel: string, ...args: unknown[]): void {
    this.#pageIpc.send(channel, args, []);
  }

  postMessage(
    channel: string,
    message: unknown,
    transfer: readonly StandInMessagePort[] = [],
  ): void {
    this.#pageIpc.send(channel, [message], transfer);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return await (await this.#window.page).evaluate(code, userGesture);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  // ── paper ──────────────────────────────────────────────────────────────────

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const parameters = pdfParameters(options);
    const { data } = await (await this.#window.page).session.send('Page.printToPDF', parameters);
    return Buffer.from(data, 'base64');
  }

  /** Prints nothing and says so: whoever tests printing replaces this member. */
  print(
    options: WebContentsPrintOptions = {},
    done?: (success: boolean, failureReason: string) => void,
  ): void {
    recordCall('webContents.print', { options });
    setImmediate(() => done?.(false, 'electron stand-in: no printer'));
  }

  getPrintersAsync(): Promise<never[]> {
    return Promise.resolve([]);
  }

  // ── end ────────────────────────────────────────────────────────────────────

  close(): void {
    this.#window.close();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  forcefullyCrashRenderer(): void {
    this.#inPage((page) => page.session.send('Page.crash'));
  }

  openDevTools(): void {
    recordCall('webContents.openDevTools');
  }

  // ── the stand-in's own parts; static, so that programs do not see them ─────

  static targetOf(contents: StandInWebContents): string | undefined {
    return contents.#page?.targetId;
  }

  static attach(contents: StandInWebContents, page: Page): void {
    contents.#page = page;
  }

  static finish(contents: StandInWebContents): void {
    if (contents.#destroyed) return;
    contents.#destroyed = true;
    contents.#pageIpc.documentGone();
    contents.emit('destroyed');
  }

  /** Asks the program's listeners; false = the navigation is blocked. */
  static mayNavigate(
    contents: StandInWebContents,
    address: string,
    isMainFrame: boolean,
    isRedirect: boolean,
  ): boolean {
    if (isRedirect) return contents.#ask('will-redirect', address, isMainFrame);
    // Asked for by the program itself, or the same page again: Electron does not ask for these either.
    const own =
      isMainFrame &&
      [contents.#expectedAddress, withoutFragment(contents.#address)].includes(address);
    if (isMainFrame) contents.#expectedAddress = undefined;
    if (own) return true;
    if (!contents.#ask('will-frame-navigate', address, isMainFrame)) return false;
    return !isMainFrame || contents.#ask('will-navigate', address, true);
  }

  static pageEvents(contents: StandInWebContents) {
    return {
      onNewDocument: () => contents.#pageIpc.documentGone(),
      onMessage: contents.#pageIpc.receive.bind(contents.#pageIpc),
      onNavigated: (address: string, unreachable: boolean) =>
        contents.#navigated(address, unreachable),
      onNavigatedWithin: (address: string) => {
        contents.#address = toProgramAddress(address);
        contents.emit(
          'did-navigate-in-page',
          new PreventableEvent(),
          contents.#address,
          true,
          1,
          1,
        );
      },
      onDomReady: () => contents.emit('dom-ready', new PreventableEvent()),
      onLoaded: () => {
        contents.#loading = false;
        contents.emit('did-frame-finish-load', new PreventableEvent(), true, 1, 1);
        contents.emit('did-finish-load');
      },
      onWindowOpen: (address: string, frameName: string) =>
        contents.#openWindow(
          windowOpening(toProgramAddress(address), frameName, '', contents.#address),
        ),
      onCrashed: () => {
        contents.#crashed = true;
        contents.#pageIpc.documentGone();
        contents.emit('render-process-gone', new PreventableEvent(), {
          reason: 'crashed',
          exitCode: 1,
        });
      },
    };
  }

  /** A page asked for a new window. The handler decides; whatever it says is recorded. */
  #openWindow(opening: WindowOpening): void {
    const response = this.#windowOpenHandler(opening);
    recordCall('window.open', { url: opening.url, action: response.action });
    if (response.action === 'allow') this.#window.openChild(opening, response);
  }

  #preloadFailed(message: string): void {
    console.error(`electron stand-in: the preload ${this.#window.preloadFile} failed: ${message}`);
    this.emit(
      'preload-error',
      new PreventableEvent(),
      this.#window.preloadFile,
      new Error(message),
    );
  }

  #navigated(address: string, unreachable: boolean): void {
    this.#address = toProgramAddress(address);
    this.#crashed = false;
    if (unreachable) this.#failLoad(this.#address, 'ERR_FAILED');
    else this.emit('did-navigate', new PreventableEvent(), this.#address, 200, 'OK');
  }

  #failLoad(address: string, reason: string): void {
    this.#loading = false;
    this.emit(
      'did-fail-load',
      new PreventableEvent(),
      -2,
      reason.replace('net::', ''),
      address,
      true,
      1,
      1,
    );
  }

  #ask(name: string, address: string, isMainFrame: boolean): boolean {
    const details = {
      url: address,
      isMainFrame,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    };
    const event = Object.assign(new PreventableEvent(), details);
    this.emit(name, event, address, false, isMainFrame, 1, 1);
    if (event.defaultPrevented) recordCall(name, { blocked: address });
    return !event.defaultPrevented;
  }

  #inPage(action: (page: Page) => Promise<unknown>): void {
    this.#window.page.then(action).catch(() => undefined);
  }
}
strictInstances('webContents', StandInWebContents);
