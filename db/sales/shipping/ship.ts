import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { WaitingShipment } from '#shared/sales/shipping/contract.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { openDrawerOf } from '../../drawer/find-drawer.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { shipment, shipmentEvent, shipmentEventTable } from '../counter-tables.ts';
import { findVoid, listLines } from '../find-sale.ts';
import { waitsForParcel } from '../journal/handed-over.ts';
import { postDeliveryJournal } from '../journal/post-delivery-journal.ts';
import { isReturnable, leftOf } from '../returns/returnable-lines.ts';
import { sale, saleVoid } from '../tables.ts';

export type ShipmentRow = typeof shipment.$inferSelect;

/** Where a sale is sent; undefined for one that was taken along. */
export function findShipment(db: ReadDb, saleId: string): ShipmentRow | undefined {
  return shipmentOfSale(db).get({ storeId: db.storeId, saleId });
}

/** What was paid and is still here, oldest first. What came back as a whole before it left waits no longer. */
export function listWaitingShipments(db: ReadDb): readonly WaitingShipment[] {
  return waiting(db)
    .all({ storeId: db.storeId })
    .filter((row) => !cameBackWhole(db, row.saleId))
    .map((row) => ({
      ...row,
      shipmentId: row.shipmentId as Id<'shipment'>,
      saleId: row.saleId as SaleId,
      insuredCents: row.insuredCents as Cents,
    }));
}

/**
 * Writes down that a parcel was handed to its carrier, which is the delivery (docs/rules.md, The sale): now its sale is
 * income.
 * Refuses with `SHIPMENT_NOT_FOUND`, of a sale that was taken back too, and `SHIPMENT_ALREADY_GONE`.
 */
export function handOver(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly shipmentId: string; readonly carrier: string; readonly tracking: string },
): Result<
  { readonly shipmentEventId: string },
  { readonly code: 'SHIPMENT_NOT_FOUND' } | { readonly code: 'SHIPMENT_ALREADY_GONE' }
> {
  const { shipmentId, carrier, tracking } = input;
  const row = shipmentById(tx).get({ storeId: tx.storeId, id: shipmentId });
  if (!row || findVoid(tx, row.saleId) || cameBackWhole(tx, row.saleId))
    return refuse({ code: 'SHIPMENT_NOT_FOUND' });
  if (eventOf(tx).get({ storeId: tx.storeId, shipmentId }))
    return refuse({ code: 'SHIPMENT_ALREADY_GONE' });
  const shipmentEventId = context.newId('shipmentEvent');
  tx.insertFact(shipmentEventTable, {
    id: shipmentEventId,
    shipmentId,
    kind: 'handed_over',
    carrier,
    tracking,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
    drawerSessionId: openDrawerOf(tx, context.register.registerId)?.drawerSessionId ?? null,
  });
  postDeliveryJournal(tx, shipmentEventId);
  return ok({ shipmentEventId });
}

/** Everything that waited for the parcel was taken back: there is nothing to send, and no charge for it left. */
function cameBackWhole(db: ReadDb, saleId: string): boolean {
  const lines = listLines(db, saleId).filter((line) => waitsForParcel(line) && isReturnable(line));
  return lines.length > 0 && lines.every((line) => leftOf(db, line) === 0);
}

const shipmentOfSale = prepared((orm) =>
  orm
    .select()
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

const shipmentById = prepared((orm) =>
  orm
    .select()
    .from(shipment)
    .where(
      and(eq(shipment.storeId, sql.placeholder('storeId')), eq(shipment.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const eventOf = prepared((orm) =>
  orm
    .select({ id: shipmentEvent.id })
    .from(shipmentEvent)
    .where(
      and(
        eq(shipmentEvent.storeId, sql.placeholder('storeId')),
        eq(shipmentEvent.shipmentId, sql.placeholder('shipmentId')),
      ),
    )
    .limit(1)
    .prepare(),
);

const waiting = prepared((orm) =>
  orm
    .select({
      shipmentId: shipment.id,
      saleId: shipment.saleId,
      saleNumber: sale.number,
      recipient: shipment.recipient,
      address: shipment.address,
      carrier: shipment.carrier,
      tracking: shipment.tracking,
      insuredCents: shipment.insuredCents,
      businessDate: shipment.businessDate,
    })
    .from(shipment)
    .innerJoin(sale, and(eq(sale.storeId, shipment.storeId), eq(sale.id, shipment.saleId)))
    .where(
      and(
        eq(shipment.storeId, sql.placeholder('storeId')),
        sql`not exists (select 1 from ${shipmentEvent} where ${shipmentEvent.storeId} = ${shipment.storeId}
          and ${shipmentEvent.shipmentId} = ${shipment.id})`,
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${shipment.storeId}
          and ${saleVoid.saleId} = ${shipment.saleId})`,
      ),
    )
    .orderBy(asc(shipment.atMs))
    .prepare(),
);
