import { and, asc, eq, sql } from 'drizzle-orm';
import type { TaxRuleId } from '#shared/ids.ts';
import {
  type Cents,
  ONE,
  portionOfCents,
  type RatePpm,
  subtractCents,
  type Thousandths,
  ZERO_CENTS,
} from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CartLine, SalesShare } from '#shared/sales/cart.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import {
  returnable,
  returnAmounts,
  type SoldLine,
  tradeUpCredit,
} from '#shared/sales/returns/return-amounts.ts';
import type { SaleLineId, StaffId } from '#shared/ids.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { saleTax } from '../../taxes/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { commissionShare } from '../after-sale-tables.ts';
import { findLine, findSale, findVoid, type SaleLineRow } from '../find-sale.ts';
import { sale, saleLine, saleVoid } from '../tables.ts';
import type { LineCheck } from './check-lines.ts';
import type { ReturnedLine } from './ringing.ts';

/**
 * The line that comes back, and what goes back with it. M9: never more than was sold and not brought back yet, lines of
 * this ticket included. Refuses a line of a voided sale, one that takes nothing back, a part of one of one, and a piece
 * that somebody else bought since.
 */
export function readReturn(
  { db, tradeUpPpm }: Pick<LineCheck, 'db' | 'tradeUpPpm'>,
  line: Pick<CartLine, 'kind' | 'links' | 'quantityThousandths' | 'description' | 'pieceId'>,
  before: ReadonlyMap<string, ReturnedLine>,
): Result<ReturnedLine, CompleteSaleRefusal> {
  const original = findLine(db, line.links.originalLineId ?? '');
  const gone = !original || original.quantityThousandths <= 0 || findVoid(db, original.saleId);
  const never = NEVER_RETURNED.has(original?.kind ?? 'item');
  if (
    gone ||
    original.pieceId !== line.pieceId ||
    never ||
    !isOfProgram(original, line, tradeUpPpm)
  )
    return refuse({ code: 'RETURN_LINE_NOT_FOUND', description: line.description });
  const inThisTicket = [...before.values()]
    .filter((each) => each.original.id === original.id)
    .reduce((sum, each) => sum - each.amounts.quantityThousandths, 0);
  const returnedBeforeThousandths = (returnedOf(db, original.id) + inThisTicket) as Thousandths;
  const quantityThousandths = (0 - line.quantityThousandths) as Thousandths;
  const leftThousandths = returnable(
    original.quantityThousandths as Thousandths,
    returnedBeforeThousandths,
  );
  const away = isAway(db, original);
  const isPart =
    line.pieceId !== null && isOneOfOne(db, line.pieceId) && quantityThousandths !== ONE;
  if (quantityThousandths > leftThousandths || !away || isPart)
    return refuse({
      code: 'LINE_ALREADY_RETURNED',
      description: original.description,
      leftThousandths: away ? leftThousandths : 0,
    });
  const sold = soldLine(db, original);
  const part = { returnedBeforeThousandths, quantityThousandths };
  const amounts =
    line.kind === 'return'
      ? returnAmounts(sold, part)
      : creditAmounts(original, sold, part, tradeUpPpm as RatePpm);
  const costCents = costBack(original, part);
  return ok({ original, amounts, costCents, shares: sharesOf(db, original) });
}

/** Goods of ours are traded up, where the store has such a programme. */
function isOfProgram(
  { kind, pieceId }: SaleLineRow,
  line: Pick<CartLine, 'kind'>,
  tradeUpPpm: number,
): boolean {
  return line.kind !== 'trade_up' || (kind === 'item' && pieceId !== null && tradeUpPpm > 0);
}

function isOneOfOne(db: ReadDb, pieceId: string): boolean {
  return findPieceForSale(db, pieceId)?.kind === 'piece';
}

/** One of one comes back from who has it; it may have come back already without its receipt, and be sold again since. */
export function isAway(db: ReadDb, { id, pieceId }: SaleLineRow): boolean {
  const piece = pieceId === null ? undefined : findPieceForSale(db, pieceId);
  if (piece?.kind !== 'piece') return true;
  return piece.status === 'sold' && linesAway(db, piece.pieceId).has(id);
}

/** Lines whose piece did not come back: by its receipt, or without one from who bought it last. Two that registers sold apart both wait. */
function linesAway(db: ReadDb, pieceId: string): ReadonlySet<string> {
  const away: string[] = [];
  for (const line of linesOfPiece(db).all({ storeId: db.storeId, pieceId })) {
    if (line.quantityThousandths > 0) away.push(line.id);
    else if (line.originalLineId === null) away.pop();
    else if (away.includes(line.originalLineId)) away.splice(away.indexOf(line.originalLineId), 1);
  }
  return new Set(away);
}

/** How much of a line came back by sales that stand, in thousandths. */
export function returnedOf(db: ReadDb, saleLineId: string): Thousandths {
  const row = returnedSum(db).get({ storeId: db.storeId, saleLineId });
  return (0 - (row?.thousandths ?? 0)) as Thousandths;
}

/** The line with its tax, as the rules of returns read it. */
export function soldLine(db: ReadDb, row: SaleLineRow): SoldLine {
  return {
    quantityThousandths: row.quantityThousandths as Thousandths,
    grossCents: (row.netCents + row.discountCents) as Cents,
    discountCents: row.discountCents as Cents,
    netCents: row.netCents as Cents,
    taxCents: row.taxCents as Cents,
    taxes: taxesOfLine(db)
      .all({ storeId: db.storeId, saleId: row.saleId, saleLineId: row.id })
      .map((tax) => ({
        taxRuleId: tax.taxRuleId as TaxRuleId,
        ratePpm: tax.ratePpm as RatePpm,
        baseCents: tax.baseCents as Cents,
        excessCents: tax.excessCents as Cents,
        taxCents: tax.taxCents as Cents,
      })),
  };
}

/** Nothing comes back of what was money from the beginning. */
export const NEVER_RETURNED: ReadonlySet<SaleLineRow['kind']> = new Set([
  'gift_card',
  'account_payment',
  'restocking_fee',
  'price_adjustment',
]);

function creditAmounts(
  original: SaleLineRow,
  sold: SoldLine,
  part: Parameters<typeof tradeUpCredit>[1],
  ratePpm: RatePpm,
): SoldLine {
  const line = { ...sold, saleLineId: original.id as SaleLineId };
  const { quantityThousandths, netCents } = tradeUpCredit(line, part, ratePpm);
  return {
    quantityThousandths,
    grossCents: netCents,
    discountCents: ZERO_CENTS,
    netCents,
    taxCents: ZERO_CENTS,
    taxes: [],
  };
}

/** The cost that goes back with a part of a line: the difference of two portions, as its amounts are. */
function costBack(original: SaleLineRow, part: Parameters<typeof returnAmounts>[1]): Cents | null {
  if (original.costCents === null) return null;
  const whole = original.quantityThousandths;
  const upTo = (count: number) => portionOfCents(original.costCents as Cents, count, whole);
  const from = part.returnedBeforeThousandths;
  return subtractCents(upTo(from), upTo(from + part.quantityThousandths));
}

/** Who earned on a line, by the newest correction; the seller alone where nothing was written down. */
function sharesOf(db: ReadDb, original: SaleLineRow): readonly SalesShare[] {
  const rows = sharesOfLine(db).all({ storeId: db.storeId, saleLineId: original.id });
  if (rows.length === 0) return soldAlone(db, original.saleId);
  const byStaff = new Map<string, number>();
  for (const { staffId, sharePpm, baseCents } of rows)
    byStaff.set(staffId, (byStaff.get(staffId) ?? 0) + Math.sign(baseCents) * sharePpm);
  return [...byStaff]
    .filter(([, sharePpm]) => sharePpm > 0)
    .map(([staffId, sharePpm]) => ({ staffId, sharePpm }) as SalesShare);
}

/** A sale of the first program, which wrote no shares down. */
function soldAlone(db: ReadDb, saleId: string): readonly SalesShare[] {
  const soldBy = findSale(db, saleId)?.soldBy;
  return soldBy === undefined ? [] : [{ staffId: soldBy as StaffId, sharePpm: 1_000_000 }];
}

const returnedSum = prepared((orm) =>
  orm
    .select({ thousandths: sql<number | null>`sum(${saleLine.quantityThousandths})` })
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.originalLineId, sql.placeholder('saleLineId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${saleLine.storeId}
          and ${saleVoid.saleId} = ${saleLine.saleId})`,
      ),
    )
    .prepare(),
);

/** Oldest first; those of voided sales moved nothing. */
const linesOfPiece = prepared((orm) =>
  orm
    .select({
      id: saleLine.id,
      quantityThousandths: saleLine.quantityThousandths,
      originalLineId: saleLine.originalLineId,
    })
    .from(saleLine)
    .innerJoin(sale, and(eq(sale.storeId, saleLine.storeId), eq(sale.id, saleLine.saleId)))
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.pieceId, sql.placeholder('pieceId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${saleLine.storeId}
          and ${saleVoid.saleId} = ${saleLine.saleId})`,
      ),
    )
    .orderBy(asc(sale.completedAtMs), asc(sale.id), asc(saleLine.position))
    .prepare(),
);

const taxesOfLine = prepared((orm) =>
  orm
    .select()
    .from(saleTax)
    .where(
      and(
        eq(saleTax.storeId, sql.placeholder('storeId')),
        eq(saleTax.saleId, sql.placeholder('saleId')),
        eq(saleTax.saleLineId, sql.placeholder('saleLineId')),
      ),
    )
    .orderBy(saleTax.id)
    .prepare(),
);

const sharesOfLine = prepared((orm) =>
  orm
    .select({
      staffId: commissionShare.staffId,
      sharePpm: commissionShare.sharePpm,
      baseCents: commissionShare.baseCents,
    })
    .from(commissionShare)
    .where(
      and(
        eq(commissionShare.storeId, sql.placeholder('storeId')),
        sql`${commissionShare.saleId} = (select ${saleLine.saleId} from ${saleLine}
          where ${saleLine.storeId} = ${sql.placeholder('storeId')} and ${saleLine.id} = ${sql.placeholder('saleLineId')})`,
        eq(commissionShare.saleLineId, sql.placeholder('saleLineId')),
      ),
    )
    .prepare(),
);
