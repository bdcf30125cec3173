import type { OnBeforeRequestListenerDetails, OnHeadersReceivedListenerDetails } from 'electron';
import type { Protocol } from '../chromium/cdp-protocol.ts';
import type { HeaderRecord, RequestRules } from '../chromium/page-requests.ts';
import { toChromiumAddress } from '../chromium/page-address.ts';
import { findSchemeHandler } from '../api/protocol.ts';
import type { StandInSession } from '../api/session.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

function detailsOf(paused: Paused, address: string, webContentsId: number) {
  return {
    id: Number.parseInt(paused.requestId.replaceAll(/\D/g, ''), 10),
    url: address,
    method: paused.request.method,
    webContentsId,
    resourceType: RESOURCE_TYPES[paused.resourceType] ?? 'other',
    referrer: paused.request.headers['Referer'] ?? '',
    timestamp: Date.now(),
  };
}

/** The program's session.webRequest listeners and scheme handlers, as rules for one window's requests. */
export function webRequestRules(
  session: StandInSession,
  webContentsId: number,
): Omit<RequestRules, 'mayNavigate'> {
  const { webRequest } = session;
  return {
    findHandler: (address) => findSchemeHandler(address.slice(0, address.indexOf(':'))),
    wantsHeaders: (address) => webRequest.headersListener?.wants(address) === true,
    beforeRequest: async (paused, address) => {
      const registered = webRequest.requestListener;
      if (!registered?.wants(address)) return 'go';
      const details = detailsOf(
        paused,
        address,
        webContentsId,
      ) as unknown as OnBeforeRequestListenerDetails;
      const answer = await new Promise<{ cancel?: boolean; redirectURL?: string }>((resolve) => {
        registered.listener(details, resolve);
      });
      if (answer.cancel) return 'cancel';
      return answer.redirectURL ? { redirectTo: toChromiumAddress(answer.redirectURL) } : 'go';
    },
    headersReceived: async (paused, address, status, headers) => {
      const registered = webRequest.headersListener;
      if (!registered?.wants(address)) return undefined;
      const details = {
        ...detailsOf(paused, address, webContentsId),
        statusCode: status,
        statusLine: `HTTP/1.1 ${status}`,
        responseHeaders: headers,
      } as unknown as OnHeadersReceivedListenerDetails;
      const answer = await new Promise<{ cancel?: boolean; responseHeaders?: HeaderRecord }>(
        (resolve) => {
          registered.listener(details, resolve);
        },
      );
      return answer.cancel ? 'cancel' : (answer.responseHeaders ?? headers);
    },
  };
}
