import { and, eq, sql } from 'drizzle-orm';
import { postPaymentResolution } from '#shared/journal/post-payment-resolution.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { postDocument } from '../../journal/post-document.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { paymentResolution, paymentResolutionTable } from '../after-sale-tables.ts';
import { findPayment } from '../find-sale.ts';
import { journalPayment } from '../journal/post-sale-journal.ts';
import { findResolution, findStandingPayment } from './find-payment.ts';

export interface ResolvePaymentInput {
  readonly paymentId: string;
  readonly outcome: 'charged' | 'not_charged';
  readonly note: string;
}

/**
 * Says what became of a payment nobody was sure of. Charged: it stands as what it was. Not charged: the customer still
 * owes it, until a correction of the tender or a void settles that. M7: said once.
 * Refuses with `PAYMENT_NOT_FOUND` and `PAYMENT_ALREADY_RESOLVED`.
 */
export function resolvePayment(
  tx: WriteTx,
  context: CommandContext,
  { paymentId, outcome, note }: ResolvePaymentInput,
): Result<
  null,
  { readonly code: 'PAYMENT_NOT_FOUND' } | { readonly code: 'PAYMENT_ALREADY_RESOLVED' }
> {
  const paid = findStandingPayment(tx, paymentId);
  if (paid?.unknown !== 1) return refuse({ code: 'PAYMENT_NOT_FOUND' });
  if (findResolution(tx, paymentId)) return refuse({ code: 'PAYMENT_ALREADY_RESOLVED' });
  const id = context.newId('paymentResolution');
  tx.insertFact(paymentResolutionTable, {
    id,
    paymentId,
    outcome,
    note,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  postResolutionJournal(tx, id);
  return ok(null);
}

/**
 * Posts a resolution: `unresolved_payments` holds nothing of the payment any more. Of two that registers made apart the
 * first counts, as everywhere; the other books nothing, and people see a task. M2, M7.
 */
export function postResolutionJournal(tx: WriteTx, id: string): void {
  const row = resolutionById(tx).get({ storeId: tx.storeId, id });
  const paid = row && findPayment(tx, row.paymentId);
  if (!row || !paid) throw new Error('no resolution to post');
  const { state: _state, ...told } = journalPayment(paid, false);
  const { outcome, businessDate } = row;
  const counts = findResolution(tx, row.paymentId)?.id === id;
  postDocument(
    tx,
    { kind: 'payment_resolution', id, registerId: null, drawerSessionId: null, businessDate },
    counts ? postPaymentResolution({ payment: told, outcome }) : [],
  );
}

const resolutionById = prepared((orm) =>
  orm
    .select()
    .from(paymentResolution)
    .where(
      and(
        eq(paymentResolution.storeId, sql.placeholder('storeId')),
        eq(paymentResolution.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
