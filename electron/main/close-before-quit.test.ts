import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { closeStoreBeforeQuit } from './close-before-quit.ts';
import { readStartOptions, storeFolder } from './start-options.ts';

class Program extends EventEmitter {
  ended = false;
  quit(): void {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    this.emit('before-quit', event);
    if (!event.prevented) this.ended = true;
  }
}

test('the program ends only after the store has closed, however often one asks', async () => {
  const app = new Program();
  const closing = Promise.withResolvers<void>();
  const close = vi.fn<() => Promise<void>>(() => closing.promise);
  closeStoreBeforeQuit(app as unknown as App, { close });
  app.quit();
  app.quit();
  expect(app.ended).toBe(false);
  closing.resolve();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(close).toHaveBeenCalledTimes(1);
});

test('the shop and the demo shop lie beside each other', () => {
  expect(storeFolder('/data', readStartOptions([]).demo)).toBe(path.join('/data', 'shop'));
  expect(storeFolder('/data', readStartOptions(['.', '--demo']).demo)).toBe(
    path.join('/data', 'demo'),
  );
});

test('another data folder is taken from the command line and made absolute', () => {
  expect(readStartOptions(['--data-folder=/mnt/till']).dataFolder).toBe('/mnt/till');
  expect(readStartOptions(['--data-folder=till']).dataFolder).toBe(path.resolve('till'));
  expect(readStartOptions(['--data-folder=']).dataFolder).toBeUndefined();
  expect(readStartOptions(['--enable-features=X', 'till'])).toEqual({
    demo: false,
    dataFolder: undefined,
  });
});
