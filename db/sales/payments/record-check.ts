import { eq, and, sql } from 'drizzle-orm';
import { postCheckEvent } from '#shared/journal/post-check-event.ts';
import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { houseAccountEntry, houseAccountEntryTable } from '../../house-accounts/tables.ts';
import { postDocument } from '../../journal/post-document.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { checkEvent, checkEventTable } from '../after-sale-tables.ts';
import { effectiveParty } from '../corrections/effective-party.ts';
import { findSale } from '../find-sale.ts';
import { payment } from '../tables.ts';
import { findStandingPayment, listCheckEvents } from './find-payment.ts';

export interface RecordCheckInput {
  readonly paymentId: string;
  readonly kind: 'cleared' | 'returned';
  readonly feeCents: Cents;
  readonly reason: string;
}

/**
 * Writes down that a check cleared, or came back. A check that came back is owed again, with the store's fee, on the
 * house account of who the sale counts for by then; the sale stands. A cleared check may still come back, once.
 * Refuses with `PAYMENT_NOT_FOUND` and `CHECK_ALREADY_SETTLED`.
 */
export function recordCheck(
  tx: WriteTx,
  context: CommandContext,
  { paymentId, kind, feeCents, reason }: RecordCheckInput,
): Result<
  null,
  { readonly code: 'PAYMENT_NOT_FOUND' } | { readonly code: 'CHECK_ALREADY_SETTLED' }
> {
  const paid = findStandingPayment(tx, paymentId);
  if (!paid || paid.checkKind === null) return refuse({ code: 'PAYMENT_NOT_FOUND' });
  const before = listCheckEvents(tx, paymentId).map((event) => event.kind);
  if (before.includes('returned') || (kind === 'cleared' && before.length > 0))
    return refuse({ code: 'CHECK_ALREADY_SETTLED' });
  const id = context.newId('checkEvent');
  const common = {
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  };
  const fee = kind === 'returned' ? feeCents : ZERO_CENTS;
  tx.insertFact(checkEventTable, { id, paymentId, kind, feeCents: fee, reason, ...common });
  const sale = findSale(tx, paid.saleId);
  const customerId = sale ? effectiveParty(tx, sale).customerId : null;
  if (kind === 'returned' && customerId !== null)
    for (const [entryKind, amountCents] of [
      ['returned_check', paid.amountCents],
      ['fee', fee],
    ] as const)
      if (amountCents !== 0)
        tx.insertFact(houseAccountEntryTable, {
          id: context.newId('houseAccountEntry'),
          customerId,
          kind: entryKind,
          amountCents,
          dueOn: common.businessDate,
          saleId: paid.saleId,
          paymentId,
          checkEventId: id,
          ...common,
        });
  postCheckEventJournal(tx, id);
  return ok(null);
}

/**
 * Posts what became of a check. It belongs to the store and to no drawer. A check that two registers saw clear apart
 * cleared once. One that two sent back is owed twice, as the account says, until people settle its task. M2.
 */
export function postCheckEventJournal(tx: WriteTx, checkEventId: string): void {
  const row = eventById(tx).get({ storeId: tx.storeId, id: checkEventId });
  if (!row) throw new Error('no check event to post');
  const { kind, feeCents, amountCents, paymentId, businessDate } = row;
  const cleared = listCheckEvents(tx, paymentId).find((event) => event.kind === 'cleared');
  // On the account where it was put then, whoever the sale counts for by now.
  const named = accountEntryOf(tx).get({ storeId: tx.storeId, checkEventId }) !== undefined;
  postDocument(
    tx,
    {
      kind: 'check_event',
      id: checkEventId,
      registerId: null,
      drawerSessionId: null,
      businessDate,
    },
    kind === 'returned'
      ? postCheckEvent({
          kind,
          amountCents,
          feeCents,
          bankFeeCents: 0,
          cleared: cleared !== undefined,
          owedOn: named ? 'house_accounts' : 'returned_checks',
        })
      : postCheckEvent({ kind, amountCents: cleared?.id === checkEventId ? amountCents : 0 }),
  );
}

const accountEntryOf = prepared((orm) =>
  orm
    .select({ id: houseAccountEntry.id })
    .from(houseAccountEntry)
    .where(
      and(
        eq(houseAccountEntry.storeId, sql.placeholder('storeId')),
        sql`${houseAccountEntry.saleId} = (select ${payment.saleId} from ${checkEvent} inner join ${payment}
          on ${payment.storeId} = ${checkEvent.storeId} and ${payment.id} = ${checkEvent.paymentId}
          where ${checkEvent.storeId} = ${sql.placeholder('storeId')} and ${checkEvent.id} = ${sql.placeholder('checkEventId')})`,
        eq(houseAccountEntry.checkEventId, sql.placeholder('checkEventId')),
      ),
    )
    .limit(1)
    .prepare(),
);

const eventById = prepared((orm) =>
  orm
    .select({
      kind: checkEvent.kind,
      feeCents: checkEvent.feeCents,
      paymentId: checkEvent.paymentId,
      businessDate: checkEvent.businessDate,
      amountCents: payment.amountCents,
    })
    .from(checkEvent)
    .innerJoin(
      payment,
      and(eq(payment.storeId, checkEvent.storeId), eq(payment.id, checkEvent.paymentId)),
    )
    .where(
      and(
        eq(checkEvent.storeId, sql.placeholder('storeId')),
        eq(checkEvent.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
