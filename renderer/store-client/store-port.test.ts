import { expect, it, vi } from 'vitest';
import { portOfWindow } from './store-port.ts';

const PATIENCE = { timeout: 10_000 };

it('passes frames both ways and turns the closing word of main into a disconnect', async () => {
  const { port1, port2 } = new MessageChannel();
  const sent: unknown[] = [];
  const received: unknown[] = [];
  let ended = 0;
  port2.addEventListener('message', (event) => sent.push(event.data));
  port2.start();
  const port = portOfWindow(port1);
  port.onMessage.addListener((frame) => received.push(frame));
  port.onDisconnect.addListener(() => {
    ended += 1;
  });
  port.postMessage('ask');
  port2.postMessage('answer');
  await vi.waitFor(() => expect([sent, received]).toEqual([['ask'], ['answer']]), PATIENCE);
  port2.postMessage({ closed: true });
  await vi.waitFor(() => expect(ended).toBe(1), PATIENCE);
  port.close();
  expect(ended).toBe(1);
  port2.close();
});
