import type { EventEmitter } from 'node:events';

/**
 * Refuses listeners for events that the stand-in does not know: a listener that never fires would hide what
 * the program does in Electron.
 *
 * @param fired events that happen here.
 * @param silent events of Electron's that cannot happen here (no power button, no webview) and may be listened for.
 */
export function limitEvents(
  name: string,
  emitter: EventEmitter,
  fired: readonly string[],
  silent: readonly string[],
): void {
  const known = new Set<string | symbol>([
    ...fired,
    ...silent,
    'newListener',
    'removeListener',
    'error',
  ]);
  emitter.on('newListener', (event: string | symbol) => {
    if (typeof event === 'string' && !known.has(event)) {
      throw new Error(`electron stand-in: event '${event}' of ${name} is not implemented`);
    }
  });
}
