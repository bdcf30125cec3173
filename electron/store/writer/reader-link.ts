import type { MessagePort } from 'node:worker_threads';
import type { QueryInput, QueryOutput, QueryPath, Viewer } from '../reader/queries.ts';
import type { ReaderReply, ReaderRequest } from '../worker-messages.ts';

type Pending = PromiseWithResolvers<unknown>;

/** The writer's end of the line to the reader. Answers come in any order; a reader that is gone rejects them all. */
export class ReaderLink {
  readonly #port: MessagePort;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (reply: ReaderReply) => this.#settle(reply));
    port.on('close', () => {
      for (const each of this.#pending.values()) each.reject(new Error('the reader is gone'));
      this.#pending.clear();
    });
  }

  /** Opens the reading connection; the writer has made the file before. */
  async open(database: string, keyHex: string, storeId: string): Promise<void> {
    await this.#ask((id) => ({ type: 'open', id, database, keyHex, storeId }));
  }

  /** Closes it, so that the file can be moved. */
  async release(): Promise<void> {
    await this.#ask((id) => ({ type: 'release', id }));
  }

  async query<Path extends QueryPath>(
    path: Path,
    input: QueryInput<Path>,
    viewer: Viewer,
  ): Promise<QueryOutput<Path>> {
    const value = await this.#ask((id) => ({ type: 'query', id, path, input, viewer }));
    return value as QueryOutput<Path>;
  }

  close(): void {
    this.#port.close();
  }

  #ask(request: (id: number) => ReaderRequest): Promise<unknown> {
    const id = ++this.#lastId;
    const pending = Promise.withResolvers<unknown>();
    this.#pending.set(id, pending);
    this.#port.postMessage(request(id));
    return pending.promise;
  }

  #settle(reply: ReaderReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ('error' in reply) pending?.reject(new Error(reply.error));
    else pending?.resolve(reply.value);
  }
}
