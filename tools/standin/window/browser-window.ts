import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WindowOpenHandlerResponse,
} from 'electron';
import { Page } from '../chromium/page.ts';
import { openTarget } from '../chromium/open-target.ts';
import { PageRequests } from '../chromium/page-requests.ts';
import { launch } from '../launch.ts';
import { makePageScripts, type PageScripts } from '../page/page-scripts.ts';
import { PreventableEvent } from '../preventable-event.ts';
import { strictInstances } from '../strict.ts';
import { app } from '../app/app.ts';
import { limitEvents } from '../api/event-names.ts';
import { readiness } from '../api/readiness.ts';
import { defaultSession } from '../api/session.ts';
import { StandInWebContents } from './web-contents.ts';
import { refuseInsecure } from './web-preferences.ts';
import { webRequestRules } from './web-request-rules.ts';
import { WindowBounds } from './window-bounds.ts';
import type { WindowOpening } from './window-opening.ts';
import { openWindows } from './window-registry.ts';

const FIRED = [
  'blur',
  'close',
  'closed',
  'enter-full-screen',
  'focus',
  'hide',
  'leave-full-screen',
  'ready-to-show',
  'resize',
  'resized',
  'restore',
  'show',
];
const SILENT = [
  'always-on-top-changed',
  'app-command',
  'maximize',
  'minimize',
  'move',
  'moved',
  'page-title-updated',
  'query-session-end',
  'responsive',
  'session-end',
  'system-context-menu',
  'unmaximize',
  'unresponsive',
  'will-move',
  'will-resize',
];

function readPreload(file: string | undefined): string {
  if (file === undefined) return '';
  const source = readFileSync(file, 'utf8');
  // A syntax error would otherwise take the whole isolated world with it, without a word.
  new Script(`(function (require, module, exports, process) {${source}\n})`, { filename: file });
  return source;
}

function scriptsFor({ webPreferences = {} }: BrowserWindowConstructorOptions): PageScripts {
  return makePageScripts(readPreload(webPreferences.preload), {
    platform: process.platform,
    arch: process.arch,
    versions: { electron: process.versions['electron'] ?? '', node: process.versions.node },
    argv: ['standin', ...(webPreferences.additionalArguments ?? [])],
  });
}

/** Electron's BrowserWindow over one window of Chromium. */
export class StandInBrowserWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'focus'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'isMinimized'
      | 'restore'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setKiosk'
      | 'isKiosk'
      | 'setTitle'
      | 'getTitle'
      | 'getBounds'
      | 'setBounds'
      | 'setSize'
      | 'getSize'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
    >
{
  readonly id = openWindows.nextId();
  readonly webContents: StandInWebContents;
  /** The page, once Chromium has opened it. */
  readonly #page: Promise<Page>;
  readonly #bounds: WindowBounds;
  #title: string;
  #visible: boolean;
  #focused = false;
  #kiosk: boolean;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const chromium = readiness.require('BrowserWindow');
    refuseInsecure(options.webPreferences ?? {});
    limitEvents('BrowserWindow', this, FIRED, SILENT);
    const scripts = scriptsFor(options);
    this.#title = options.title ?? launch.name;
    this.#visible = options.show ?? true;
    this.#kiosk = options.kiosk ?? false;
    this.#bounds = new WindowBounds(options);
    const opened = Promise.withResolvers<Page>();
    this.#page = opened.promise;
    this.webContents = new StandInWebContents({
      id: this.id,
      preloadFile: options.webPreferences?.preload ?? '',
      page: this.#page,
      close: () => this.close(),
      openChild: openChildWindow,
    });
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    openWindows.add(this);
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
    app.emit('browser-window-created', new PreventableEvent(), this);
    this.#open(chromium, scripts, options).then(opened.resolve, (error: unknown) => {
      opened.reject(error);
      if (!this.#destroyed)
        console.error('electron stand-in: the window could not be opened:', error);
      this.destroy();
    });
    opened.promise.catch(() => undefined);
  }

  // ── static ─────────────────────────────────────────────────────────────────

  static getAllWindows(): StandInBrowserWindow[] {
    return openWindows.all().filter((window) => window instanceof StandInBrowserWindow);
  }

  static fromWebContents(contents: unknown): StandInBrowserWindow | null {
    return (
      StandInBrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
    );
  }

  static fromId(id: number): StandInBrowserWindow | null {
    return StandInBrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static getFocusedWindow(): StandInBrowserWindow | null {
    return StandInBrowserWindow.getAllWindows().find((window) => window.#focused) ?? null;
  }

  // ── content ────────────────────────────────────────────────────────────────

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address);
  }

  // ── on the screen ──────────────────────────────────────────────────────────

  show(): void {
    const wasVisible = this.#visible;
    this.#visible = true;
    this.#onScreen((page) => this.#bounds.show(page));
    if (!wasVisible) this.emit('show');
    this.focus();
  }

  showInactive(): void {
    this.#visible = true;
    this.#onScreen((page) => this.#bounds.show(page));
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.#onScreen((page) => this.#bounds.hide(page));
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.#onScreen((page) => page.session.send('Page.bringToFront'));
    if (this.#focused) return;
    const before = StandInBrowserWindow.getFocusedWindow();
    if (before) {
      before.#focused = false;
      before.emit('blur');
    }
    this.#focused = true;
    this.emit('focus');
    app.emit('browser-window-focus', new PreventableEvent(), this);
  }

  isFocused(): boolean {
    return this.#focused;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.emit('restore');
  }

  setFullScreen(on: boolean): void {
    if (on === this.#bounds.fullScreen) return;
    this.#bounds.fullScreen = on;
    this.#onScreen((page) => this.#bounds.apply(page));
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#bounds.fullScreen;
  }

  setKiosk(on: boolean): void {
    this.#kiosk = on;
    this.setFullScreen(on);
  }

  isKiosk(): boolean {
    return this.#kiosk;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  getBounds(): Rectangle {
    return this.#bounds.rectangle;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds.move(bounds);
    this.#onScreen((page) => this.#bounds.apply(page));
    this.emit('resize');
    this.emit('resized');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getSize(): number[] {
    return [this.getBounds().width, this.getBounds().height];
  }

  // An app window of Chromium has no menu bar, so there is nothing to change.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}

  // ── end ────────────────────────────────────────────────────────────────────

  close(): void {
    if (this.#destroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#visible = false;
    this.#focused = false;
    this.#page
      .then(({ targetId }) => readiness.connection.browser.send('Target.closeTarget', { targetId }))
      .catch(() => undefined);
    StandInWebContents.finish(this.webContents);
    this.emit('closed');
    openWindows.remove(this);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Its window on the screen is gone already: the user closed it, so a listener's refusal comes too late. */
  static vanished(window: StandInBrowserWindow): void {
    if (window.#destroyed) return;
    window.emit('close', new PreventableEvent());
    window.destroy();
  }

  async #open(
    chromium: ReturnType<typeof readiness.require>,
    scripts: PageScripts,
    options: BrowserWindowConstructorOptions,
  ): Promise<Page> {
    const targetId = await openTarget(chromium, {
      width: this.getBounds().width,
      height: this.getBounds().height,
      title: this.#title,
      backgroundColor: options.backgroundColor ?? '#fff',
    });
    const { webContents: contents } = this;
    const page: Page = await Page.attach(chromium, targetId, scripts, {
      ...StandInWebContents.pageEvents(contents),
      onRequest: (paused) => requests.handle(paused),
    });
    const requests = new PageRequests(page, {
      ...webRequestRules(defaultSession, this.id),
      mayNavigate: (...asked) => StandInWebContents.mayNavigate(contents, ...asked),
    });
    StandInWebContents.attach(contents, page);
    await this.#bounds.place(page, this.#visible);
    return page;
  }

  #onScreen(action: (page: Page) => Promise<unknown>): void {
    this.#page.then(action).catch(() => undefined);
  }
}
strictInstances('BrowserWindow', StandInBrowserWindow);

function openChildWindow({ url }: WindowOpening, response: WindowOpenHandlerResponse): void {
  const options = response.action === 'allow' ? response.overrideBrowserWindowOptions : undefined;
  void new StandInBrowserWindow(options).loadURL(url);
}
