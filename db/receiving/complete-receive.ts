import { cents, ONE, subtractCents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  CompleteReceiveInput,
  CompleteReceiveRefusal,
  ReceiveRow,
} from '#shared/stock/receiving/contract.ts';
import {
  numbersTwice,
  receiveSums,
  type ReceiveSums,
} from '#shared/stock/receiving/receive-sums.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { printTags } from '../printing/tags/print-tags.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { addPiece } from '../stock/add-piece.ts';
import { findStockNumberTaken } from '../stock/find-piece.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { dropReceiveDraft } from './drafts.ts';
import { findReceiveRow, findSameInvoice } from './find-receive.ts';
import { postReceiveJournal } from './post-receive-journal.ts';
import { receiveLineTable, receiveTable } from './tables.ts';

type Input = Omit<CompleteReceiveInput, 'commandId'>;

/**
 * Takes a vendor's invoice into the house in one transaction: its pieces with their movements, what the vendor is owed,
 * and their tags in one run where this register prints them; else they wait for their tags. The draft is gone with it.
 *
 * Refuses with `RECEIVE_NUMBERS_TWICE` and `RECEIVE_NUMBERS_TAKEN`, naming rows from 1, with `RECEIVE_QUANTITY_NOT_ONE`,
 * with `RECEIVE_TOTAL_DIFFERS` when rows and freight are not what the invoice says, with `RECEIVE_INVOICE_KNOWN` for an
 * invoice of this vendor that was received before (unless a person said that it is so), and with `RECEIVE_DONE`.
 */
export function completeReceive(
  tx: WriteTx,
  context: CommandContext,
  input: Input,
): Result<{ readonly number: string; readonly tagsQueued: boolean }, CompleteReceiveRefusal> {
  if (findReceiveRow(tx, input.receiveId)) return refuse({ code: 'RECEIVE_DONE' });
  const sums = receiveSums(input.rows, input);
  const problem = problemOf(tx, input, sums);
  if (problem) return refuse(problem);
  const number = insertReceive(tx, context, input, sums);
  for (const [at, row] of input.rows.entries()) takeIn(tx, context, input, row, { at, sums });
  postReceiveJournal(tx, input.receiveId);
  dropReceiveDraft(tx, input.receiveId);
  const pieceIds = input.rows.map(({ pieceId }) => pieceId);
  const tagsQueued = input.printTags && printTags(tx, context, { pieceIds }).ok;
  return ok({ number, tagsQueued });
}

function problemOf(
  tx: WriteTx,
  input: Input,
  { totalCents }: ReceiveSums,
): CompleteReceiveRefusal | undefined {
  const { rows, vendor, invoiceNumber, invoiceTotalCents } = input;
  const twice = numbersTwice(rows.map(({ stockNumber }) => stockNumber));
  if (twice.length > 0)
    return {
      code: 'RECEIVE_NUMBERS_TWICE',
      numbers: twice.map((each) => `${each.stockNumber} (${each.rows.join(', ')})`).join('; '),
    };
  const taken = rows.flatMap(({ stockNumber, pieceId }, at) =>
    findStockNumberTaken(tx, stockNumber, pieceId) ? [`${stockNumber} (${at + 1})`] : [],
  );
  if (taken.length > 0) return { code: 'RECEIVE_NUMBERS_TAKEN', numbers: taken.join('; ') };
  const notOne = rows.flatMap(({ kind, quantityThousandths }, at) =>
    kind === 'piece' && quantityThousandths !== ONE ? [at + 1] : [],
  );
  if (notOne.length > 0) return { code: 'RECEIVE_QUANTITY_NOT_ONE', rows: notOne.join(', ') };
  if (totalCents !== invoiceTotalCents) {
    const offCents = cents(Math.abs(subtractCents(totalCents, invoiceTotalCents)));
    return { code: 'RECEIVE_TOTAL_DIFFERS', totalCents, invoiceTotalCents, offCents };
  }
  const same = input.knownInvoice ? undefined : findSameInvoice(tx, vendor, invoiceNumber);
  return same && { code: 'RECEIVE_INVOICE_KNOWN', ...same };
}

function insertReceive(
  tx: WriteTx,
  context: CommandContext,
  input: Input,
  { goodsCents }: ReceiveSums,
): string {
  const { receiveId, vendor, invoiceNumber, invoiceDate, terms, dueOn } = input;
  const { freightCents, freightWay, invoiceTotalCents } = input;
  const number = tx.nextNumber('receive');
  tx.insertFact(receiveTable, {
    id: receiveId,
    number,
    vendor,
    invoiceNumber,
    invoiceDate,
    terms,
    dueOn,
    goodsCents,
    freightCents,
    freightWay,
    invoiceTotalCents,
    lineCount: input.rows.length,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
    atMs: context.nowMs,
  });
  return number;
}

/** One row: the piece, its movement, the line. */
function takeIn(
  tx: WriteTx,
  context: CommandContext,
  { receiveId, vendor }: Input,
  row: ReceiveRow,
  { at, sums }: { readonly at: number; readonly sums: ReceiveSums },
): void {
  const cost = sums.lines[at];
  if (!cost) throw new Error('a row without its cost');
  const { pieceId, quantityThousandths, unitCents, ...fields } = row;
  const { goodsCents, freightCents, costCents } = cost;
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  const added = addPiece(tx, context, {
    pieceId,
    // An invoice does not say what is engraved: that is read off the watch, on the piece's own form.
    fields: { ...fields, vendor, costCents, serial: '' },
    quantityThousandths,
    businessDate,
    receiveId,
  });
  if (!added.ok) throw new Error(`a checked row was refused: ${added.refusal.code}`);
  tx.insertFact(receiveLineTable, {
    id: context.newId('receiveLine'),
    receiveId,
    position: at + 1,
    pieceId,
    stockNumber: fields.stockNumber,
    quantityThousandths,
    unitCents,
    goodsCents,
    freightCents,
    tagPriceCents: fields.tagPriceCents,
  });
}
