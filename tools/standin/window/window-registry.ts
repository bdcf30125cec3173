/** A window as the app's own life needs it. */
export interface OpenWindow {
  readonly id: number;
  close(): void;
  destroy(): void;
}

/** The windows that are open. `app` reads it, BrowserWindow writes it. */
class WindowRegistry {
  readonly #windows = new Map<number, OpenWindow>();
  #lastId = 0;
  #onEmpty: (() => void) | undefined;

  nextId(): number {
    return ++this.#lastId;
  }

  add(window: OpenWindow): void {
    this.#windows.set(window.id, window);
  }

  remove(window: OpenWindow): void {
    if (this.#windows.delete(window.id) && this.#windows.size === 0) this.#onEmpty?.();
  }

  all(): OpenWindow[] {
    return [...this.#windows.values()];
  }

  /** What happens when the last window has closed. */
  whenEmpty(listener: () => void): void {
    this.#onEmpty = listener;
  }
}

export const openWindows = new WindowRegistry();
