import { journalOf, type JournalRow } from './journal-row.ts';
import { handedOverPostings, type JournalLine } from './line-postings.ts';

/**
 * The journal of handing over what was sold undelivered: the deposit becomes income, and the goods leave inventory.
 * Shipped goods are delivered when the carrier has them. Lines that are no sale (gift cards, payments on account) and
 * lines that were handed over with the sale book nothing. The tax was booked with the sale. M2.
 */
export function postDelivery(lines: readonly JournalLine[]): readonly JournalRow[] {
  return journalOf(lines.filter((line) => !line.delivered).flatMap(handOver));
}

function handOver(line: JournalLine) {
  const postings = handedOverPostings(line);
  if (postings.length === 0) return [];
  return [{ account: 'deposits_delivery' as const, amountCents: line.netCents }, ...postings];
}
