import type { ChangeEvent } from '#shared/settings/contract.ts';

/**
 * Tells every window which tables a commit changed. Changes that come while a window is busy are told together, so
 * that an import of 50,000 rows is not 50,000 events.
 */
export class ChangeFeed {
  readonly #followers = new Set<(tables: readonly string[]) => void>();

  publish(tables: readonly string[]): void {
    for (const follower of this.#followers) follower(tables);
  }

  /** Yields until the signal aborts. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<ChangeEvent, void, void> {
    const waiting = new Set<string>();
    let wake = (): void => {};
    const follower = (tables: readonly string[]): void => {
      for (const table of tables) waiting.add(table);
      wake();
    };
    const stop = (): void => wake();
    this.#followers.add(follower);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        if (waiting.size > 0) {
          const tables = [...waiting];
          waiting.clear();
          yield { tables };
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#followers.delete(follower);
    }
  }
}
