import type { PaperStore } from '../documents/paper-head.ts';
import type { ZFigures } from './figures/z-figures.ts';

/**
 * A Z as it is stored for ever. Names and typed words are not in it, because they can be erased and a Z cannot: people
 * are ids (`openedBy`, `closedBy`, `by`, `asker`), a `reason` is the id of the row that holds the words, and an exemption
 * names its certificate. They are read when the Z is shown; an erased reason is then empty.
 *
 * A Z of before this form is the plain `DayCloseFacts` that it was printed from.
 */
export interface FrozenZ {
  readonly form: 2;
  readonly number: string;
  readonly store: PaperStore;
  readonly registerName: string;
  readonly zone: string;
  readonly businessDate: string;
  readonly openedAtMs: number;
  readonly openedBy: string;
  readonly closedAtMs: number;
  readonly closedBy: string;
  readonly figures: ZFigures;
  readonly expectedCents: number;
  readonly countedCents: number;
  readonly leftCents: number;
  /** The last number of every series so far: the next Z begins after them. */
  readonly lastNumbers: readonly string[];
  /** Payments that were unknown at the close, and are for this day whatever is found out. */
  readonly unresolvedIds: readonly string[];
  /** Documents of the drawer that had been booked: `sale <id>`. What is booked in it and not here came late. */
  readonly told: readonly string[];
  /** Changesets that no other register knew yet; null for a store that was never connected. */
  readonly notSynced: number | null;
}

/** Whether what was stored has this form. */
export function isFrozenZ(stored: object): stored is FrozenZ {
  return 'form' in stored && stored.form === 2;
}
