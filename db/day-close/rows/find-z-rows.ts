import type { ZRows } from '#shared/day-close/figures/z-rows.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { readBatches, readCorrections, readMovements, readOverrides } from './read-control.ts';
import { readPayments } from './read-payments.ts';
import { readDeliveries, readLines, readSales, readTaxes } from './read-tickets.ts';

/** A drawer's day, open or closed. */
export interface DrawerDay {
  readonly drawerSessionId: string;
  readonly registerId: string;
  readonly businessDate: string;
  readonly floatCents: number;
  readonly openedAtMs: number;
}

/** What rows of a drawer follow from beside the drawer. */
export interface ZSurroundings extends Pick<
  ZRows,
  'numbers' | 'lastNumbers' | 'grandTotalBeforeCents'
> {
  /** When the day ends, or the report is read. */
  readonly untilMs: number;
}

/** All that a drawer saw, each list by the index of its drawer. People and words are ids (`FrozenZ`). */
export function findZRows(db: ReadDb, drawer: DrawerDay, around: ZSurroundings): ZRows {
  const { drawerSessionId } = drawer;
  const batches = readBatches(db, drawerSessionId);
  const terminal = oneTerminal(batches);
  const { untilMs, ...numbers } = around;
  return {
    floatCents: drawer.floatCents,
    sales: readSales(db, drawerSessionId),
    lines: readLines(db, drawerSessionId),
    taxes: readTaxes(db, drawerSessionId),
    payments: readPayments(db, drawerSessionId, terminal),
    movements: readMovements(db, drawerSessionId),
    deliveries: readDeliveries(db, drawerSessionId),
    batches: batches.map(({ brand, batchCents }) => ({ terminal, brand, batchCents })),
    overrides: readOverrides(db, drawer, { from: drawer.openedAtMs, to: untilMs }),
    corrections: readCorrections(db, drawerSessionId),
    ...numbers,
  };
}

/**
 * A payment says its brand and not its terminal. With one terminal it is that one's; with several the brands of all are
 * compared together, under no name.
 */
function oneTerminal(batches: readonly { readonly terminal: string }[]): string {
  const [first, ...others] = new Set(batches.map(({ terminal }) => terminal));
  return others.length === 0 ? (first ?? '') : '';
}
