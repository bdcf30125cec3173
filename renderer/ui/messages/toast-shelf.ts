/** A short message at the lower left, with the one thing that can still be done about it. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'info' | 'success' | 'warning' | 'danger';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** How long it stays; 8 s, the undo window, when left out. */
  readonly seconds?: number;
}

export interface ShelvedToast extends Toast {
  readonly id: number;
  readonly endsAtMs: number;
}

export interface ToastShelf {
  readonly show: (toast: Toast) => number;
  readonly dismiss: (id: number) => void;
  readonly list: () => readonly ShelvedToast[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes away what has run out. */
  readonly sweep: () => void;
}

const UNDO_SECONDS = 8;
const MOST_AT_ONCE = 3;

export function createToastShelf(nowMs: () => number): ToastShelf {
  const listeners = new Set<() => void>();
  let toasts: readonly ShelvedToast[] = [];
  let made = 0;
  const put = (next: readonly ShelvedToast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    show: (toast) => {
      made += 1;
      const endsAtMs = nowMs() + (toast.seconds ?? UNDO_SECONDS) * 1000;
      put([...toasts, { ...toast, id: made, endsAtMs }].slice(-MOST_AT_ONCE));
      return made;
    },
    dismiss: (id) => put(toasts.filter((toast) => toast.id !== id)),
    list: () => toasts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sweep: () => {
      const left = toasts.filter((toast) => toast.endsAtMs > nowMs());
      if (left.length !== toasts.length) put(left);
    },
  };
}
