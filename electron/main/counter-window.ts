import { PAGE_URL } from './page/own-page.ts';
import { createSecureWindow, openWindows, type CounterWindow } from './secure-window.ts';

/** More than this and it is not bad luck: the window stays, and the person closes it. */
const MOST_RELOADS = 5;

/** Opens the till's window and keeps a page in it. What was in the cart comes back from the store. */
export function openCounterWindow(
  title: string,
  onTrouble: (what: string) => void,
  onClosed: () => void,
): void {
  const window = createSecureWindow({
    title,
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: '#F6F5F2',
  });
  let reloads = 0;
  const load = (): void => {
    window
      .loadURL(PAGE_URL)
      .catch((error: unknown) => onTrouble(`the page did not load: ${String(error)}`));
  };
  window.once('closed', onClosed);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onTrouble(`the page stopped: ${reason}`);
    reloads += 1;
    if (reloads <= MOST_RELOADS) load();
  });
  load();
}

/** A second start of the program shows the first one. */
export function showFirstWindow(windows: readonly CounterWindow[] = openWindows()): void {
  const window = windows.find((candidate) => candidate.isVisible() || candidate.isMinimized());
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
