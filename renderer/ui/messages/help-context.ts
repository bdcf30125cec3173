import { createContext, use, useEffect } from 'react';

/** The way from any part of the window to its page of the guide. What shows the guide provides it. */
export interface HelpDesk {
  /** Opens a page of the guide, or the page of a code: `pay`, `SALE_UNDERTENDERED`. */
  readonly open: (topic: string) => void;
  /** Says which page belongs to what lies on top now, until the returned function is called. */
  readonly stand: (page: string) => () => void;
}

const HelpContext = createContext<HelpDesk | undefined>(undefined);

export const HelpProvider = HelpContext;

/** Undefined where no guide can be shown: before the store was reached, and in the gallery. */
export function useHelpDesk(): HelpDesk | undefined {
  return use(HelpContext);
}

/** While mounted, F1 opens this page. */
export function useHelpHere(page: string | undefined): void {
  const desk = use(HelpContext);
  useEffect(() => (page === undefined ? undefined : desk?.stand(page)), [desk, page]);
}
