import type { ToPage } from '../page/page-messages.ts';
import {
  connectEnds,
  disconnectPeerOf,
  StandInMessagePort,
  type PortEnd,
} from './message-port-main.ts';

/** The ends of message ports that live in one window's page. */
export class PagePortTable {
  readonly #ends = new Map<number, PortEnd>();
  readonly #send: (message: ToPage) => void;
  #lastId = 0;

  constructor(send: (message: ToPage) => void) {
    this.#send = send;
  }

  /** Ports the page sent: each gets a MessagePortMain here. */
  adopt(ids: readonly number[]): StandInMessagePort[] {
    return ids.map((id) => {
      const port = new StandInMessagePort();
      connectEnds(this.#makeEnd(id), StandInMessagePort.endOf(port));
      return port;
    });
  }

  /**
   * Moves ports of the main process into the page. `announce` sends the message that carries them, under the
   * ids by which the page will know them; what waited in the ports follows after it.
   */
  moveToPage(
    ports: readonly StandInMessagePort[],
    announce: (ids: readonly number[]) => void,
  ): void {
    const moved = ports.map((port) => {
      const id = --this.#lastId;
      const end = this.#makeEnd(id);
      return { id, end, unread: StandInMessagePort.handOver(port, end) };
    });
    announce(moved.map(({ id }) => id));
    for (const { end, unread } of moved) {
      for (const message of unread) end.deliver(message.data, message.ports);
    }
  }

  receive(id: number, message: unknown, ports: readonly number[]): void {
    this.#ends.get(id)?.peer?.deliver(message, this.adopt(ports));
  }

  /** The page closed its end. */
  closed(id: number): void {
    const end = this.#ends.get(id);
    this.#ends.delete(id);
    if (end) disconnectPeerOf(end);
  }

  /** The document is gone and all its ports with it. */
  closeAll(): void {
    for (const id of this.#ends.keys()) this.closed(id);
  }

  #makeEnd(id: number): PortEnd {
    const end: PortEnd = {
      peer: undefined,
      remote: true,
      deliver: (message, ports) => {
        this.moveToPage(ports, (ids) =>
          this.#send({ type: 'port-message', port: id, message, ports: ids }),
        );
      },
      disconnect: () => {
        if (this.#ends.delete(id)) this.#send({ type: 'port-closed', port: id });
      },
    };
    this.#ends.set(id, end);
    return end;
  }
}
