import type { PaperAddress } from './paper-address.ts';

/** What the preload gives the page; absent in a browser. */
interface CounterBridge {
  readonly paper: { readonly savePdf: (kind: string, id: string) => Promise<unknown> };
}

/** What became of a PDF. `browser`: there is no program around this page, and the browser's own print takes over. */
export type SavedPdf = 'saved' | 'cancelled' | 'failed' | 'browser';

/** Saves a paper as PDF where the person chooses. */
export async function savePaperPdf(page: Window, { kind, id }: PaperAddress): Promise<SavedPdf> {
  const bridge = bridgeOf(page);
  if (bridge === undefined) return 'browser';
  const answer = await bridge.paper.savePdf(kind, id);
  if (at(answer, 'ok') !== true) return 'failed';
  return at(at(answer, 'value'), 'saved') === true ? 'saved' : 'cancelled';
}

function bridgeOf(page: Window): CounterBridge | undefined {
  // Parsing: the preload puts it there under this very name, or nobody does.
  return (page as { readonly counter?: CounterBridge }).counter;
}

function at(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}
