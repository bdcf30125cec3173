import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { checkEvent, financeFunding, paymentResolution } from '../after-sale-tables.ts';
import type { PaymentRow } from '../find-sale.ts';
import { payment, saleVoid } from '../tables.ts';

/** A payment of a sale that stands and was not taken back; undefined for any other. */
export function findStandingPayment(db: ReadDb, paymentId: string): PaymentRow | undefined {
  return paymentById(db).get({ storeId: db.storeId, id: paymentId });
}

/** What happened to a check so far. */
export function listCheckEvents(db: ReadDb, paymentId: string) {
  return eventsOfCheck(db).all({ storeId: db.storeId, paymentId });
}

/** What was found out about a payment nobody was sure of; of two answers the first. */
export function findResolution(db: ReadDb, paymentId: string) {
  return resolutionOf(db).get({ storeId: db.storeId, paymentId });
}

/** Everything that was found out about the payments of a sale, in a steady order: ids. */
export function listResolutions(db: ReadDb, saleId: string): readonly string[] {
  return resolutionsOfSale(db)
    .all({ storeId: db.storeId, saleId })
    .map(({ id }) => id);
}

/** What a lender or lessor paid for it; of two that were written down apart the first. */
export function findFunding(db: ReadDb, paymentId: string) {
  return fundingOf(db).get({ storeId: db.storeId, paymentId });
}

/** Checks that neither cleared nor came back, oldest first. */
export function listOpenChecks(db: ReadDb): readonly PaymentRow[] {
  return openChecks(db).all({ storeId: db.storeId });
}

/** Payments nobody is sure of, oldest first. */
export function listUnknownPayments(db: ReadDb): readonly PaymentRow[] {
  return unknownPayments(db).all({ storeId: db.storeId });
}

/** A payment through a lender or lessor, or what went back to one; undefined for any other. */
export function findFinancedPayment(db: ReadDb, paymentId: string): PaymentRow | undefined {
  return financedById(db).get({ storeId: db.storeId, id: paymentId });
}

/** What lenders and lessors have not paid yet, and what they have not taken back of refunds (negative), oldest first. */
export function listFinancedPayments(db: ReadDb): readonly PaymentRow[] {
  return financedPayments(db).all({ storeId: db.storeId });
}

const own = eq(payment.storeId, sql.placeholder('storeId'));

/** Of a sale that was not voided, neither taken back by a correction nor what takes another back. */
const isThere = and(
  own,
  sql`${payment.saleVoidId} is null and ${payment.reversesPaymentId} is null`,
  sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${payment.storeId}
    and ${saleVoid.saleId} = ${payment.saleId})`,
  sql`not exists (select 1 from payment as back where back.store_id = ${payment.storeId}
    and back.reverses_payment_id = ${payment.id})`,
);

const stands = and(isThere, sql`${payment.amountCents} > 0`);

const paymentById = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(and(stands, eq(payment.id, sql.placeholder('id'))))
    .prepare(),
);

const financedById = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(and(isThere, isNotNull(payment.providerId), eq(payment.id, sql.placeholder('id'))))
    .prepare(),
);

const eventsOfCheck = prepared((orm) =>
  orm
    .select()
    .from(checkEvent)
    .where(
      and(
        eq(checkEvent.storeId, sql.placeholder('storeId')),
        eq(checkEvent.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(checkEvent.atMs), asc(checkEvent.id))
    .prepare(),
);

const resolutionOf = prepared((orm) =>
  orm
    .select()
    .from(paymentResolution)
    .where(
      and(
        eq(paymentResolution.storeId, sql.placeholder('storeId')),
        eq(paymentResolution.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(paymentResolution.atMs), asc(paymentResolution.id))
    .limit(1)
    .prepare(),
);

const fundingOf = prepared((orm) =>
  orm
    .select()
    .from(financeFunding)
    .where(
      and(
        eq(financeFunding.storeId, sql.placeholder('storeId')),
        eq(financeFunding.paymentId, sql.placeholder('paymentId')),
      ),
    )
    .orderBy(asc(financeFunding.atMs), asc(financeFunding.id))
    .limit(1)
    .prepare(),
);

const openChecks = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        stands,
        isNotNull(payment.checkKind),
        sql`not exists (select 1 from ${checkEvent} where ${checkEvent.storeId} = ${payment.storeId}
          and ${checkEvent.paymentId} = ${payment.id})`,
      ),
    )
    .orderBy(asc(payment.atMs))
    .prepare(),
);

const unknownPayments = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        stands,
        eq(payment.unknown, 1),
        sql`not exists (select 1 from ${paymentResolution} where ${paymentResolution.storeId} = ${payment.storeId}
          and ${paymentResolution.paymentId} = ${payment.id})`,
      ),
    )
    .orderBy(asc(payment.atMs))
    .prepare(),
);

const financedPayments = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        isThere,
        isNotNull(payment.providerId),
        sql`not exists (select 1 from ${financeFunding} where ${financeFunding.storeId} = ${payment.storeId}
          and ${financeFunding.paymentId} = ${payment.id})`,
      ),
    )
    .orderBy(asc(payment.atMs))
    .prepare(),
);

const resolutionsOfSale = prepared((orm) =>
  orm
    .select({ id: paymentResolution.id })
    .from(payment)
    .innerJoin(
      paymentResolution,
      and(
        eq(paymentResolution.storeId, payment.storeId),
        eq(paymentResolution.paymentId, payment.id),
      ),
    )
    .where(and(own, eq(payment.saleId, sql.placeholder('saleId'))))
    .orderBy(asc(paymentResolution.id))
    .prepare(),
);
