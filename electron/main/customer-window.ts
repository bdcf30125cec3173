import { type CustomerView, readCustomerView } from '#shared/customer-display/view.ts';
import { PAGE_URL_FOR_CUSTOMERS } from './page/own-page.ts';
import { createSecureWindow, type CounterWindow } from './secure-window.ts';

/** The window that faces the customer. */
export interface CustomerScreen {
  /** Shows a view; the first one opens the window. Anything that is not a view is left out. */
  readonly show: (view: unknown) => void;
  /** The window's page is there and wants to know what to show. */
  readonly ready: () => void;
  readonly close: () => void;
}

/** One screen for the customer; closed by hand it stays closed until it is switched on again. */
export function createCustomerScreen(
  title: string,
  onTrouble: (what: string) => void,
): CustomerScreen {
  let window: CounterWindow | undefined;
  let last: CustomerView | undefined;
  let shutByHand = false;
  const send = (): void => {
    if (window && !window.isDestroyed() && last) window.webContents.send('display:view', last);
  };
  const open = (): void => {
    const opened = createSecureWindow(
      { title, width: 1024, height: 768, minWidth: 640, minHeight: 480 },
      'display-preload',
    );
    opened.once('closed', () => {
      if (window !== opened) return;
      window = undefined;
      shutByHand = true;
    });
    opened
      .loadURL(PAGE_URL_FOR_CUSTOMERS)
      .catch((error: unknown) => onTrouble(`the customer's screen did not load: ${String(error)}`));
    window = opened;
  };
  return {
    show: (view) => {
      const read = readCustomerView(view);
      if (!read) return;
      last = read;
      if (window) send();
      else if (!shutByHand) open();
    },
    ready: send,
    close: () => {
      const closing = window;
      last = undefined;
      window = undefined;
      shutByHand = false;
      closing?.destroy();
    },
  };
}
