import type { MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';

const MAX_TEXT_LENGTH = 8 * 1024 * 1024;
/** An import file of 64 MB, the largest the store takes, and the frame around it. */
const MAX_FRAME_BYTES = 70_000_000;

/**
 * Pumps frames between a window's port and the store's, because the first cannot be given to a worker.
 *
 * A page port has no `close` event, so closing is a message, `{ closed: true }`, in both directions. A page that
 * sends anything else than text or bytes of a bearable length loses its port. Calling the answer closes both.
 */
export function relay(
  windowPort: MessagePortMain,
  storePort: MessagePort,
  onClosed: () => void = () => undefined,
): () => void {
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    storePort.close();
    windowPort.postMessage({ closed: true });
    windowPort.close();
    onClosed();
  };
  windowPort.on('message', ({ data }) => {
    if (!open) return;
    if (isFrame(data)) storePort.postMessage(data);
    else close();
  });
  storePort.on('message', (frame: unknown) => {
    if (open && isFrame(frame)) windowPort.postMessage(frame);
  });
  windowPort.on('close', close);
  storePort.on('close', close);
  windowPort.start();
  return close;
}

function isFrame(data: unknown): data is string | Uint8Array {
  return typeof data === 'string'
    ? data.length <= MAX_TEXT_LENGTH
    : data instanceof Uint8Array && data.byteLength <= MAX_FRAME_BYTES;
}
