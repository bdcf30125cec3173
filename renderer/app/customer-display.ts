import type { CustomerView } from '#shared/customer-display/view.ts';

/** The screen that faces the customer, as the program gives it to the page. */
export interface CustomerDisplayBridge {
  /** Shows a view; the first one opens the window. */
  readonly show: (view: CustomerView) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

/** Undefined in a browser, which has no second window to open. */
export function customerDisplayOf(page: Window): CustomerDisplayBridge | undefined {
  // Parsing: the preload puts it there under this very name, or nobody does.
  return (page as { readonly counter?: { readonly display?: CustomerDisplayBridge } }).counter
    ?.display;
}
