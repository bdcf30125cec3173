/** The reason stored when a sale is taken back in the seconds after it was made. */
export const UNDONE_AT_ONCE = 'undone at once';

/** How long the window offers it (docs/rules.md, The sale). */
export const UNDO_OFFER_MS = 8000;

/** How long the store grants it: the offer, and time for the click to arrive on a slow machine. */
export const UNDO_GRANT_MS = 12_000;
