import { and, eq, sql } from 'drizzle-orm';
import { postFinanceFunding } from '#shared/journal/post-finance-funding.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { postDocument } from '../../journal/post-document.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { financeFunding, financeFundingTable } from '../after-sale-tables.ts';
import { findPayment } from '../find-sale.ts';
import { journalPayment } from '../journal/post-sale-journal.ts';
import { findFinancedPayment, findFunding } from './find-payment.ts';

export interface FundPaymentInput {
  readonly paymentId: string;
  readonly amountCents: Cents;
  readonly feeCents: Cents;
  readonly fundedOn: string;
}

/**
 * Writes down that a lender or lessor paid, less its fee: together what it owed. What went back to it on a return it
 * takes back, with its part of the fee: then all amounts are negative.
 * Refuses with `PAYMENT_NOT_FOUND`, `PAYMENT_ALREADY_FUNDED` and `FUNDING_NOT_EQUAL`.
 */
export function fundPayment(
  tx: WriteTx,
  context: CommandContext,
  { paymentId, amountCents, feeCents, fundedOn }: FundPaymentInput,
): Result<
  null,
  | { readonly code: 'PAYMENT_NOT_FOUND' }
  | { readonly code: 'PAYMENT_ALREADY_FUNDED' }
  | { readonly code: 'FUNDING_NOT_EQUAL'; readonly owedCents: Cents }
> {
  const paid = findFinancedPayment(tx, paymentId);
  if (!paid) return refuse({ code: 'PAYMENT_NOT_FOUND' });
  if (findFunding(tx, paymentId)) return refuse({ code: 'PAYMENT_ALREADY_FUNDED' });
  const goesItsWay = [amountCents, feeCents].every((cents) => cents * paid.amountCents >= 0);
  if (amountCents + feeCents !== paid.amountCents || !goesItsWay)
    return refuse({ code: 'FUNDING_NOT_EQUAL', owedCents: paid.amountCents as Cents });
  const id = context.newId('financeFunding');
  tx.insertFact(financeFundingTable, {
    id,
    paymentId,
    amountCents,
    feeCents,
    fundedOn,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  postFundingJournal(tx, id);
  return ok(null);
}

/**
 * Posts a funding: bank and fee against what the provider owed. Of two that registers wrote down apart the first counts:
 * the provider paid once, and people see a task. M2.
 */
export function postFundingJournal(tx: WriteTx, id: string): void {
  const row = fundingById(tx).get({ storeId: tx.storeId, id });
  const paid = row && findPayment(tx, row.paymentId);
  if (!row || !paid) throw new Error('no funding to post');
  const { tender, detail } = journalPayment(paid, false);
  if (tender !== 'finance' && tender !== 'lease') throw new Error('funding of another tender');
  const { businessDate, amountCents, feeCents } = row;
  postDocument(
    tx,
    { kind: 'finance_funding', id, registerId: null, drawerSessionId: null, businessDate },
    findFunding(tx, row.paymentId)?.id === id
      ? postFinanceFunding({ tender, provider: detail, fundedCents: amountCents, feeCents })
      : [],
  );
}

const fundingById = prepared((orm) =>
  orm
    .select()
    .from(financeFunding)
    .where(
      and(
        eq(financeFunding.storeId, sql.placeholder('storeId')),
        eq(financeFunding.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
