import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ZLine, ZSale, ZTaxPart } from '#shared/day-close/figures/z-rows.ts';
import { shipment, shipmentEvent } from '../../sales/counter-tables.ts';
import {
  cameBackBeforeItLeft,
  shippingOf,
  takenOutOf,
  waitsForParcel,
} from '../../sales/journal/handed-over.ts';
import { sale, saleLine, saleVoid } from '../../sales/tables.ts';
import { saleTax, taxRule } from '../../taxes/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

// Words and names are not in these rows: `by` is the id of a person, `reason` that of the row that holds the words.

/** The tickets of a drawer, voided ones too, in the order in which they were rung up. */
export function readSales(db: ReadDb, drawerSessionId: string): readonly ZSale[] {
  return salesOf(db)
    .all({ storeId: db.storeId, drawerSessionId })
    .map(({ certificateId, taxExempt, voidId, voidAtMs, voidBy, ...row }) => ({
      ...row,
      exemptReason: certificateId ?? (taxExempt === 1 ? '' : null),
      voided: voidId === null ? null : { atMs: voidAtMs ?? 0, by: voidBy ?? '', reason: voidId },
    }));
}

/** The lines of a drawer's tickets. */
export function readLines(db: ReadDb, drawerSessionId: string): readonly ZLine[] {
  const sent = new Map<string, boolean>();
  const isSent = (saleId: string): boolean => {
    const known = sent.get(saleId) ?? shippingOf(db, saleId) !== undefined;
    sent.set(saleId, known);
    return known;
  };
  return linesOf(db)
    .all({ storeId: db.storeId, drawerSessionId })
    .map((row) => {
      const { saleId: id, completedAtMs, originalLineId } = row;
      if (waitsForParcel(row)) return lineRow(row, !isSent(id));
      const never =
        originalLineId !== null && cameBackBeforeItLeft(db, { id, completedAtMs }, originalLineId);
      return lineRow(row, !never);
    });
}

/** Lines of any day whose parcel left in this drawer's, less what was taken out of it before. */
export function readDeliveries(db: ReadDb, drawerSessionId: string): readonly ZLine[] {
  return handOversIn(db)
    .all({ storeId: db.storeId, drawerSessionId })
    .filter(({ id, saleId }) => shippingOf(db, saleId)?.handedOver?.id === id)
    .flatMap(({ saleId, ...handedOver }) => [
      ...linesOfSale(db)
        .all({ storeId: db.storeId, saleId })
        .filter(waitsForParcel)
        .map((row) => lineRow(row, false)),
      ...takenOutOf(db, saleId, handedOver).flatMap(({ saleLineId }) =>
        lineById(db)
          .all({ storeId: db.storeId, saleLineId })
          // It was not in the parcel, even if what took it out is voided since.
          .map((row) => lineRow({ ...row, saleId }, false)),
      ),
    ]);
}

/** What each rule took of the tickets. A part without a rate, of a rule that has one, was sold exempt. */
export function readTaxes(db: ReadDb, drawerSessionId: string): readonly ZTaxPart[] {
  return taxesOf(db)
    .all({ storeId: db.storeId, drawerSessionId })
    .map(({ rulePpm, ...row }) => {
      const exempt = row.ratePpm === 0 && rulePpm > 0;
      return { ...row, ratePpm: exempt ? rulePpm : row.ratePpm, exempt };
    });
}

interface StoredLine {
  readonly saleId: string;
  readonly kind: ZLine['kind'];
  readonly originalKind: ZLine['kind'] | null;
  readonly department: string;
  readonly discountCents: number;
  readonly netCents: number;
}

function lineRow(row: StoredLine, delivered: boolean): ZLine {
  const { saleId, kind, originalKind, department, discountCents, netCents } = row;
  const grossCents = netCents + discountCents;
  return { saleId, kind, originalKind, department, grossCents, discountCents, netCents, delivered };
}

const ofDrawer = and(
  eq(sale.storeId, sql.placeholder('storeId')),
  eq(sale.drawerSessionId, sql.placeholder('drawerSessionId')),
);

/** Of two voids, as registers that were apart may make them, the first. */
const firstVoid = sql`${saleVoid.id} = (select first.id from ${saleVoid} first where first.store_id = ${sale.storeId}
  and first.sale_id = ${sale.id} order by first.at_ms, first.id limit 1)`;

const salesOf = prepared((orm) =>
  orm
    .select({
      saleId: sale.id,
      number: sale.number,
      subtotalCents: sale.subtotalCents,
      discountCents: sale.discountCents,
      taxCents: sale.taxCents,
      totalCents: sale.totalCents,
      roundingCents: sale.roundingCents,
      changeCents: sale.changeCents,
      certificateId: sale.certificateId,
      taxExempt: sale.taxExempt,
      voidId: saleVoid.id,
      voidAtMs: saleVoid.atMs,
      voidBy: saleVoid.staffId,
    })
    .from(sale)
    .leftJoin(
      saleVoid,
      and(eq(saleVoid.storeId, sale.storeId), eq(saleVoid.saleId, sale.id), firstVoid),
    )
    .where(ofDrawer)
    .orderBy(asc(sale.completedAtMs), asc(sale.id))
    .prepare(),
);

const original = alias(saleLine, 'original');

const lineColumns = {
  saleId: saleLine.saleId,
  kind: saleLine.kind,
  originalLineId: saleLine.originalLineId,
  originalKind: original.kind,
  department: saleLine.category,
  discountCents: saleLine.discountCents,
  netCents: saleLine.netCents,
};

const ofOriginal = and(
  eq(original.storeId, saleLine.storeId),
  eq(original.id, saleLine.originalLineId),
);

const linesOf = prepared((orm) =>
  orm
    .select({ ...lineColumns, completedAtMs: sale.completedAtMs })
    .from(sale)
    .innerJoin(saleLine, and(eq(saleLine.storeId, sale.storeId), eq(saleLine.saleId, sale.id)))
    .leftJoin(original, ofOriginal)
    .where(ofDrawer)
    .orderBy(asc(sale.completedAtMs), asc(sale.id), asc(saleLine.position))
    .prepare(),
);

const linesOfSale = prepared((orm) =>
  orm
    .select(lineColumns)
    .from(saleLine)
    .leftJoin(original, ofOriginal)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(saleLine.position))
    .prepare(),
);

const lineById = prepared((orm) =>
  orm
    .select(lineColumns)
    .from(saleLine)
    .leftJoin(original, ofOriginal)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.id, sql.placeholder('saleLineId')),
      ),
    )
    .prepare(),
);

const handOversIn = prepared((orm) =>
  orm
    .select({ id: shipmentEvent.id, atMs: shipmentEvent.atMs, saleId: shipment.saleId })
    .from(shipmentEvent)
    .innerJoin(
      shipment,
      and(eq(shipment.storeId, shipmentEvent.storeId), eq(shipment.id, shipmentEvent.shipmentId)),
    )
    .where(
      and(
        eq(shipmentEvent.storeId, sql.placeholder('storeId')),
        eq(shipmentEvent.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(shipmentEvent.atMs), asc(shipmentEvent.id))
    .prepare(),
);

const taxesOf = prepared((orm) =>
  orm
    .select({
      saleId: saleTax.saleId,
      name: taxRule.name,
      agency: taxRule.agency,
      rulePpm: taxRule.ratePpm,
      ratePpm: saleTax.ratePpm,
      baseCents: saleTax.baseCents,
      excessCents: saleTax.excessCents,
      taxCents: saleTax.taxCents,
    })
    .from(sale)
    .innerJoin(saleTax, and(eq(saleTax.storeId, sale.storeId), eq(saleTax.saleId, sale.id)))
    .innerJoin(
      taxRule,
      and(eq(taxRule.storeId, saleTax.storeId), eq(taxRule.id, saleTax.taxRuleId)),
    )
    .where(ofDrawer)
    .orderBy(asc(sale.completedAtMs), asc(saleTax.id))
    .prepare(),
);
