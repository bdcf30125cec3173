import type { FreightWay } from '../stock/receiving/freight.ts';
import { journalOf, type JournalRow } from './journal-row.ts';

/** The sums of an invoice that was received. Cents, none negative. */
export interface ReceivedInvoice {
  readonly goodsCents: number;
  readonly freightCents: number;
  readonly freightWay: FreightWay;
}

/**
 * The journal of an invoice: the goods, and the freight where it goes into their cost, are inventory; a freight that does
 * not is what running the store costs; the vendor is owed the whole. M2.
 */
export function postReceive({
  goodsCents,
  freightCents,
  freightWay,
}: ReceivedInvoice): readonly JournalRow[] {
  return journalOf([
    { account: 'inventory', amountCents: goodsCents },
    {
      account: freightWay === 'allocate' ? 'inventory' : 'store_charges',
      amountCents: freightCents,
    },
    { account: 'vendor_payable', amountCents: -(goodsCents + freightCents) },
  ]);
}
