import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface SideSlot {
  readonly place: HTMLElement | null;
  readonly claim: () => () => void;
}

const SideContext = createContext<SideSlot>({ place: null, claim: () => () => undefined });

export interface SideSlotState {
  readonly slot: SideSlot;
  readonly taken: boolean;
  readonly setPlace: (place: HTMLElement | null) => void;
}

export function useSideSlot(): SideSlotState {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState(0);
  const [claim] = useState(() => () => {
    setClaims((count) => count + 1);
    return () => setClaims((count) => count - 1);
  });
  return { slot: { place, claim }, taken: claims > 0, setPlace };
}

export const SideSlotProvider = SideContext;

/** Puts its children into the right column of the window, as wide as the cart. Without one the screen has the width. */
export function Side({ children }: { readonly children: ReactNode }) {
  const { place, claim } = use(SideContext);
  useEffect(() => claim(), [claim]);
  return place === null ? null : createPortal(children, place);
}
