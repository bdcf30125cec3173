import { postGiftCard } from '#shared/journal/post-gift-card.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { findCustomerRow } from '../customers/find-customer.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { postDocument } from '../journal/post-document.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findCreditEntry, storeCreditBalance } from './balances.ts';
import { storeCreditEntryTable } from './tables.ts';

export interface GrantCreditInput {
  readonly customerId: string;
  readonly amountCents: Cents;
  readonly reason: string;
}

/** Gives a customer store credit as goodwill: an expense, never less income. Refuses with `CUSTOMER_NOT_FOUND`. */
export function grantCredit(
  tx: WriteTx,
  context: CommandContext,
  { customerId, amountCents, reason }: GrantCreditInput,
): Result<{ readonly balanceCents: Cents }, { readonly code: 'CUSTOMER_NOT_FOUND' }> {
  if (!findCustomerRow(tx, customerId)) return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  const id = context.newId('storeCreditEntry');
  tx.insertFact(storeCreditEntryTable, {
    id,
    customerId,
    kind: 'granted',
    amountCents,
    reason,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  postCreditEntryJournal(tx, id);
  return ok({ balanceCents: storeCreditBalance(tx, customerId) });
}

/** Posts credit that was granted; what sales issue and redeem is in their journals. M2. */
export function postCreditEntryJournal(tx: WriteTx, id: string): void {
  const entry = findCreditEntry(tx, id);
  if (entry?.kind !== 'granted') return;
  const { businessDate } = entry;
  postDocument(
    tx,
    { kind: 'store_credit_entry', id, registerId: null, drawerSessionId: null, businessDate },
    postGiftCard({ of: 'store_credit', kind: 'granted', amountCents: entry.amountCents }),
  );
}
