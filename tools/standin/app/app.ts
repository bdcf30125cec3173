import { EventEmitter } from 'node:events';
import type { App, Settings } from 'electron';
import type { Chromium } from '../chromium/chromium-process.ts';
import { launch } from '../launch.ts';
import { PreventableEvent } from '../preventable-event.ts';
import { recordCall } from '../recorded-calls.ts';
import { strictInstances } from '../strict.ts';
import { AppPaths } from './app-paths.ts';
import { StandInCommandLine } from './command-line.ts';
import { limitEvents } from '../api/event-names.ts';
import { readiness } from '../api/readiness.ts';
import { SingleInstanceLock, type SecondInstance } from './single-instance.ts';
import { openWindows } from '../window/window-registry.ts';

const FIRED = [
  'before-quit',
  'browser-window-created',
  'browser-window-focus',
  'quit',
  'ready',
  'second-instance',
  'web-contents-created',
  'will-finish-launching',
  'will-quit',
  'window-all-closed',
];
const SILENT = [
  'accessibility-support-changed',
  'activate',
  'browser-window-blur',
  'certificate-error',
  'child-process-gone',
  'gpu-info-update',
  'login',
  'open-file',
  'open-url',
  'render-process-gone',
  'select-client-certificate',
];

/** Electron's app: the program's life from start to exit. */
export class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'name'
      | 'isPackaged'
      | 'isReady'
      | 'whenReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'getPath'
      | 'setPath'
      | 'getName'
      | 'setName'
      | 'getVersion'
      | 'getAppPath'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'enableSandbox'
      | 'disableHardwareAcceleration'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAppUserModelId'
      | 'setLoginItemSettings'
    >
{
  name = launch.name;
  readonly isPackaged = false;
  readonly commandLine = new StandInCommandLine(process.argv.slice(2));
  readonly #paths = new AppPaths({ ...launch, userData: launch.userDataFolder, env: process.env });
  readonly #whenReady = Promise.withResolvers<void>();
  #lock: SingleInstanceLock | undefined;
  #ready = false;
  #quitting = false;
  #ended = false;

  constructor() {
    super();
    limitEvents('app', this, FIRED, SILENT);
    openWindows.whenEmpty(() => this.#allWindowsClosed());
  }

  // ── start ──────────────────────────────────────────────────────────────────

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    recordCall('app.enableSandbox');
  }

  disableHardwareAcceleration(): void {
    if (this.#ready)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'));
    const second = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#lock.request(second, (heard) => void this.#secondInstance(heard));
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld === true;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  // ── facts ──────────────────────────────────────────────────────────────────

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return launch.version;
  }

  getAppPath(): string {
    return launch.appPath;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  setAppUserModelId(id: string): void {
    recordCall('app.setAppUserModelId', { id });
  }

  setLoginItemSettings(settings: Settings): void {
    recordCall('app.setLoginItemSettings', { settings });
  }

  // ── end ────────────────────────────────────────────────────────────────────

  /** Asks everyone: before-quit, each window's close, will-quit. Any of them may say no. */
  quit(): void {
    if (this.#quitting || this.#ended || !this.#ask('before-quit')) return;
    this.#quitting = true;
    for (const window of openWindows.all()) window.close();
    this.#quitting = false;
    if (openWindows.all().length > 0 || !this.#ask('will-quit')) return;
    this.exit(0);
  }

  /** Asks nobody. */
  exit(exitCode = 0): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const window of openWindows.all()) window.destroy();
    this.emit('quit', new PreventableEvent(), exitCode);
    this.#lock?.release();
    const stopped = readiness.chromium?.stop() ?? Promise.resolve();
    void stopped.finally(() => process.exit(exitCode));
  }

  relaunch(options: object = {}): void {
    recordCall('app.relaunch', { options });
  }

  /** Whether the program has decided to end. Not Electron's. */
  static hasEnded(self: StandInApp): boolean {
    return self.#ended;
  }

  /** Chromium runs: windows may open. Not Electron's. */
  static becomeReady(self: StandInApp, chromium: Chromium): void {
    readiness.become(chromium);
    self.#ready = true;
    self.emit('will-finish-launching');
    self.emit('ready', new PreventableEvent(), {});
    self.#whenReady.resolve();
  }

  #ask(name: 'before-quit' | 'will-quit'): boolean {
    const event = new PreventableEvent();
    this.emit(name, event);
    return !event.defaultPrevented;
  }

  #allWindowsClosed(): void {
    if (this.#quitting || this.#ended) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  async #secondInstance({ argv, workingDirectory, additionalData }: SecondInstance): Promise<void> {
    await this.whenReady();
    this.emit('second-instance', new PreventableEvent(), argv, workingDirectory, additionalData);
  }
}
strictInstances('app', StandInApp);

export const app = new StandInApp();
