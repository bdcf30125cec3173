import type { JournalRow } from '../journal/journal-row.ts';
import type { DayTotals } from './figures/late-figures.ts';

/** A supplement as it is stored for ever: differences to the Z and its earlier supplements, in cents. */
export interface FrozenSupplement extends DayTotals {
  readonly form: 1;
  /** The register's newest Z when it was made: the grand total of the next one holds it. */
  readonly afterZ: string;
  /** What came late: `sale <id>`, as in `FrozenZ.told`. None where a document was only booked otherwise. */
  readonly told: readonly string[];
  /** The delta journal. M2: its rows sum to 0. */
  readonly accounts: readonly JournalRow[];
}
