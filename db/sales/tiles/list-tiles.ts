import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import type { TaxClass } from '#shared/taxes/tax-class.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { serviceTile } from '../counter-tables.ts';

export type TileRow = typeof serviceTile.$inferSelect;

/** The tiles of the Sell screen that are in use, in their order. */
export function listTiles(db: ReadDb): readonly ServiceTile[] {
  return listTileRows(db).map((row) => ({
    // Branding and narrowing: only the contract's fields are ever written.
    serviceTileId: row.id as Id<'serviceTile'>,
    kind: row.kind,
    code: row.code,
    name: row.name,
    priceCents: row.priceCents as Cents,
    pricePpm: row.pricePpm as RatePpm,
    taxClass: row.taxClass as TaxClass,
    taxed: row.taxed === 1,
    partsPpm: row.partsPpm as RatePpm,
  }));
}

/** As `listTiles`, as they are stored. */
export function listTileRows(db: ReadDb): readonly TileRow[] {
  return tileRows(db).all({ storeId: db.storeId });
}

const tileRows = prepared((orm) =>
  orm
    .select()
    .from(serviceTile)
    .where(
      and(eq(serviceTile.storeId, sql.placeholder('storeId')), isNull(serviceTile.archivedAtMs)),
    )
    .orderBy(asc(serviceTile.position), asc(serviceTile.id))
    .prepare(),
);
