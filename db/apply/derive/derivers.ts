import { countJournalDeriver } from './derive-count-journal.ts';
import { customerDeriver } from './derive-customer.ts';
import { drawerJournalDeriver } from './derive-drawer-journal.ts';
import { entryJournalDerivers, saleJournalDeriver } from './derive-journal.ts';
import { pieceDeriver } from './derive-piece.ts';
import { receiveJournalDerivers } from './derive-receive-journal.ts';
import { writeOffJournalDeriver } from './derive-write-off-journal.ts';
import type { Deriver } from './deriver.ts';

/** All derived rows. A new derived table gets its deriver here before another register can show it wrongly. */
export const DERIVERS: readonly Deriver[] = [
  pieceDeriver,
  customerDeriver,
  drawerJournalDeriver,
  saleJournalDeriver,
  writeOffJournalDeriver,
  ...entryJournalDerivers,
  ...receiveJournalDerivers,
  countJournalDeriver,
];
