import { type CustomerView, readCustomerView } from '#shared/customer-display/view.ts';

/** What there is to show on the customer's screen, and when it changes. */
export interface CustomerViews {
  readonly current: () => CustomerView;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the preload of this page gives it. */
interface Bridge {
  readonly onView: (show: (view: unknown) => void) => void;
}

/** Listens to the program. Without one, in a plain browser, the screen stays empty. */
export function listenToProgram(page: Window): CustomerViews {
  let view: CustomerView = { kind: 'idle', storeName: '' };
  const listeners = new Set<() => void>();
  // Parsing: the preload puts it there under this very name, or nobody does.
  const bridge = (page as { readonly customerDisplay?: Bridge }).customerDisplay;
  bridge?.onView((sent) => {
    view = readCustomerView(sent) ?? view;
    for (const listener of listeners) listener();
  });
  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
