import { and, eq, sql } from 'drizzle-orm';
import type { SaleId } from '#shared/ids.ts';
import { allocateCents, type Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { SalesShare } from '#shared/sales/cart.ts';
import type {
  CorrectSellerInput,
  CorrectSellerRefusal,
} from '#shared/sales/corrections/contract.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { commissionShareTable } from '../after-sale-tables.ts';
import { listLines } from '../find-sale.ts';
import { saleLine } from '../tables.ts';
import { type Correcting, insertCorrection, openCorrection } from './open-correction.ts';
import { type LineShare, sharesByLine, sharesOfWholeSale } from './sale-shares.ts';

/**
 * Says who sold: one alone, or who shares it. What the others had earned on the sale is turned round, with what returns
 * had already taken back from them, and the right people get both. Lines that took something back in this very sale stay
 * with whom they were taken back from.
 *
 * Refuses a voided sale and somebody who never worked here. It takes the right to correct, or a manager's word for this
 * sale. Somebody who has left since may have sold it.
 */
export function correctSeller(
  tx: WriteTx,
  context: CommandContext,
  input: CorrectSellerInput,
): Result<{ readonly saleId: SaleId }, CorrectSellerRefusal> {
  const opened = openCorrection(tx, context, input);
  if (!opened.ok) return opened;
  const correcting = opened.value;
  if (!correcting.mayCorrect) return refuse({ code: 'CORRECTION_NEEDS_OVERRIDE' });
  const shares = sharesWanted(input);
  const soldBy = shares[0]?.staffId ?? input.soldBy;
  if (shares.some(({ staffId }) => !findStaff(tx, staffId)))
    return refuse({ code: 'STAFF_NOT_FOUND' });
  const before = sharesOfWholeSale(tx, input.saleId);
  if (correcting.party.soldBy === soldBy && isSame(before, shares))
    return refuse({ code: 'CORRECTION_CHANGES_NOTHING' });
  const { saleId, reason, overrideId } = input;
  const id = insertCorrection(correcting, { kind: 'sold_by', soldBy, reason, overrideId });
  for (const line of listLines(tx, saleId)) {
    if (line.originalLineId !== null) continue;
    passOn(correcting, id, { saleId, saleLineId: line.id }, shares);
    for (const back of takenBack(tx).all({ storeId: tx.storeId, saleLineId: line.id }))
      passOn(correcting, id, back, shares);
  }
  return ok({ saleId });
}

function sharesWanted({ soldBy, shares }: CorrectSellerInput): readonly SalesShare[] {
  return shares ?? [{ staffId: soldBy, sharePpm: 1_000_000 }];
}

/** Nobody earned on the sale: then only its name says who sold. */
function isSame(before: readonly SalesShare[], wanted: readonly SalesShare[]): boolean {
  if (before.length === 0) return wanted.length === 1;
  const words = (shares: readonly SalesShare[]) =>
    shares.map(({ staffId, sharePpm }) => `${staffId} ${sharePpm}`).join();
  return words(before) === words(wanted);
}

/** Turns round what a line earned whom, and gives it to the right people. The sum stays. */
function passOn(
  correcting: Correcting,
  saleCorrectionId: string,
  line: { readonly saleId: string; readonly saleLineId: string },
  wanted: readonly SalesShare[],
): void {
  const { tx, context, drawer } = correcting;
  const before = sharesByLine(tx, line.saleId).get(line.saleLineId) ?? [];
  const sum = before.reduce((cents, { baseCents }) => cents + baseCents, 0);
  if (sum === 0) return;
  const bases = allocateCents(
    sum as Cents,
    wanted.map(({ sharePpm }) => sharePpm),
  );
  const rows: readonly LineShare[] = [
    ...before.map((share) => ({ ...share, baseCents: 0 - share.baseCents })),
    ...wanted.map((share, index) => ({ ...share, baseCents: bases[index] ?? 0 })),
  ];
  for (const row of rows)
    tx.insertFact(commissionShareTable, {
      id: context.newId('commissionShare'),
      ...line,
      ...row,
      costCents: null,
      saleCorrectionId,
      businessDate: drawer.businessDate,
    });
}

/** The lines by which a line came back, of any sale. A voided one has taken nothing back: its shares come to nothing. */
const takenBack = prepared((orm) =>
  orm
    .select({ saleId: saleLine.saleId, saleLineId: saleLine.id })
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.originalLineId, sql.placeholder('saleLineId')),
      ),
    )
    .prepare(),
);
