import type { SaleLineDraft } from '#shared/imports/drafts.ts';
import { ok, type Result } from '#shared/result.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { ApplyRowInput } from '../apply-piece.ts';
import { type AppliedRow, markRow } from '../mark-row.ts';
import {
  findImportedLine,
  findImportedSale,
  rowKeyOf,
  UNKNOWN_SOURCE,
} from './find-imported-line.ts';
import { findOnlyOneNamed } from './find-only-one-named.ts';
import { importedSaleLineTable, importedSaleTable } from './tables.ts';

export interface ApplySaleInput extends ApplyRowInput<SaleLineDraft> {
  /** How many rows before it say the very same. */
  readonly sameBefore: number;
}

/**
 * Takes one row of a file in as a line of a past sale, with its place in the file marked in the same transaction. It
 * moves no piece, posts nothing and is in no Z. The buyer is whoever is the only one of that name here. A file that is
 * read again doubles nothing. Refuses nothing: what is wrong with a row its reader has said.
 */
export function applySale(
  tx: WriteTx,
  context: CommandContext,
  input: ApplySaleInput,
): Result<AppliedRow, never> {
  const { draft, sameBefore, source } = input;
  const known = findImportedLine(tx, draft, sameBefore, source);
  const applied: AppliedRow = known
    ? { outcome: 'skipped', subjectId: known }
    : { outcome: 'created', subjectId: addLine(tx, context, input) };
  markRow(tx, input, applied);
  return ok(applied);
}

function addLine(
  tx: WriteTx,
  context: CommandContext,
  { draft, sameBefore, source }: ApplySaleInput,
): string {
  const importedSaleId =
    findImportedSale(tx, draft.saleNumber, source) ?? addSale(tx, context, draft, source);
  const id = context.newId('imported-sale-line');
  const { stockNumber, description, category, quantityThousandths } = draft;
  const { grossCents, discountCents, netCents, taxCents } = draft;
  tx.insertFact(importedSaleLineTable, {
    id,
    importedSaleId,
    rowKey: rowKeyOf(draft, sameBefore),
    stockNumber,
    description,
    category,
    quantityThousandths,
    grossCents,
    discountCents,
    netCents,
    taxCents,
  });
  return id;
}

function addSale(
  tx: WriteTx,
  context: CommandContext,
  { saleNumber, soldOn, soldTime, customerName = '' }: SaleLineDraft,
  source: string | null,
): string {
  const id = context.newId('imported-sale');
  tx.insertFact(importedSaleTable, {
    id,
    source: source ?? UNKNOWN_SOURCE,
    externalId: saleNumber,
    soldOn,
    soldTime: soldTime ?? null,
    customerId: findOnlyOneNamed(tx, customerName) ?? null,
    customerName,
    atMs: context.nowMs,
  });
  return id;
}
