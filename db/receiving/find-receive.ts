import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { PieceId } from '#shared/ids.ts';
import { cents, type Thousandths } from '#shared/money.ts';
import type {
  Receive,
  ReceivedLine,
  ReceiveId,
  ReceiveSummary,
} from '#shared/stock/receiving/contract.ts';
import { piece } from '../stock/tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { receive, receiveLine, receiveReversal } from './tables.ts';

/** The document as it is stored; undefined where there is none. */
export function findReceiveRow(db: ReadDb, receiveId: string) {
  return receiveById(db).get({ storeId: db.storeId, receiveId });
}

/** Its rows, in the order of the invoice. */
export function listReceiveLines(db: ReadDb, receiveId: string): readonly ReceivedLine[] {
  return linesOf(db)
    .all({ storeId: db.storeId, receiveId })
    .map((row) => ({
      pieceId: row.pieceId as PieceId,
      stockNumber: row.stockNumber,
      description: row.description ?? '',
      quantityThousandths: row.quantityThousandths as Thousandths,
      unitCents: cents(row.unitCents),
      goodsCents: cents(row.goodsCents),
      freightCents: cents(row.freightCents),
      tagPriceCents: cents(row.tagPriceCents),
    }));
}

/** Reversals of a receive: one, or two where two registers took it back apart. */
export function listReversals(db: ReadDb, receiveId: string) {
  return reversalsOf(db).all({ storeId: db.storeId, receiveId });
}

/** One reversal by its own id. */
export function findReversal(db: ReadDb, reversalId: string) {
  return reversalById(db).get({ storeId: db.storeId, reversalId });
}

/** One receive with its rows; null where there is none. */
export function findReceive(db: ReadDb, receiveId: string): Receive | null {
  const row = findReceiveRow(db, receiveId);
  if (!row) return null;
  const [reversal] = listReversals(db, receiveId);
  const { invoiceDate, terms, dueOn, freightWay } = row;
  return {
    ...summaryOf({ ...row, reversals: reversal ? 1 : 0 }),
    invoiceDate,
    terms,
    dueOn,
    freightWay,
    goodsCents: cents(row.goodsCents),
    freightCents: cents(row.freightCents),
    reversalReason: reversal?.reason ?? null,
    lines: listReceiveLines(db, receiveId),
  };
}

/** What was received, the newest first. */
export function listReceives(
  db: ReadDb,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: readonly ReceiveSummary[]; readonly total: number } {
  const { storeId } = db;
  return {
    rows: newest(db).all({ storeId, limit, offset }).map(summaryOf),
    total: countAll(db).get({ storeId })?.n ?? 0,
  };
}

/** A receive of the same vendor's invoice that stands; letters in any case. */
export function findSameInvoice(db: ReadDb, vendor: string, invoiceNumber: string) {
  return sameInvoice(db).get({ storeId: db.storeId, vendor, invoiceNumber });
}

function summaryOf(
  row: typeof receive.$inferSelect & { readonly reversals: number },
): ReceiveSummary {
  const { number, vendor, invoiceNumber, lineCount, businessDate, atMs } = row;
  return {
    receiveId: row.id as ReceiveId,
    number,
    vendor,
    invoiceNumber,
    invoiceTotalCents: cents(row.invoiceTotalCents),
    lineCount,
    businessDate,
    atMs,
    reversed: row.reversals > 0,
  };
}

const ofReceive = sql.placeholder('receiveId');
const storeId = sql.placeholder('storeId');
const reversals = sql<number>`(select count(*) from ${receiveReversal}
  where ${receiveReversal.storeId} = ${receive.storeId} and ${receiveReversal.receiveId} = ${receive.id})`;

const receiveById = prepared((orm) =>
  orm
    .select()
    .from(receive)
    .where(and(eq(receive.storeId, storeId), eq(receive.id, ofReceive)))
    .prepare(),
);

const linesOf = prepared((orm) =>
  orm
    .select({
      pieceId: receiveLine.pieceId,
      stockNumber: receiveLine.stockNumber,
      description: piece.description,
      quantityThousandths: receiveLine.quantityThousandths,
      unitCents: receiveLine.unitCents,
      goodsCents: receiveLine.goodsCents,
      freightCents: receiveLine.freightCents,
      tagPriceCents: receiveLine.tagPriceCents,
    })
    .from(receiveLine)
    .leftJoin(piece, and(eq(piece.storeId, receiveLine.storeId), eq(piece.id, receiveLine.pieceId)))
    .where(and(eq(receiveLine.storeId, storeId), eq(receiveLine.receiveId, ofReceive)))
    .orderBy(asc(receiveLine.position))
    .prepare(),
);

const reversalsOf = prepared((orm) =>
  orm
    .select()
    .from(receiveReversal)
    .where(and(eq(receiveReversal.storeId, storeId), eq(receiveReversal.receiveId, ofReceive)))
    .orderBy(asc(receiveReversal.id))
    .prepare(),
);

const reversalById = prepared((orm) =>
  orm
    .select()
    .from(receiveReversal)
    .where(
      and(
        eq(receiveReversal.storeId, storeId),
        eq(receiveReversal.id, sql.placeholder('reversalId')),
      ),
    )
    .prepare(),
);

const columns = {
  storeId: receive.storeId,
  id: receive.id,
  number: receive.number,
  vendor: receive.vendor,
  invoiceNumber: receive.invoiceNumber,
  invoiceDate: receive.invoiceDate,
  terms: receive.terms,
  dueOn: receive.dueOn,
  goodsCents: receive.goodsCents,
  freightCents: receive.freightCents,
  freightWay: receive.freightWay,
  invoiceTotalCents: receive.invoiceTotalCents,
  lineCount: receive.lineCount,
  staffId: receive.staffId,
  businessDate: receive.businessDate,
  atMs: receive.atMs,
  reversals,
};

const newest = prepared((orm) =>
  orm
    .select(columns)
    .from(receive)
    .where(eq(receive.storeId, storeId))
    .orderBy(desc(receive.businessDate), desc(receive.atMs))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countAll = prepared((orm) =>
  orm.select({ n: count() }).from(receive).where(eq(receive.storeId, storeId)).prepare(),
);

const sameInvoice = prepared((orm) =>
  orm
    .select({ number: receive.number, businessDate: receive.businessDate })
    .from(receive)
    .where(
      and(
        eq(receive.storeId, storeId),
        sql`${receive.invoiceNumber} = ${sql.placeholder('invoiceNumber')} collate nocase`,
        sql`${receive.vendor} = ${sql.placeholder('vendor')} collate nocase`,
        sql`${reversals} = 0`,
      ),
    )
    .limit(1)
    .prepare(),
);
