import type { MessagePort } from 'node:worker_threads';
import type { RawData, WebSocket } from 'ws';

/** A tab that reads this far behind is not reading at all. */
const MOST_WAITING_BYTES = 64_000_000;

/** Pumps frames between a tab's socket and the store's port, as main's relay does for a window. */
export function relaySocket(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data, isBinary) => port.postMessage(frameOf(data, isBinary)));
  port.on('message', (frame: unknown) => {
    if (typeof frame !== 'string' && !(frame instanceof Uint8Array)) return;
    if (socket.bufferedAmount > MOST_WAITING_BYTES) socket.terminate();
    else socket.send(frame);
  });
  socket.on('close', () => port.close());
  port.on('close', () => socket.close(1012, 'the store restarts'));
}

/** Asks every tab for a sign of life, and drops those that gave none since the last time. */
export function dropSilentSockets(
  sockets: Iterable<WebSocket>,
  answered: WeakSet<WebSocket>,
): void {
  for (const socket of sockets) {
    if (!answered.delete(socket)) socket.terminate();
    else socket.ping();
  }
}

function frameOf(data: RawData, isBinary: boolean): string | Uint8Array {
  const bytes = Array.isArray(data)
    ? Buffer.concat(data)
    : data instanceof ArrayBuffer
      ? Buffer.from(data)
      : data;
  return isBinary ? Uint8Array.from(bytes) : bytes.toString('utf8');
}
