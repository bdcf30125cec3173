import { and, eq, sql } from 'drizzle-orm';
import { postDelivery } from '#shared/journal/post-delivery.ts';
import { findRegisterOfDrawer } from '../../drawer/find-drawer.ts';
import { postDocument } from '../../journal/post-document.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { shipment, shipmentEvent } from '../counter-tables.ts';
import { shippingOf, takenOutOf, waitsForParcel } from './handed-over.ts';
import { journalLines, type PostedLine } from './post-sale-journal.ts';

/**
 * Posts that a parcel was handed to its carrier: what its sale had left as a deposit becomes income, less what was taken
 * back before it left. In the drawer's day, or in the store's own journal where no drawer was open. M2.
 */
export function postDeliveryJournal(tx: WriteTx, shipmentEventId: string): void {
  const row = eventById(tx).get({ storeId: tx.storeId, id: shipmentEventId });
  if (!row) throw new Error('no delivery to post');
  const { saleId, drawerSessionId, businessDate, atMs } = row;
  // One parcel leaves once, whatever two registers that were apart wrote down.
  const leaves = shippingOf(tx, saleId)?.handedOver?.id === shipmentEventId;
  postDocument(
    tx,
    {
      kind: 'shipment_event',
      id: shipmentEventId,
      registerId:
        drawerSessionId === null ? null : (findRegisterOfDrawer(tx, drawerSessionId) ?? null),
      drawerSessionId,
      businessDate,
    },
    leaves ? postDelivery(parcelLines(tx, saleId, { id: shipmentEventId, atMs })) : [],
  );
}

/** What lay in a parcel when it left: the lines that waited for it, and those that took something out before. */
function parcelLines(
  db: ReadDb,
  saleId: string,
  handedOver: { readonly id: string; readonly atMs: number },
): readonly PostedLine[] {
  const sent = journalLines(db, saleId).filter(waitsForParcel);
  const out = takenOutOf(db, saleId, handedOver);
  const back = [...Map.groupBy(out, (line) => line.saleId)].flatMap(([backId, group]) => {
    const ids = new Set(group.map(({ saleLineId }) => saleLineId));
    return journalLines(db, backId).filter(({ saleLineId }) => ids.has(saleLineId));
  });
  return [...sent, ...back];
}

const eventById = prepared((orm) =>
  orm
    .select({
      saleId: shipment.saleId,
      drawerSessionId: shipmentEvent.drawerSessionId,
      businessDate: shipmentEvent.businessDate,
      atMs: shipmentEvent.atMs,
    })
    .from(shipmentEvent)
    .innerJoin(
      shipment,
      and(eq(shipment.storeId, shipmentEvent.storeId), eq(shipment.id, shipmentEvent.shipmentId)),
    )
    .where(
      and(
        eq(shipmentEvent.storeId, sql.placeholder('storeId')),
        eq(shipmentEvent.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
