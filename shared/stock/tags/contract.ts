import { z } from 'zod';
import { commandId, idOf } from '../../fields.ts';
import type { PieceId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import { printerConnection } from '../../printing/printer-connection.ts';
import type { TagFacts } from './tag-layout.ts';
import { TAG_SYMBOLOGIES } from './tag-code.ts';
import { TAG_SHAPES, type TagStock } from './tag-stock.ts';

const dots = (least: number, most: number) => z.int().min(least).max(most);

/** What a tag printer is loaded with; whether two panels fit on it the command says. */
const tagStock = z.object({
  shape: z.enum(TAG_SHAPES),
  dpi: z.union([z.literal(203), z.literal(300)]),
  widthDots: dots(100, 2400),
  heightDots: dots(40, 1200),
  panelDots: dots(40, 1200),
  marginDots: dots(0, 200),
  offsetXDots: dots(-120, 120),
  offsetYDots: dots(-120, 120),
}) satisfies z.ZodType<TagStock>;

/** The tag printer of a register. Null: it has none, and tags can only be looked at. */
export const tagPrinter = z.object({
  connection: printerConnection.nullable(),
  stock: tagStock,
});
export type TagPrinter = z.infer<typeof tagPrinter>;

/** What the store puts on its tags. */
export const tagTerms = z.object({
  symbology: z.enum(TAG_SYMBOLOGIES).default('code128'),
  /** Prints the cost in the letters of the code word. */
  printsCost: z.boolean().default(false),
  /** Ten letters, none twice; null: costs are not coded. */
  codeWord: z.string().max(40).nullable().default(null),
});
export type TagTerms = z.infer<typeof tagTerms>;

export interface TagSettings {
  /** The code word only for those who may see costs; to the others it is null. */
  readonly terms: TagTerms;
  readonly hasCodeWord: boolean;
  readonly printer: TagPrinter;
}

/** A piece as its tag shows it now. */
export interface PieceTag extends TagFacts {
  readonly pieceId: PieceId;
  readonly description: string;
  /** As far as anybody knows: null unknown, -1 none yet. */
  readonly taggedCents: number | null;
}

/** A piece whose tag says another price than its own, or that has no tag yet. */
export interface WaitingTag {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly tagPriceCents: Cents;
  /** Null: it has no tag yet. */
  readonly taggedCents: Cents | null;
}

/** As many tags as one command prints. */
export const MOST_TAGS = 500;

const pieceIds = z.array(idOf('piece')).min(1).max(MOST_TAGS);

export type SaveTagTermsRefusal =
  | { readonly code: 'CODE_WORD_UNUSABLE' }
  | { readonly code: 'CODE_WORD_MISSING' };
export type SaveTagPrinterRefusal =
  | { readonly code: 'PANELS_TOO_WIDE' }
  | { readonly code: 'PANEL_TOO_SMALL' };
export type PrintTagsRefusal =
  | { readonly code: 'TAG_PRINTER_NOT_SET' }
  | { readonly code: 'PIECE_NOT_FOUND' };

export const tagsContract = {
  settings: query('stock.read', z.object({})).output(found<TagSettings>()),
  saveTerms: command('settings.change', z.object({ commandId, terms: tagTerms })).output(
    answer<null, SaveTagTermsRefusal>(),
  ),
  savePrinter: command('settings.change', z.object({ printer: tagPrinter })).output(
    answer<null, SaveTagPrinterRefusal>(),
  ),
  /** Pieces as their tags show them, in the order asked for; those that are not there are left out. */
  preview: query('stock.read', z.object({ pieceIds })).output(found<readonly PieceTag[]>()),
  /** Pieces in stock whose tag is wrong or missing, by stock number. */
  waiting: query(
    'stock.read',
    z.object({ limit: z.int().min(1).max(500), offset: z.int().min(0) }),
  ).output(found<{ readonly rows: readonly WaitingTag[]; readonly total: number }>()),
  /** Puts one tag of each piece into the printer's queue, in this order. */
  print: command('printing.use', z.object({ commandId, pieceIds })).output(
    answer<{ readonly count: number }, PrintTagsRefusal>(),
  ),
  /** Takes pieces off the list: their tags were written by hand, or are right. */
  dismiss: command('stock.write', z.object({ commandId, pieceIds })).output(
    answer<{ readonly count: number }, never>(),
  ),
};
