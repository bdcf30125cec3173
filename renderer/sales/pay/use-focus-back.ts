import { useEffect, useRef, type RefObject } from 'react';
import { useSelling } from '../selling-context.tsx';

/**
 * The focus is never nowhere while somebody pays: when a dialog over the sheet closes, or the button that had it is gone,
 * it is in the part that had it before, else in the field that is typed first.
 */
export function useFocusBack(): RefObject<HTMLDivElement | null> {
  const { dialog } = useSelling();
  const part = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLInputElement) last.current = target;
    };
    const watched = part.current;
    watched?.addEventListener('focusin', remember);
    return () => watched?.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (dialog !== undefined || document.activeElement !== document.body) return;
    const before = last.current?.isConnected === true ? last.current : undefined;
    const first = part.current?.querySelector<HTMLElement>('.pay-handed [data-autofocus]');
    (before ?? first)?.focus();
  });
  return part;
}
