import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { shipment, shipmentEvent } from '../counter-tables.ts';
import type { SaleLineRow, SaleRow } from '../find-sale.ts';
import { sale, saleLine, saleVoid } from '../tables.ts';

/** A moment in the shop. Of two in one millisecond the later id comes later, on every register. */
interface Moment {
  readonly id: string;
  readonly atMs: number;
}

/** What of a sale's goods was paid and stayed here at first. */
export interface Shipping {
  /** When the parcel was handed to its carrier; undefined while it is here. */
  readonly handedOver: Moment | undefined;
}

/** Whether and when a sale is, or was, sent; undefined for one that was taken along. */
export function shippingOf(db: ReadDb, saleId: string): Shipping | undefined {
  // Asked of every sale, and most are taken along: the parcel alone first, its journey only where there is one.
  if (!shipmentOf(db).get({ storeId: db.storeId, saleId })) return undefined;
  return { handedOver: firstHandOver(db).get({ storeId: db.storeId, saleId }) };
}

/** Whether the goods that a sale takes back had not left yet: then nothing of them was income. */
export function cameBackBeforeItLeft(
  db: ReadDb,
  back: Pick<SaleRow, 'id' | 'completedAtMs'>,
  originalLineId: string,
): boolean {
  const saleId = saleOfLine(db).get({ storeId: db.storeId, id: originalLineId })?.saleId;
  const shipping = saleId === undefined ? undefined : shippingOf(db, saleId);
  if (!shipping) return false;
  return (
    !shipping.handedOver || isBefore({ id: back.id, atMs: back.completedAtMs }, shipping.handedOver)
  );
}

/** Lines that took something out of a parcel before it left, of sales that stood then. */
export function takenOutOf(
  db: ReadDb,
  saleId: string,
  handedOver: Moment,
): readonly { readonly saleId: string; readonly saleLineId: string }[] {
  return takenBack(db)
    .all({ storeId: db.storeId, saleId })
    .filter((row) => isBefore({ id: row.saleId, atMs: row.completedAtMs }, handedOver))
    .filter(({ voidId, voidAtMs }) => {
      if (voidId === null || voidAtMs === null) return true;
      return isBefore(handedOver, { id: voidId, atMs: voidAtMs });
    });
}

/** Whether a line of a sent ticket waits for its parcel. What comes back, or was charged for that, does not. */
export function waitsForParcel({ kind }: Pick<SaleLineRow, 'kind'>): boolean {
  return kind !== 'return' && kind !== 'trade_up' && kind !== 'restocking_fee';
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.id < b.id);
}

/** The hand-overs of a sale's parcel: one, or two that registers wrote down apart. */
export function handOversOf(db: ReadDb, saleId: string): readonly { readonly id: string }[] {
  return handOvers(db).all({ storeId: db.storeId, saleId });
}

const handOvers = prepared((orm) =>
  orm
    .select({ id: shipmentEvent.id })
    .from(shipment)
    .innerJoin(
      shipmentEvent,
      and(eq(shipmentEvent.storeId, shipment.storeId), eq(shipmentEvent.shipmentId, shipment.id)),
    )
    .where(
      and(
        eq(shipment.storeId, sql.placeholder('storeId')),
        eq(shipment.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(shipmentEvent.id))
    .prepare(),
);

const shipmentOf = prepared((orm) =>
  orm
    .select({ id: shipment.id })
    .from(shipment)
    .where(
      and(
        eq(shipment.storeId, sql.placeholder('storeId')),
        eq(shipment.saleId, sql.placeholder('saleId')),
      ),
    )
    .limit(1)
    .prepare(),
);

const firstHandOver = prepared((orm) =>
  orm
    .select({ id: shipmentEvent.id, atMs: shipmentEvent.atMs })
    .from(shipment)
    .innerJoin(
      shipmentEvent,
      and(eq(shipmentEvent.storeId, shipment.storeId), eq(shipmentEvent.shipmentId, shipment.id)),
    )
    .where(
      and(
        eq(shipment.storeId, sql.placeholder('storeId')),
        eq(shipment.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(shipmentEvent.atMs), asc(shipmentEvent.id))
    .limit(1)
    .prepare(),
);

const saleOfLine = prepared((orm) =>
  orm
    .select({ saleId: saleLine.saleId })
    .from(saleLine)
    .where(
      and(eq(saleLine.storeId, sql.placeholder('storeId')), eq(saleLine.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const takenBack = prepared((orm) =>
  orm
    .select({
      saleLineId: sql<string>`back.id`,
      saleId: sql<string>`back.sale_id`,
      completedAtMs: sale.completedAtMs,
      voidId: saleVoid.id,
      voidAtMs: saleVoid.atMs,
    })
    .from(saleLine)
    .innerJoin(
      sql`sale_line back`,
      sql`back.store_id = ${saleLine.storeId} and back.original_line_id = ${saleLine.id}`,
    )
    .innerJoin(sale, sql`${sale.storeId} = back.store_id and ${sale.id} = back.sale_id`)
    .leftJoin(saleVoid, and(eq(saleVoid.storeId, sale.storeId), eq(saleVoid.saleId, sale.id)))
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(sql`back.id`, asc(saleVoid.atMs))
    .prepare(),
);
