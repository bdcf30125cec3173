import { postHouseAccount } from '#shared/journal/post-house-account.ts';
import { type Cents, negateCents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { postDocument } from '../journal/post-document.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { accountBalance, findAccountEntry, findHouseAccount } from './find-account.ts';
import { houseAccountEntryTable } from './tables.ts';

export interface AdjustAccountInput {
  readonly customerId: string;
  readonly kind: 'fee' | 'credit';
  readonly amountCents: Cents;
}

/** Puts a fee of its terms on an account, or lets go of an amount. Refuses with `ACCOUNT_NOT_OPEN`. */
export function adjustAccount(
  tx: WriteTx,
  context: CommandContext,
  { customerId, kind, amountCents }: AdjustAccountInput,
): Result<{ readonly balanceCents: Cents }, { readonly code: 'ACCOUNT_NOT_OPEN' }> {
  if (!findHouseAccount(tx, customerId)) return refuse({ code: 'ACCOUNT_NOT_OPEN' });
  const id = context.newId('houseAccountEntry');
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  tx.insertFact(houseAccountEntryTable, {
    id,
    customerId,
    kind,
    amountCents: kind === 'fee' ? amountCents : negateCents(amountCents),
    dueOn: kind === 'fee' ? businessDate : null,
    staffId: actingStaff(context).staffId,
    businessDate,
    atMs: context.nowMs,
  });
  postAccountEntryJournal(tx, id);
  return ok({ balanceCents: accountBalance(tx, customerId) });
}

/** Posts an entry that stands alone: a fee or a credit. Entries of sales and checks are in the journals of those. M2. */
export function postAccountEntryJournal(tx: WriteTx, id: string): void {
  const entry = findAccountEntry(tx, id);
  if (!entry || entry.saleId !== null || entry.checkEventId !== null) return;
  if (entry.kind !== 'fee' && entry.kind !== 'credit') return;
  const { businessDate } = entry;
  postDocument(
    tx,
    { kind: 'house_account_entry', id, registerId: null, drawerSessionId: null, businessDate },
    postHouseAccount({ kind: entry.kind, amountCents: Math.abs(entry.amountCents) }),
  );
}
