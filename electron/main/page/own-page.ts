/** The one origin of the program's pages. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'counter';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;
/** A page of its own, with a preload that only tells it what to show. */
export const PAGE_URL_FOR_CUSTOMERS = `${PAGE_URL}display.html`;

/** The part of Electron's WebFrameMain that tells who is speaking. */
export interface SpeakingFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** True for an address of our own page, whatever its hash. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST;
}

/** True for the top frame of our own page. A frame that navigated away meanwhile is null, and nobody. */
export function isOwnPage(frame: SpeakingFrame | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}
