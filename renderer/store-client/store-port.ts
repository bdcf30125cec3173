/** Frames of the protocol: text, or bytes when a file is inside. */
export type Frame = string | Uint8Array<ArrayBuffer>;

/**
 * The port the client library talks through. Neither a page's MessagePort nor a socket is one as it stands: the first has
 * no close event, so main says `{ closed: true }` instead; the second knows neither of the two.
 */
export interface StorePort {
  readonly postMessage: (frame: Frame) => void;
  readonly onMessage: { readonly addListener: (listener: (frame: unknown) => void) => void };
  readonly onDisconnect: { readonly addListener: (listener: () => void) => void };
  readonly close: () => void;
}

/** The port main handed out, in the desktop program. */
export function portOfWindow(port: MessagePort): StorePort {
  const ends = createEnds();
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (saysClosed(data)) {
      port.close();
      ends.disconnect();
    } else ends.receive(data);
  });
  port.start();
  return {
    ...ends.port,
    postMessage: (frame) => port.postMessage(frame),
    close: () => {
      port.postMessage({ closed: true });
      port.close();
      ends.disconnect();
    },
  };
}

/** The socket of the loopback way. What is sent before it opens waits. */
export function portOfSocket(socket: WebSocket): StorePort {
  const ends = createEnds();
  const waiting: Frame[] = [];
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => {
    for (const frame of waiting.splice(0)) socket.send(frame);
  });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    ends.receive(data instanceof ArrayBuffer ? new Uint8Array(data) : data);
  });
  socket.addEventListener('close', ends.disconnect);
  return {
    ...ends.port,
    postMessage: (frame) => {
      if (socket.readyState === WebSocket.CONNECTING) waiting.push(frame);
      else socket.send(frame);
    },
    close: () => socket.close(),
  };
}

function saysClosed(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'closed' in data && data.closed === true;
}

function createEnds() {
  const messages: ((frame: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  let open = true;
  return {
    port: {
      onMessage: {
        addListener: (listener: (frame: unknown) => void) => void messages.push(listener),
      },
      onDisconnect: { addListener: (listener: () => void) => void ends.push(listener) },
    },
    receive: (frame: unknown) => {
      for (const listener of messages) listener(frame);
    },
    disconnect: () => {
      if (!open) return;
      open = false;
      for (const listener of ends) listener();
    },
  };
}
