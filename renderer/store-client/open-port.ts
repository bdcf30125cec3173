import { portOfSocket, portOfWindow, type StorePort } from './store-port.ts';

/** The page was opened without the one-time address, or its session ended with the program. */
export class NoAccessError extends Error {
  override readonly name = 'NoAccessError';
}

/** Opens a way to the store: main's port in the desktop program, the loopback socket in a browser. */
export async function openPort(page: Window): Promise<StorePort> {
  if ('counter' in page) {
    const { port1, port2 } = new MessageChannel();
    page.postMessage('store:connect', page.location.origin, [port2]);
    return portOfWindow(port1);
  }
  await redeemToken(page);
  return openSocket(page.location);
}

/**
 * The address carries a one-time token after `#`. It is exchanged for a cookie no script can read, and cleared before
 * anything else of the page could see or keep it.
 */
async function redeemToken(page: Window): Promise<void> {
  const { hash, pathname, search } = page.location;
  const token = /^#([\w-]{20,})$/.exec(hash)?.[1];
  if (token === undefined) return;
  page.history.replaceState(null, '', pathname + search);
  const headers = { 'x-counter-token': token, 'content-type': 'text/plain' };
  // A token used before answers 401; this browser may still hold the cookie of its first use, so the socket decides.
  await page.fetch('/session', { method: 'POST', headers, body: token });
}

/** A socket that closes before it opens was refused: no session. A page cannot see the status of that refusal. */
function openSocket({ protocol, host }: Location): Promise<StorePort> {
  const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/store`);
  return new Promise((resolve, reject) => {
    const port = portOfSocket(socket);
    socket.addEventListener('open', () => resolve(port), { once: true });
    socket.addEventListener(
      'close',
      () => reject(new NoAccessError('the store refused the socket')),
      {
        once: true,
      },
    );
  });
}
