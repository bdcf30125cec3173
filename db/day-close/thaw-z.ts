import type { ZFigures } from '#shared/day-close/figures/z-figures.ts';
import type { FrozenZ } from '#shared/day-close/frozen-z.ts';
import type { DayCloseAccount, DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import type { JournalRow } from '#shared/journal/journal-row.ts';
import { findStaff } from '../staff/find-staff.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { wordsOf } from './words-of.ts';

/** The Z as people read it, with the names and words that are still there. What it printed is `accounts`, frozen too. */
export function thawZ(
  db: ReadDb,
  z: FrozenZ,
  closing: { readonly dayCloseId: string; readonly accounts: readonly JournalRow[] },
): Omit<DayCloseFacts, 'copy' | 'demo' | 'supplements'> {
  const { expectedCents, countedCents, leftCents, notSynced } = z;
  const overShortCents = countedCents - expectedCents;
  return {
    report: 'Z',
    number: z.number,
    store: z.store,
    registerName: z.registerName,
    zone: z.zone,
    businessDate: z.businessDate,
    openedAtMs: z.openedAtMs,
    openedBy: initialsOf(db, z.openedBy),
    closedAtMs: z.closedAtMs,
    closedBy: initialsOf(db, z.closedBy),
    ...namedFigures(db, z.figures),
    expectedCents,
    countedCents,
    overShortCents,
    ...(overShortCents !== 0 && { overShortReason: wordsOf.dayClose(db, closing.dayCloseId) }),
    leftCents,
    toBankCents: countedCents - leftCents,
    accounts: namedAccounts(db, closing.accounts),
    ...(notSynced !== null && { notSynced }),
  };
}

/** Figures with the initials, the words and the certificates that their ids stand for; empty where they were erased. */
export function namedFigures(db: ReadDb, figures: ZFigures): ZFigures {
  return {
    ...figures,
    movements: figures.movements.map((each) => ({
      ...each,
      by: initialsOf(db, each.by),
      reason: wordsOf.movement(db, each.reason),
    })),
    voided: figures.voided.map((each) => ({
      ...each,
      by: initialsOf(db, each.by),
      reason: wordsOf.saleVoid(db, each.reason),
    })),
    overrides: figures.overrides.map((each) => ({
      ...each,
      by: initialsOf(db, each.by),
      asker: initialsOf(db, each.asker),
      reason: wordsOf.override(db, each.reason),
    })),
    corrections: figures.corrections.map((each) => ({ ...each, by: initialsOf(db, each.by) })),
    exemptions: figures.exemptions.map((each) => ({
      ...each,
      reason: wordsOf.certificate(db, each.reason),
    })),
  };
}

/** Journal rows with the names of lenders and lessors in place of their ids. */
export function namedAccounts(
  db: ReadDb,
  accounts: readonly JournalRow[],
): readonly DayCloseAccount[] {
  return accounts.map((row) =>
    row.account === 'finance_receivable' || row.account === 'lease_receivable'
      ? { ...row, detail: wordsOf.provider(db, row.detail) }
      : row,
  );
}

/** Initials of a person; empty where they are not known here any more. */
export function initialsOf(db: ReadDb, staffId: string): string {
  return findStaff(db, staffId)?.initials ?? '';
}
