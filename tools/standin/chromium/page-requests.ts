import type { Protocol } from './cdp-protocol.ts';
import type { Page } from './page.ts';
import { toChromiumPolicy, toProgramAddress } from './page-address.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type HeaderEntries = Protocol.Fetch.HeaderEntry[];
export type HeaderRecord = Record<string, string | string[]>;

/** What the program has to say about a page's requests. Addresses are the program's (`app://…`). */
export interface RequestRules {
  /** False blocks. Asked for documents only, the main frame's and subframes'. */
  mayNavigate(address: string, isMainFrame: boolean, isRedirect: boolean): boolean;
  beforeRequest(
    request: Paused,
    address: string,
  ): Promise<'go' | 'cancel' | { readonly redirectTo: string }>;
  /** Undefined when nobody wants to see headers of this address. */
  headersReceived(
    request: Paused,
    address: string,
    status: number,
    headers: HeaderRecord,
  ): Promise<HeaderRecord | 'cancel' | undefined>;
  wantsHeaders(address: string): boolean;
  findHandler(address: string): ((request: Request) => Response | Promise<Response>) | undefined;
}

function toRecord(entries: Iterable<readonly [string, string]>): HeaderRecord {
  const record: Record<string, string[]> = {};
  for (const [name, value] of entries) (record[name] ??= []).push(value);
  return record;
}

function toEntries(record: HeaderRecord): HeaderEntries {
  return Object.entries(record).flatMap(([name, values]) =>
    [values].flat().map((value) => ({
      name,
      value: /^content-security-policy/i.test(name) ? toChromiumPolicy(value) : value,
    })),
  );
}

function bodyOf({ request }: Paused): Uint8Array<ArrayBuffer> | undefined {
  if (!request.postDataEntries) return undefined;
  const parts = request.postDataEntries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  return new Uint8Array(Buffer.concat(parts));
}

function requestFor(paused: Paused, address: string): Request {
  const { method, headers } = paused.request;
  const body = bodyOf(paused);
  return new Request(address, body ? { method, headers, body } : { method, headers });
}

/** Stands between a page and the network: the program's scheme handlers answer, its guards decide. */
export class PageRequests {
  readonly #page: Page;
  readonly #rules: RequestRules;

  constructor(page: Page, rules: RequestRules) {
    this.#page = page;
    this.#rules = rules;
  }

  handle(paused: Paused): void {
    const answered =
      paused.responseStatusCode === undefined ? this.#request(paused) : this.#response(paused);
    // A page that has gone meanwhile no longer waits for its requests.
    answered.catch(() => undefined);
  }

  async #request(paused: Paused): Promise<void> {
    const address = toProgramAddress(paused.request.url);
    const isMainFrame = paused.frameId === this.#page.targetId;
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (
      paused.resourceType === 'Document' &&
      !this.#rules.mayNavigate(address, isMainFrame, isRedirect)
    ) {
      return await this.#fail(paused, 'Aborted');
    }
    const verdict = await this.#rules.beforeRequest(paused, address);
    if (verdict === 'cancel') return await this.#fail(paused, 'BlockedByClient');
    if (verdict !== 'go') return await this.#fulfil(paused, 307, { location: verdict.redirectTo });
    const handler = this.#rules.findHandler(address);
    if (handler) return await this.#answerBy(handler, paused, address);
    await this.#page.session.send('Fetch.continueRequest', {
      requestId: paused.requestId,
      interceptResponse: this.#rules.wantsHeaders(address),
    });
  }

  async #answerBy(
    handler: (request: Request) => Response | Promise<Response>,
    paused: Paused,
    address: string,
  ): Promise<void> {
    let response: Response;
    let body: Uint8Array;
    try {
      response = await handler(requestFor(paused, address));
      body = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      console.error(`electron stand-in: the handler of ${address} failed:`, error);
      return await this.#fail(paused, 'Failed');
    }
    const headers = toRecord(response.headers);
    const changed = await this.#rules.headersReceived(paused, address, response.status, headers);
    if (changed === 'cancel') return await this.#fail(paused, 'BlockedByClient');
    await this.#fulfil(paused, response.status, changed ?? headers, body);
  }

  /** An answer from the network, shown to the program because it asked for headers. */
  async #response(paused: Paused): Promise<void> {
    const address = toProgramAddress(paused.request.url);
    const entries = (paused.responseHeaders ?? []).map(({ name, value }) => [name, value] as const);
    const status = paused.responseStatusCode ?? 200;
    const changed = await this.#rules.headersReceived(paused, address, status, toRecord(entries));
    if (changed === 'cancel') return await this.#fail(paused, 'BlockedByClient');
    await this.#page.session.send('Fetch.continueResponse', {
      requestId: paused.requestId,
      ...(changed ? { responseCode: status, responseHeaders: toEntries(changed) } : {}),
    });
  }

  async #fulfil(
    { requestId }: Paused,
    status: number,
    headers: HeaderRecord,
    body?: Uint8Array,
  ): Promise<void> {
    await this.#page.session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: toEntries(headers),
      ...(body ? { body: Buffer.from(body).toString('base64') } : {}),
    });
  }

  async #fail({ requestId }: Paused, errorReason: Protocol.Network.ErrorReason): Promise<void> {
    await this.#page.session.send('Fetch.failRequest', { requestId, errorReason });
  }
}
