import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ReviewDocumentKind } from '#shared/review/kinds.ts';
import { checkEvent, financeFunding, paymentResolution } from '../../sales/after-sale-tables.ts';
import { approvalEvent, approvalLine } from '../../sales/counter-tables.ts';
import { payment } from '../../sales/tables.ts';
import { prepared } from '../../write-path/read-db.ts';
import { idsIn } from '../touched-rows.ts';
import type { Detector } from './detector.ts';

/** A piece on approval has one end: it comes back or is bought. A sale that was undone takes its end back. */
export const approvalEndedTwice: Detector = {
  kind: 'approval_ended_twice',
  subjectsOf: {
    approval_line: (row) => idsIn(row, 'id'),
    approval_event: (row) => idsIn(row, 'approvalLineId'),
  },
  find: (db, approvalLineId) => {
    const events = eventsOf(db).all({ storeId: db.storeId, approvalLineId });
    const ends = events.filter((each) => each.kind !== 'sale_undone');
    const standing = ends.length - (events.length - ends.length);
    return standing > 1 ? documents('approval_event', ends) : [];
  },
  candidates: (db) =>
    linesWithEvents(db)
      .all()
      .flatMap(({ id }) => (id === null ? [] : [id])),
};

/** M7: two people found out what became of one payment, each on their own register, and not the same. */
export const paymentResolvedTwice: Detector = {
  kind: 'payment_resolved_twice',
  subjectsOf: { payment_resolution: (row) => idsIn(row, 'paymentId') },
  find: (db, paymentId) => {
    const resolutions = resolutionsOf(db).all({ storeId: db.storeId, paymentId });
    const outcomes = new Set(resolutions.map(({ outcome }) => outcome));
    return outcomes.size > 1 ? documents('payment_resolution', resolutions) : [];
  },
  candidates: (db) =>
    paymentsResolved(db)
      .all()
      .map((row) => row.id),
};

/** Two voids of one sale take its payments back twice as well, and are a task of their own. */
export const paymentTakenBackTwice: Detector = {
  kind: 'payment_taken_back_twice',
  subjectsOf: { payment: (row) => idsIn(row, 'reversesPaymentId') },
  find: (db, paymentId) => {
    const reversals = reversalsOf(db).all({ storeId: db.storeId, paymentId });
    const corrected = reversals.some((each) => each.saleCorrectionId !== null);
    return corrected && reversals.length > 1 ? documents('payment', reversals) : [];
  },
  candidates: (db) =>
    paymentsReversed(db)
      .all()
      .flatMap(({ id }) => (id === null ? [] : [id])),
};

/** One payment of a lender, written down on two registers with other figures: one of them is wrong. */
export const paymentFundedTwice: Detector = {
  kind: 'payment_funded_twice',
  subjectsOf: { finance_funding: (row) => idsIn(row, 'paymentId') },
  find: (db, paymentId) => {
    const fundings = fundingsOf(db).all({ storeId: db.storeId, paymentId });
    const figures = new Set(fundings.map((row) => `${row.amountCents} ${row.feeCents}`));
    return figures.size > 1 ? documents('finance_funding', fundings) : [];
  },
  candidates: (db) =>
    paymentsFunded(db)
      .all()
      .map((row) => row.id),
};

export const checkReturnedTwice: Detector = {
  kind: 'check_returned_twice',
  subjectsOf: { check_event: (row) => idsIn(row, 'paymentId') },
  find: (db, paymentId) => {
    const returns = returnsOf(db).all({ storeId: db.storeId, paymentId });
    return returns.length > 1 ? documents('check_event', returns) : [];
  },
  candidates: (db) =>
    checksReturned(db)
      .all()
      .map((row) => row.id),
};

function documents(documentKind: ReviewDocumentKind, rows: readonly { readonly id: string }[]) {
  return rows.map(({ id }) => ({ documentKind, documentId: id }));
}

const eventsOf = prepared((orm) =>
  orm
    .select({ id: approvalEvent.id, kind: approvalEvent.kind })
    .from(approvalLine)
    .innerJoin(
      approvalEvent,
      and(
        eq(approvalEvent.storeId, approvalLine.storeId),
        eq(approvalEvent.approvalId, approvalLine.approvalId),
        eq(approvalEvent.approvalLineId, approvalLine.id),
      ),
    )
    .where(
      and(
        eq(approvalLine.storeId, sql.placeholder('storeId')),
        eq(approvalLine.id, sql.placeholder('approvalLineId')),
        inArray(approvalEvent.kind, ['returned', 'converted', 'sale_undone']),
      ),
    )
    .orderBy(asc(approvalEvent.id))
    .prepare(),
);

const linesWithEvents = prepared((orm) =>
  orm
    .select({ id: approvalEvent.approvalLineId })
    .from(approvalEvent)
    .where(inArray(approvalEvent.kind, ['returned', 'converted']))
    .groupBy(approvalEvent.approvalLineId)
    .having(sql`count(*) > 1`)
    .prepare(),
);

const resolutionsOf = prepared((orm) =>
  orm
    .select({ id: paymentResolution.id, outcome: paymentResolution.outcome })
    .from(paymentResolution)
    .where(
      and(
        eq(paymentResolution.storeId, sql.placeholder('storeId')),
        eq(paymentResolution.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(paymentResolution.id))
    .prepare(),
);

const paymentsResolved = prepared((orm) =>
  orm
    .select({ id: paymentResolution.paymentId })
    .from(paymentResolution)
    .groupBy(paymentResolution.paymentId)
    .having(sql`count(*) > 1`)
    .prepare(),
);

const fundingsOf = prepared((orm) =>
  orm
    .select({
      id: financeFunding.id,
      amountCents: financeFunding.amountCents,
      feeCents: financeFunding.feeCents,
    })
    .from(financeFunding)
    .where(
      and(
        eq(financeFunding.storeId, sql.placeholder('storeId')),
        eq(financeFunding.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(financeFunding.id))
    .prepare(),
);

const paymentsFunded = prepared((orm) =>
  orm
    .select({ id: financeFunding.paymentId })
    .from(financeFunding)
    .groupBy(financeFunding.paymentId)
    .having(sql`count(*) > 1`)
    .prepare(),
);

const reversalsOf = prepared((orm) =>
  orm
    .select({ id: payment.id, saleCorrectionId: payment.saleCorrectionId })
    .from(payment)
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        eq(payment.reversesPaymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(payment.id))
    .prepare(),
);

const paymentsReversed = prepared((orm) =>
  orm
    .select({ id: payment.reversesPaymentId })
    .from(payment)
    .where(sql`${payment.reversesPaymentId} is not null`)
    .groupBy(payment.reversesPaymentId)
    .having(sql`count(*) > 1`)
    .prepare(),
);

const returnsOf = prepared((orm) =>
  orm
    .select({ id: checkEvent.id })
    .from(checkEvent)
    .where(
      and(
        eq(checkEvent.storeId, sql.placeholder('storeId')),
        eq(checkEvent.paymentId, sql.placeholder('paymentId')),
        eq(checkEvent.kind, 'returned'),
      ),
    )
    .orderBy(asc(checkEvent.id))
    .prepare(),
);

const checksReturned = prepared((orm) =>
  orm
    .select({ id: checkEvent.paymentId })
    .from(checkEvent)
    .where(eq(checkEvent.kind, 'returned'))
    .groupBy(checkEvent.paymentId)
    .having(sql`count(*) > 1`)
    .prepare(),
);
