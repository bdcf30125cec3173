import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dialog, WebContents } from 'electron';
import { ok, refuse, type Result } from '#shared/result.ts';
import { PAGE_URL } from '../page/own-page.ts';
import type { PaperRequest } from './paper-request.ts';
import { createSecureWindow, findWindowOf, type CounterWindow } from '../secure-window.ts';
import type { PageCallers } from '../store-link/store-connection.ts';

export type SavePdfResult = Result<
  { readonly saved: boolean },
  { readonly code: 'PAPER_UNKNOWN' | 'PAPER_NOT_READY' | 'FILE_NOT_WRITTEN' }
>;

/** A paper is one page of text: when it takes longer than this, something else is wrong. */
const READY_DEADLINE_MS = 15_000;

/** The page says `data-paper="ready"` once the paper stands as it shall be printed. */
const WAIT_FOR_PAPER = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.dataset.paper && resolve(root.dataset.paper);
  new MutationObserver(look).observe(root, { attributeFilter: ['data-paper'] });
  look();
})`;

/**
 * Prints one paper of the store into a PDF file the person chooses.
 *
 * The paper is drawn by the same page in a window nobody sees, with the rights of the window that asked.
 * `saved: false` means that the person cancelled the dialog.
 */
export async function savePaperAsPdf(
  dialog: Dialog,
  callers: PageCallers,
  asking: WebContents,
  request: PaperRequest,
): Promise<SavePdfResult> {
  const pdf = await printPaper(callers, asking, request);
  if (!pdf) return refuse({ code: 'PAPER_NOT_READY' });
  const options = {
    defaultPath: `${request.kind}-${request.id}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const parent = findWindowOf(asking);
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return ok({ saved: false });
  try {
    await writeFile(filePath, pdf);
  } catch {
    return refuse({ code: 'FILE_NOT_WRITTEN' }); // a full stick, a folder without rights: the person picks another
  }
  return ok({ saved: true });
}

async function printPaper(
  callers: PageCallers,
  asking: WebContents,
  { kind, id }: PaperRequest,
): Promise<Buffer | undefined> {
  const window = createSecureWindow({ show: false, width: 800, height: 1000 });
  callers.speakAs(window.webContents, asking);
  const stop = new AbortController();
  try {
    const late = pause(READY_DEADLINE_MS, 'late', { signal: stop.signal });
    late.catch(() => undefined); // aborted when the paper was in time
    const state = await Promise.race([drawPaper(window, `${PAGE_URL}#/paper/${kind}/${id}`), late]);
    if (state !== 'ready') return undefined;
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    stop.abort();
    window.destroy();
  }
}

async function drawPaper(window: CounterWindow, address: string): Promise<unknown> {
  await window.loadURL(address);
  return window.webContents.executeJavaScript(WAIT_FOR_PAPER);
}
