import { TENDER_KINDS, type TenderKind } from '#shared/sales/tenders.ts';
import { TENDER_VIEWS } from './tender-view.ts';

/** Letters that choose a tender even while the amount has the focus, where no letter belongs. */
const LETTERS: ReadonlyMap<string, TenderKind> = new Map(
  TENDER_KINDS.map((kind) => [TENDER_VIEWS[kind].letter, kind]),
);

/** Two keys closer than this come from a scanner; nobody types that fast on purpose. */
const SCANNER_GAP_MS = 50;

export interface TenderKeys {
  /** Takes a key pressed in the amount field. True: the letter is ours and must not reach the field. */
  readonly press: (key: string, atMs: number) => boolean;
  /** A key that no scanner sends came next (F9): a letter that still waits counts at once. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/**
 * Tells a pressed tender key from a C or K inside a scanned code, which must not turn a cash sale into a card sale: the
 * letter counts when no other key came just before or comes just after it.
 */
export function createTenderKeys(
  choose: (kind: TenderKind) => void,
  later: (act: () => void, ms: number) => () => void,
): TenderKeys {
  let lastMs = Number.NEGATIVE_INFINITY;
  let waiting: { readonly act: () => void; readonly stop: () => void } | undefined;
  const stop = () => {
    waiting?.stop();
    waiting = undefined;
  };
  const wait = (kind: TenderKind) => {
    const act = () => {
      waiting = undefined;
      choose(kind);
    };
    waiting = { act, stop: later(act, SCANNER_GAP_MS) };
  };
  return {
    press: (key, atMs) => {
      const inBurst = atMs - lastMs < SCANNER_GAP_MS;
      lastMs = atMs;
      stop();
      const kind = LETTERS.get(key.toUpperCase());
      if (kind === undefined) return false;
      if (!inBurst) wait(kind);
      return true;
    },
    flush: () => {
      const due = waiting;
      stop();
      due?.act();
    },
    stop,
  };
}
