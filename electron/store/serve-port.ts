import type { MessagePort } from 'node:worker_threads';
import type { StandardHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { ServerPeer } from '@orpc/standard-server-peer';
import type { CallContext } from './router/call-context.ts';

/** An import file of 64 MB, and the frame around it. */
const MAX_FRAME_BYTES = 70_000_000;
const MAX_TEXT_LENGTH = 2_000_000;

/**
 * Serves the contract on one port. The library's own `upgrade` leaves a malformed frame as an unhandled rejection,
 * which kills the worker for every window (10 of 11 malformed frames did, measured); here it costs the sender its port.
 */
export function servePort(
  handler: StandardHandler<CallContext>,
  port: MessagePort,
  context: CallContext,
): void {
  const peer = new ServerPeer((message) => port.postMessage(message));
  const handle = createServerPeerHandleRequestFn(handler, { context });
  const drop = (): void => {
    peer.close();
    port.close();
  };
  port.on('message', (frame: unknown) => {
    if (isFrame(frame)) peer.message(frame, handle).catch(drop);
    else drop();
  });
  port.on('close', () => peer.close());
}

function isFrame(frame: unknown): frame is string | Uint8Array<ArrayBuffer> {
  if (typeof frame === 'string') return frame.length <= MAX_TEXT_LENGTH;
  return frame instanceof Uint8Array && frame.byteLength <= MAX_FRAME_BYTES;
}
