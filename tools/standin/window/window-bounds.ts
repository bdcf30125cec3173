import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Page } from '../chromium/page.ts';
import { launch } from '../launch.ts';

/** Far outside every screen: an app window of Chromium cannot be hidden, but it can be where nobody looks. */
const OUT_OF_SIGHT = -20_000;

/** Where a window is and how large, here and on the screen. */
export class WindowBounds {
  rectangle: Rectangle;
  fullScreen: boolean;
  #centered: boolean;

  constructor({
    x,
    y,
    width = 800,
    height = 600,
    fullscreen = false,
    kiosk = false,
  }: BrowserWindowConstructorOptions) {
    this.rectangle = { x: x ?? 0, y: y ?? 0, width, height };
    this.fullScreen = fullscreen || kiosk;
    this.#centered = x === undefined || y === undefined;
  }

  move(bounds: Partial<Rectangle>): void {
    this.rectangle = { ...this.rectangle, ...bounds };
    if (bounds.x !== undefined || bounds.y !== undefined) this.#centered = false;
  }

  /** Puts a window that has just been opened in its place. */
  async place(page: Page, visible: boolean): Promise<void> {
    if (launch.headless) return;
    if (this.#centered) await this.#center(page);
    await (visible ? this.show(page) : this.hide(page));
  }

  async show(page: Page): Promise<void> {
    if (!launch.headless) await this.apply(page);
  }

  async hide(page: Page): Promise<void> {
    if (!launch.headless)
      await this.#set(page, { ...this.rectangle, x: OUT_OF_SIGHT, y: OUT_OF_SIGHT });
  }

  async apply(page: Page): Promise<void> {
    if (launch.headless) return;
    await this.#set(page, this.rectangle);
    if (!this.fullScreen) return;
    const { windowId } = await page.session.send('Browser.getWindowForTarget');
    await page.session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { windowState: 'fullscreen' },
    });
  }

  async #set(page: Page, { x, y, width, height }: Rectangle): Promise<void> {
    const { session } = page;
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
    if (bounds.windowState !== 'normal') {
      await session.send('Browser.setWindowBounds', {
        windowId,
        bounds: { windowState: 'normal' },
      });
    }
    await session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left: x, top: y, width, height },
    });
  }

  async #center(page: Page): Promise<void> {
    const [width, height] = (await page.evaluate('[screen.availWidth, screen.availHeight]')) as [
      number,
      number,
    ];
    const { rectangle } = this;
    this.rectangle = {
      ...rectangle,
      x: Math.max(0, Math.round((width - rectangle.width) / 2)),
      y: Math.max(0, Math.round((height - rectangle.height) / 2)),
    };
  }
}
