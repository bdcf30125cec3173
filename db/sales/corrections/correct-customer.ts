import { and, eq, sql } from 'drizzle-orm';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  CorrectCustomerInput,
  CorrectCustomerRefusal,
} from '#shared/sales/corrections/contract.ts';
import { findCustomerBrief, noteVisit } from '../../customers/find-customer.ts';
import { houseAccountEntry } from '../../house-accounts/tables.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { listLines, listPayments } from '../find-sale.ts';
import { type Correcting, insertCorrection, openCorrection } from './open-correction.ts';

/**
 * Says whose sale it was. A sale that has no customer gets one from whoever sells; another customer, or none any more,
 * takes the right to correct or a manager's word for this sale, and a reason.
 *
 * Refuses, storing nothing, where the sale stands on its customer's name: store credit, an account, goods on approval, a
 * certificate. Those would be another person's then.
 */
export function correctCustomer(
  tx: WriteTx,
  context: CommandContext,
  input: CorrectCustomerInput,
): Result<{ readonly saleId: SaleId }, CorrectCustomerRefusal> {
  const opened = openCorrection(tx, context, input);
  if (!opened.ok) return opened;
  const correcting = opened.value;
  const { saleId, customerId, reason, overrideId } = input;
  const before = correcting.party.customerId;
  if (before === customerId) return refuse({ code: 'CORRECTION_CHANGES_NOTHING' });
  if (before !== null) {
    if (!correcting.mayCorrect) return refuse({ code: 'CORRECTION_NEEDS_OVERRIDE' });
    if (reason === '') return refuse({ code: 'CORRECTION_NEEDS_REASON' });
    const refusal = refusedLeaving(correcting, before);
    if (refusal) return refuse(refusal);
  }
  if (customerId !== null && !findCustomerBrief(tx, customerId))
    return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  insertCorrection(correcting, { kind: 'customer', customerId, reason, overrideId });
  const { businessDate, completedAtMs } = correcting.sale;
  if (customerId !== null) noteVisit(tx, customerId, businessDate, completedAtMs);
  return ok({ saleId });
}

/** What binds a sale to its customer. */
function refusedLeaving(
  { tx, sale }: Correcting,
  before: CustomerId,
): CorrectCustomerRefusal | undefined {
  const customerName = findCustomerBrief(tx, before)?.name ?? '';
  if (sale.taxExempt === 1) return { code: 'SALE_UNTAXED_FOR_CUSTOMER', customerName };
  const bound =
    listPayments(tx, sale.id).some((row) => row.customerId === before || row.providerId !== null) ||
    // A check of the sale that came back is owed on this name.
    accountEntry(tx).get({ storeId: tx.storeId, saleId: sale.id, customerId: before }) !==
      undefined ||
    listLines(tx, sale.id).some(
      (line) => line.kind === 'account_payment' || line.approvalLineId !== null,
    );
  return bound ? { code: 'SALE_ON_CUSTOMERS_NAME', customerName } : undefined;
}

const accountEntry = prepared((orm) =>
  orm
    .select({ id: houseAccountEntry.id })
    .from(houseAccountEntry)
    .where(
      and(
        eq(houseAccountEntry.storeId, sql.placeholder('storeId')),
        eq(houseAccountEntry.saleId, sql.placeholder('saleId')),
        eq(houseAccountEntry.customerId, sql.placeholder('customerId')),
      ),
    )
    .limit(1)
    .prepare(),
);
