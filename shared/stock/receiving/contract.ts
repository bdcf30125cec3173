import { z } from 'zod';
import {
  businessDate,
  commandId,
  idOf,
  priceCents,
  quantityThousandths,
  requiredText,
  typedText,
} from '../../fields.ts';
import type { Id, PieceId } from '../../ids.ts';
import type { Cents, Thousandths } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import { PIECE_KINDS } from '../contract.ts';
import { PIECE_TAX_CLASSES } from '../piece-tax-class.ts';
import { FREIGHT_WAYS, type FreightWay } from './freight.ts';

export type ReceiveId = Id<'receive'>;

/** As many rows as one invoice takes: they travel as one change. */
export const MOST_ROWS = 150;

const receiveRow = z.object({
  pieceId: idOf('piece'),
  stockNumber: requiredText(40),
  description: requiredText(200),
  category: typedText(80),
  vendorStyle: typedText(80),
  kind: z.enum(PIECE_KINDS),
  quantityThousandths,
  /** Of one, as the invoice says it. */
  unitCents: priceCents,
  tagPriceCents: priceCents,
  taxed: z.boolean(),
  taxClass: z.enum(PIECE_TAX_CLASSES),
});
export type ReceiveRow = z.infer<typeof receiveRow>;

export const completeReceiveInput = z.object({
  commandId,
  receiveId: idOf('receive'),
  vendor: requiredText(80),
  invoiceNumber: requiredText(40),
  invoiceDate: businessDate,
  terms: typedText(40),
  dueOn: businessDate.nullable(),
  freightCents: priceCents,
  freightWay: z.enum(FREIGHT_WAYS),
  /** What the invoice says; it must be what the rows and the freight come to. */
  invoiceTotalCents: priceCents,
  rows: z.array(receiveRow).min(1).max(MOST_ROWS),
  /** A person has seen that this vendor's invoice was received before. */
  knownInvoice: z.boolean(),
  /** Prints the tags in one run, where this register has a tag printer. */
  printTags: z.boolean(),
});
export type CompleteReceiveInput = z.infer<typeof completeReceiveInput>;

const draftText = (most: number) => z.string().max(most);

/** An invoice that is being typed in, as it stands: nothing in it has to be right yet. */
export const receiveDraft = z.object({
  receiveId: idOf('receive'),
  vendor: draftText(200),
  invoiceNumber: draftText(100),
  invoiceDate: draftText(20),
  terms: draftText(100),
  dueOn: draftText(20),
  freightCents: priceCents.nullable(),
  freightWay: z.enum(FREIGHT_WAYS),
  invoiceTotalCents: priceCents.nullable(),
  /** Tag price = cost × this, in thousandths; null: prices are typed. */
  timesThousandths: z.int().min(1).max(100_000).nullable(),
  ending: draftText(20),
  rows: z
    .array(
      z.object({
        pieceId: idOf('piece'),
        stockNumber: draftText(100),
        description: draftText(400),
        category: draftText(200),
        vendorStyle: draftText(200),
        quantity: z.int().min(1).max(9999),
        unitCents: priceCents.nullable(),
        tagPriceCents: priceCents.nullable(),
      }),
    )
    .max(MOST_ROWS),
});
export type ReceiveDraft = z.infer<typeof receiveDraft>;
export type ReceiveDraftRow = ReceiveDraft['rows'][number];

export interface ReceiveSummary {
  readonly receiveId: ReceiveId;
  readonly number: string;
  readonly vendor: string;
  readonly invoiceNumber: string;
  readonly invoiceTotalCents: Cents;
  readonly lineCount: number;
  readonly businessDate: string;
  readonly atMs: number;
  readonly reversed: boolean;
}

export interface ReceivedLine {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly quantityThousandths: Thousandths;
  readonly unitCents: Cents;
  readonly goodsCents: Cents;
  readonly freightCents: Cents;
  readonly tagPriceCents: Cents;
}

export interface Receive extends ReceiveSummary {
  readonly invoiceDate: string;
  readonly terms: string;
  readonly dueOn: string | null;
  readonly goodsCents: Cents;
  readonly freightCents: Cents;
  readonly freightWay: FreightWay;
  readonly reversalReason: string | null;
  readonly lines: readonly ReceivedLine[];
}

export type CompleteReceiveRefusal =
  /** `numbers` names each with its rows: `R-1 (2, 5)`. */
  | { readonly code: 'RECEIVE_NUMBERS_TWICE'; readonly numbers: string }
  | { readonly code: 'RECEIVE_NUMBERS_TAKEN'; readonly numbers: string }
  | { readonly code: 'RECEIVE_QUANTITY_NOT_ONE'; readonly rows: string }
  | {
      readonly code: 'RECEIVE_TOTAL_DIFFERS';
      readonly totalCents: Cents;
      readonly invoiceTotalCents: Cents;
      readonly offCents: Cents;
    }
  | {
      readonly code: 'RECEIVE_INVOICE_KNOWN';
      readonly number: string;
      readonly businessDate: string;
    }
  | { readonly code: 'RECEIVE_DONE' };

export type ReverseReceiveRefusal =
  | { readonly code: 'RECEIVE_NOT_FOUND' }
  | { readonly code: 'RECEIVE_REVERSED' }
  | { readonly code: 'RECEIVE_PIECES_MOVED'; readonly numbers: string; readonly count: number };

export const receivingContract = {
  /** Invoices being typed in at this register, the last touched first. */
  drafts: query('stock.receive', z.object({})).output(found<readonly ReceiveDraft[]>()),
  saveDraft: command('stock.receive', z.object({ draft: receiveDraft })).output(
    answer<null, { readonly code: 'RECEIVE_DONE' }>(),
  ),
  dropDraft: command('stock.receive', z.object({ receiveId: idOf('receive') })).output(
    answer<null, never>(),
  ),
  complete: command('stock.receive', completeReceiveInput).output(
    answer<{ readonly number: string; readonly tagsQueued: boolean }, CompleteReceiveRefusal>(),
  ),
  list: query(
    'stock.receive',
    z.object({ limit: z.int().min(1).max(200), offset: z.int().min(0) }),
  ).output(found<{ readonly rows: readonly ReceiveSummary[]; readonly total: number }>()),
  get: query('stock.receive', z.object({ receiveId: idOf('receive') })).output(
    found<Receive | null>(),
  ),
  reverse: command(
    'stock.receive',
    z.object({ commandId, receiveId: idOf('receive'), reason: requiredText(200) }),
  ).output(answer<null, ReverseReceiveRefusal>()),
};
