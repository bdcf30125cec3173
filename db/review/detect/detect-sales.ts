import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReviewDocument, ReviewDocumentKind } from '#shared/review/kinds.ts';
import { journalRow } from '../../journal/tables.ts';
import { payment, sale, saleLine, saleVoid } from '../../sales/tables.ts';
import { prepared } from '../../write-path/read-db.ts';
import { syncMeta } from '../../write-path/tables.ts';
import { idsIn } from '../touched-rows.ts';
import type { Detector } from './detector.ts';

const original = alias(saleLine, 'original');

/** M9: more of a line came back than was sold. Lines of voided tickets came back from nowhere. */
export const lineReturnedTwice: Detector = {
  kind: 'line_returned_twice',
  subjectsOf: { sale_line: (row) => idsIn(row, 'id', 'originalLineId') },
  find: (db, lineId) => {
    const line = lineById(db).get({ storeId: db.storeId, lineId });
    const back = returnsOf(db).all({ storeId: db.storeId, lineId });
    const returned = back.reduce((sum, each) => sum - each.quantityThousandths, 0);
    const tooMany = line !== undefined && returned > line.quantityThousandths;
    return tooMany ? documents('sale', new Set(back.map((each) => each.saleId))) : [];
  },
  candidates: (db) =>
    returnedLines(db)
      .all()
      .flatMap(({ lineId }) => (lineId === null ? [] : [lineId])),
};

/** A sale was taken back twice over: by its void, and line by line. */
export const saleVoidedAndReturned: Detector = {
  kind: 'sale_voided_and_returned',
  subjectsOf: {
    sale_void: (row) => idsIn(row, 'saleId'),
    sale_line: (row, db) => [
      ...idsIn(row, 'saleId'),
      ...idsIn(row, 'originalLineId').flatMap((lineId) => {
        const line = lineById(db).get({ storeId: db.storeId, lineId });
        return line ? [line.saleId] : [];
      }),
    ],
  },
  find: (db, saleId) => {
    const voids = voidsOf(db).all({ storeId: db.storeId, saleId });
    const returns = voids.length > 0 ? returnsOfSale(db).all({ storeId: db.storeId, saleId }) : [];
    return returns.length > 0
      ? [
          ...documents(
            'sale_void',
            voids.map((each) => each.id),
          ),
          ...documents(
            'sale',
            returns.map((each) => each.saleId),
          ),
        ]
      : [];
  },
  candidates: (db) =>
    voidedSales(db)
      .all()
      .map((each) => each.saleId),
};

export const saleVoidedTwice: Detector = {
  kind: 'sale_voided_twice',
  subjectsOf: { sale_void: (row) => idsIn(row, 'saleId') },
  find: (db, saleId) => {
    const voids = voidsOf(db).all({ storeId: db.storeId, saleId });
    return voids.length > 1
      ? documents(
          'sale_void',
          voids.map((each) => each.id),
        )
      : [];
  },
  candidates: (db) =>
    voidedSales(db)
      .all()
      .map((each) => each.saleId),
};

/** I9: two sales carry one receipt number, as a copied disk makes them. Both stand. */
export const saleNumberTwice: Detector = {
  kind: 'sale_number_twice',
  subjectsOf: { sale: (row) => idsIn(row, 'number') },
  find: (db, number) => {
    const sales = salesByNumber(db).all({ storeId: db.storeId, number });
    return sales.length > 1
      ? documents(
          'sale',
          sales.map((each) => each.id),
        )
      : [];
  },
  candidates: (db) =>
    numbersTwice(db)
      .all()
      .map((each) => each.number),
};

/** M1: a sale that moved money and has no journal: its lines, tax, rounding and payments do not add up. */
export const saleNotBalanced: Detector = {
  kind: 'sale_not_balanced',
  subjectsOf: {
    sale: (row) => idsIn(row, 'id'),
    sale_line: (row) => idsIn(row, 'saleId'),
    payment: (row) => idsIn(row, 'saleId'),
  },
  find: (db, saleId) =>
    notPosted(db).get({ storeId: db.storeId, saleId }) ? documents('sale', [saleId]) : [],
  candidates: (db) =>
    notPostedAnywhere(db)
      .all()
      .map((each) => each.id),
};

function documents(
  documentKind: ReviewDocumentKind,
  ids: Iterable<string>,
): readonly ReviewDocument[] {
  return Array.from(ids, (documentId) => ({ documentKind, documentId }));
}

const movedMoney = sql`(${sale.totalCents} <> 0
  or exists (select 1 from ${saleLine} where ${saleLine.storeId} = ${sale.storeId} and ${saleLine.saleId} = ${sale.id} and ${saleLine.netCents} <> 0)
  or exists (select 1 from ${payment} where ${payment.storeId} = ${sale.storeId} and ${payment.saleId} = ${sale.id} and ${payment.amountCents} <> 0))`;
const hasNoJournal = sql`not exists (select 1 from ${journalRow} where ${journalRow.documentKind} = 'sale' and ${journalRow.documentId} = ${sale.id})`;

const notPosted = prepared((orm) =>
  orm
    .select({ id: sale.id })
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.id, sql.placeholder('saleId')),
        hasNoJournal,
        movedMoney,
      ),
    )
    .prepare(),
);

// This register posts its own sales with them, and what it sold before it kept books has no journal.
const notPostedAnywhere = prepared((orm) =>
  orm
    .select({ id: sale.id })
    .from(sale)
    .where(
      and(
        sql`${sale.registerId} is not (select ${syncMeta.registerId} from ${syncMeta})`,
        hasNoJournal,
        movedMoney,
      ),
    )
    .prepare(),
);

const notVoided = (saleId: typeof saleLine.saleId) =>
  sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${sql.placeholder('storeId')} and ${saleVoid.saleId} = ${saleId})`;

const lineById = prepared((orm) =>
  orm
    .select({ saleId: saleLine.saleId, quantityThousandths: saleLine.quantityThousandths })
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.id, sql.placeholder('lineId')),
      ),
    )
    .prepare(),
);

const returnsOf = prepared((orm) =>
  orm
    .select({ saleId: saleLine.saleId, quantityThousandths: saleLine.quantityThousandths })
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.originalLineId, sql.placeholder('lineId')),
        notVoided(saleLine.saleId),
      ),
    )
    .orderBy(asc(saleLine.saleId))
    .prepare(),
);

const voidsOf = prepared((orm) =>
  orm
    .select({ id: saleVoid.id })
    .from(saleVoid)
    .where(
      and(
        eq(saleVoid.storeId, sql.placeholder('storeId')),
        eq(saleVoid.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(saleVoid.id))
    .prepare(),
);

const returnsOfSale = prepared((orm) =>
  orm
    .selectDistinct({ saleId: saleLine.saleId })
    .from(original)
    .innerJoin(
      saleLine,
      and(eq(saleLine.storeId, original.storeId), eq(saleLine.originalLineId, original.id)),
    )
    .where(
      and(
        eq(original.storeId, sql.placeholder('storeId')),
        eq(original.saleId, sql.placeholder('saleId')),
        notVoided(saleLine.saleId),
      ),
    )
    .orderBy(asc(saleLine.saleId))
    .prepare(),
);

const salesByNumber = prepared((orm) =>
  orm
    .select({ id: sale.id })
    .from(sale)
    .where(
      and(eq(sale.storeId, sql.placeholder('storeId')), eq(sale.number, sql.placeholder('number'))),
    )
    .orderBy(asc(sale.id))
    .prepare(),
);

const returnedLines = prepared((orm) =>
  orm
    .selectDistinct({ lineId: saleLine.originalLineId })
    .from(saleLine)
    .where(sql`${saleLine.originalLineId} is not null`)
    .prepare(),
);

const voidedSales = prepared((orm) =>
  orm.selectDistinct({ saleId: saleVoid.saleId }).from(saleVoid).prepare(),
);

const numbersTwice = prepared((orm) =>
  orm
    .select({ number: sale.number })
    .from(sale)
    .groupBy(sale.number)
    .having(sql`count(*) > 1`)
    .prepare(),
);
