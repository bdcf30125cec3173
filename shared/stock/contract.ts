import { z } from 'zod';
import {
  commandId,
  idOf,
  priceCents,
  quantityThousandths,
  requiredText,
  typedText,
} from '../fields.ts';
import type { PieceId } from '../ids.ts';
import type { Cents, Thousandths } from '../money.ts';
import { PIECE_STATUSES, type PieceStatus } from './piece-status.ts';
import { PIECE_TAX_CLASSES, type PieceTaxClass } from './piece-tax-class.ts';
import { answer, command, found, query } from '../procedure.ts';

/** One of one, or goods counted by quantity. */
export const PIECE_KINDS = ['piece', 'counted'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export const pieceFields = z.object({
  stockNumber: requiredText(40),
  description: requiredText(200),
  category: typedText(80),
  vendor: typedText(80),
  vendorStyle: typedText(80),
  /** The watchmaker's number, as engraved. */
  serial: typedText(80).default(''),
  costCents: priceCents.nullable(),
  tagPriceCents: priceCents,
  taxed: z.boolean(),
  taxClass: z.enum(PIECE_TAX_CLASSES).default('goods'),
  kind: z.enum(PIECE_KINDS),
});
export type PieceFields = z.infer<typeof pieceFields>;

export const addPieceInput = z.object({
  commandId,
  pieceId: idOf('piece'),
  fields: pieceFields,
  quantityThousandths,
});
export const editPieceInput = z.object({ commandId, pieceId: idOf('piece'), fields: pieceFields });

export interface PieceSummary {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly category: string;
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  readonly taxClass: PieceTaxClass;
  readonly kind: PieceKind;
  readonly status: PieceStatus;
  readonly quantityThousandths: Thousandths;
}

export interface Piece extends PieceSummary {
  readonly vendor: string;
  readonly vendorStyle: string;
  readonly serial: string;
  /** Null for those who may not see cost, and where none is known. */
  readonly costCents: Cents | null;
  readonly movements: readonly PieceMovement[];
}

export interface PieceMovement {
  readonly kind: string;
  readonly quantityThousandths: Thousandths;
  readonly businessDate: string;
  readonly atMs: number;
  readonly document: string | null;
}

export type SavePieceRefusal =
  | {
      readonly code: 'STOCK_NUMBER_TAKEN';
      readonly stockNumber: string;
      readonly description: string;
    }
  | { readonly code: 'PIECE_NOT_FOUND' }
  | { readonly code: 'PIECE_QUANTITY_NOT_ONE' };

export const stockContract = {
  search: query(
    'stock.read',
    z.object({
      text: z.string().max(200),
      status: z.enum(PIECE_STATUSES).optional(),
      limit: z.int().min(1).max(200).optional(),
      offset: z.int().min(0).optional(),
    }),
  ).output(found<{ readonly rows: readonly PieceSummary[]; readonly total: number }>()),
  get: query('stock.read', z.object({ pieceId: idOf('piece') })).output(found<Piece | null>()),
  /** What a scan or a typed stock number means; two pieces may carry one number, and then both are answered. */
  findByCode: query('stock.read', z.object({ code: z.string().max(200) })).output(
    found<readonly PieceSummary[]>(),
  ),
  add: command('stock.write', addPieceInput).output(
    answer<{ readonly pieceId: PieceId }, SavePieceRefusal>(),
  ),
  edit: command('stock.write', editPieceInput).output(
    answer<{ readonly pieceId: PieceId }, SavePieceRefusal>(),
  ),
};
