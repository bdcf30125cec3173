import { sql } from 'drizzle-orm';
import type { ReadDb } from '../../write-path/read-db.ts';

/** The sale that a booked document belongs to; undefined for one of the drawer alone. */
export function saleOfDocument(db: ReadDb, kind: string, id: string): string | undefined {
  switch (kind) {
    case 'sale':
      return id;
    case 'sale_void':
    case 'sale_correction':
      return db.orm.get<{ readonly saleId: string } | undefined>(
        sql`select sale_id as saleId from ${sql.identifier(kind)} where store_id = ${db.storeId} and id = ${id}`,
      )?.saleId;
    case 'shipment_event':
      return db.orm.get<{ readonly saleId: string } | undefined>(
        sql`select shipment.sale_id as saleId from shipment_event join shipment on shipment.store_id = shipment_event.store_id
          and shipment.id = shipment_event.shipment_id where shipment_event.store_id = ${db.storeId} and shipment_event.id = ${id}`,
      )?.saleId;
    default:
      return undefined;
  }
}
