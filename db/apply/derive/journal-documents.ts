import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { checkEvent, financeFunding, saleCorrection } from '../../sales/after-sale-tables.ts';
import { shipment, shipmentEvent } from '../../sales/counter-tables.ts';
import { payment, sale, saleLine, saleVoid } from '../../sales/tables.ts';
import { saleTax } from '../../taxes/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

// Which documents hang together on the books. All answers in a steady order.

export function isSaleHere(db: ReadDb, saleId: string): boolean {
  return saleById(db).get({ storeId: db.storeId, of: saleId }) !== undefined;
}

/** The sale that a payment belongs to. */
export function salesPaidBy(db: ReadDb, paymentId: string): readonly string[] {
  return idsOf(salePaidBy(db).all({ storeId: db.storeId, of: paymentId }));
}

/** Sales with lines that take a line back: what it was decides on which accounts they do. */
export function salesTakingBack(db: ReadDb, lineId: string): readonly string[] {
  return idsOf(takingBack(db).all({ storeId: db.storeId, of: lineId }));
}

/** Sales that were corrected in a drawer session: it says at which register. */
export function salesCorrectedIn(db: ReadDb, drawerSessionId: string): readonly string[] {
  return idsOf(correctedIn(db).all({ storeId: db.storeId, of: drawerSessionId }));
}

/** Sales that take back anything of a sale. */
export function salesTakingBackFrom(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(takingBackFrom(db).all({ storeId: db.storeId, of: saleId }));
}

/** Sales of which a sale takes something back: it may have lain in a parcel of theirs. */
export function salesTakenFrom(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(takenFrom(db).all({ storeId: db.storeId, of: saleId }));
}

/** The sale that a parcel holds. */
export function salesSentWith(db: ReadDb, shipmentId: string): readonly string[] {
  return idsOf(sentWith(db).all({ storeId: db.storeId, of: shipmentId }));
}

/** Sales whose parcels left in a drawer session: it says at which register. */
export function salesSentIn(db: ReadDb, drawerSessionId: string): readonly string[] {
  return idsOf(sentIn(db).all({ storeId: db.storeId, of: drawerSessionId }));
}

/** Sales that a rule taxed. */
export function salesTaxedBy(db: ReadDb, taxRuleId: string): readonly string[] {
  return idsOf(taxedBy(db).all({ storeId: db.storeId, of: taxRuleId }));
}

export function voidsOf(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(voids(db).all({ storeId: db.storeId, of: saleId }));
}

export function correctionsOf(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(corrections(db).all({ storeId: db.storeId, of: saleId }));
}

export function checkEventsOf(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(checkEvents(db).all({ storeId: db.storeId, of: saleId }));
}

export function fundingsOf(db: ReadDb, saleId: string): readonly string[] {
  return idsOf(fundings(db).all({ storeId: db.storeId, of: saleId }));
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const of = sql.placeholder('of');
const storeId = sql.placeholder('storeId');

const saleById = prepared((orm) =>
  orm
    .select({ id: sale.id })
    .from(sale)
    .where(and(eq(sale.storeId, storeId), eq(sale.id, of)))
    .prepare(),
);

const salePaidBy = prepared((orm) =>
  orm
    .select({ id: payment.saleId })
    .from(payment)
    .where(and(eq(payment.storeId, storeId), eq(payment.id, of)))
    .prepare(),
);

const takingBack = prepared((orm) =>
  orm
    .select({ id: saleLine.saleId })
    .from(saleLine)
    .where(and(eq(saleLine.storeId, storeId), eq(saleLine.originalLineId, of)))
    .prepare(),
);

const original = alias(saleLine, 'original');
const ofOriginal = and(
  eq(original.storeId, saleLine.storeId),
  eq(original.id, saleLine.originalLineId),
);

const takingBackFrom = prepared((orm) =>
  orm
    .selectDistinct({ id: saleLine.saleId })
    .from(original)
    .innerJoin(saleLine, ofOriginal)
    .where(and(eq(original.storeId, storeId), eq(original.saleId, of)))
    .prepare(),
);

const takenFrom = prepared((orm) =>
  orm
    .selectDistinct({ id: original.saleId })
    .from(saleLine)
    .innerJoin(original, ofOriginal)
    .where(and(eq(saleLine.storeId, storeId), eq(saleLine.saleId, of)))
    .prepare(),
);

const sentWith = prepared((orm) =>
  orm
    .select({ id: shipment.saleId })
    .from(shipment)
    .where(and(eq(shipment.storeId, storeId), eq(shipment.id, of)))
    .prepare(),
);

const sentIn = prepared((orm) =>
  orm
    .select({ id: shipment.saleId })
    .from(shipmentEvent)
    .innerJoin(
      shipment,
      and(eq(shipment.storeId, shipmentEvent.storeId), eq(shipment.id, shipmentEvent.shipmentId)),
    )
    .where(and(eq(shipmentEvent.storeId, storeId), eq(shipmentEvent.drawerSessionId, of)))
    .prepare(),
);

const taxedBy = prepared((orm) =>
  orm
    .selectDistinct({ id: saleTax.saleId })
    .from(saleTax)
    .where(and(eq(saleTax.storeId, storeId), eq(saleTax.taxRuleId, of)))
    .prepare(),
);

const voids = prepared((orm) =>
  orm
    .select({ id: saleVoid.id })
    .from(saleVoid)
    .where(and(eq(saleVoid.storeId, storeId), eq(saleVoid.saleId, of)))
    .orderBy(asc(saleVoid.id))
    .prepare(),
);

const corrections = prepared((orm) =>
  orm
    .select({ id: saleCorrection.id })
    .from(saleCorrection)
    .where(and(eq(saleCorrection.storeId, storeId), eq(saleCorrection.saleId, of)))
    .orderBy(asc(saleCorrection.id))
    .prepare(),
);

const correctedIn = prepared((orm) =>
  orm
    .select({ id: saleCorrection.saleId })
    .from(saleCorrection)
    .where(and(eq(saleCorrection.storeId, storeId), eq(saleCorrection.drawerSessionId, of)))
    .prepare(),
);

const paidFor = and(eq(payment.storeId, storeId), eq(payment.saleId, of));

const checkEvents = prepared((orm) =>
  orm
    .select({ id: checkEvent.id })
    .from(payment)
    .innerJoin(
      checkEvent,
      and(eq(checkEvent.storeId, payment.storeId), eq(checkEvent.paymentId, payment.id)),
    )
    .where(paidFor)
    .orderBy(asc(checkEvent.id))
    .prepare(),
);

const fundings = prepared((orm) =>
  orm
    .select({ id: financeFunding.id })
    .from(payment)
    .innerJoin(
      financeFunding,
      and(eq(financeFunding.storeId, payment.storeId), eq(financeFunding.paymentId, payment.id)),
    )
    .where(paidFor)
    .orderBy(asc(financeFunding.id))
    .prepare(),
);
