import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';
import { strictInstances } from '../strict.ts';

/** One end of a connection between two ports, wherever that end lives (here or in a page). */
export interface PortEnd {
  peer: PortEnd | undefined;
  /** Whether a message crosses to another process, which copies it by itself. */
  readonly remote: boolean;
  deliver(message: unknown, ports: readonly StandInMessagePort[]): void;
  /** The other end is gone. */
  disconnect(): void;
}

export function connectEnds(one: PortEnd, other: PortEnd): void {
  one.peer = other;
  other.peer = one;
}

/** Parts the two ends and tells the one that `end` was connected to. */
export function disconnectPeerOf(end: PortEnd): void {
  const { peer } = end;
  end.peer = undefined;
  if (!peer) return;
  peer.peer = undefined;
  peer.disconnect();
}

interface QueuedMessage {
  readonly data: unknown;
  readonly ports: readonly StandInMessagePort[];
}

/** Electron's MessagePortMain: an EventEmitter whose messages wait until `start()`. */
export class StandInMessagePort
  extends EventEmitter
  implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly #end: PortEnd;
  #queue: QueuedMessage[] = [];
  #started = false;
  #closed = false;

  constructor() {
    super();
    this.#end = {
      peer: undefined,
      remote: false,
      deliver: (data, ports) => {
        this.#queue.push({ data, ports });
        setImmediate(() => this.#drain());
      },
      // In a later turn, so that messages that were sent before arrive before.
      disconnect: () => void setImmediate(() => this.close()),
    };
  }

  /** The place of `port` in its connection. Not Electron's: for the stand-in's own parts. */
  static endOf(port: StandInMessagePort): PortEnd {
    return port.#end;
  }

  /** Gives the port's place to `successor` and returns its unread messages; the port is of no use afterwards. */
  static handOver(port: StandInMessagePort, successor: PortEnd): readonly QueuedMessage[] {
    if (port.#closed) throw new Error('Port is already neutered');
    const { peer } = port.#end;
    port.#closed = true;
    port.#end.peer = undefined;
    if (peer) connectEnds(successor, peer);
    return port.#queue.splice(0);
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    const { peer } = this.#end;
    try {
      const ports = transfer.map((port) => {
        if (port instanceof StandInMessagePort) return port;
        throw new TypeError('Invalid value for transfer');
      });
      if (!this.#closed) peer?.deliver(peer.remote ? message : structuredClone(message), ports);
    } catch (error) {
      // Electron does both: it throws and the port is closed.
      this.close();
      throw error;
    }
  }

  start(): void {
    this.#started = true;
    setImmediate(() => this.#drain());
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    disconnectPeerOf(this.#end);
    this.emit('close');
  }

  #drain(): void {
    while (this.#started && !this.#closed) {
      const message = this.#queue.shift();
      if (!message) return;
      this.emit('message', message);
    }
  }
}
strictInstances('MessagePortMain', StandInMessagePort);

/** Electron's MessageChannelMain: two connected ports of the main process. */
export class StandInMessageChannel {
  readonly port1 = new StandInMessagePort();
  readonly port2 = new StandInMessagePort();

  constructor() {
    connectEnds(StandInMessagePort.endOf(this.port1), StandInMessagePort.endOf(this.port2));
  }
}
strictInstances('MessageChannelMain', StandInMessageChannel);
