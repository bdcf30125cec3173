import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not from our own page on this machine. */
export type RequestRefusal = 'host' | 'origin' | 'site';

/**
 * Checks the three headers a browser sets by itself and no page can change.
 *
 * - Host, exactly: a foreign name that resolves to this machine is turned away.
 * - Origin: a page of another site is turned away; a request that changes something must carry one.
 * - Sec-Fetch-Site: so is another port of this machine, whose pages share our cookies.
 */
export function findRefusal(
  headers: IncomingHttpHeaders,
  host: string,
  kind: 'read' | 'change',
): RequestRefusal | undefined {
  if (headers.host !== host) return 'host';
  const { origin } = headers;
  const ownOrigin = `http://${host}`;
  if (origin === undefined ? kind === 'change' : origin !== ownOrigin) return 'origin';
  const site = headers['sec-fetch-site'];
  const allowed = kind === 'read' ? ['same-origin', 'none'] : ['same-origin'];
  if (site !== undefined && !allowed.includes(String(site))) return 'site';
  return undefined;
}
