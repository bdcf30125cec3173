import { containsCardNumber } from '#shared/card-number.ts';
import { ONE, type Cents, type Thousandths } from '#shared/money.ts';
import type { Piece, PieceFields, PieceKind } from '#shared/stock/contract.ts';
import type { PieceTaxClass } from '#shared/stock/piece-tax-class.ts';

/** A piece as the form holds it. */
export interface PieceForm {
  readonly stockNumber: string;
  readonly description: string;
  readonly category: string;
  readonly vendor: string;
  readonly vendorStyle: string;
  readonly serial: string;
  /** Undefined: not known, or not an amount. */
  readonly costCents: Cents | undefined;
  readonly tagPriceCents: Cents | undefined;
  readonly taxed: boolean;
  readonly taxClass: PieceTaxClass;
  readonly kind: PieceKind;
  /** As typed, `2.5`; only asked for counted goods that are being added. */
  readonly quantity: string;
}

export type PieceField = keyof PieceForm;

export const EMPTY_PIECE: PieceForm = {
  stockNumber: '',
  description: '',
  category: '',
  vendor: '',
  vendorStyle: '',
  serial: '',
  costCents: undefined,
  tagPriceCents: undefined,
  taxed: true,
  taxClass: 'goods',
  kind: 'piece',
  quantity: '1',
};

export function formOf(piece: Piece): PieceForm {
  const { stockNumber, description, category, vendor, vendorStyle, serial } = piece;
  const { tagPriceCents, taxed, taxClass, kind } = piece;
  const costCents = piece.costCents ?? undefined;
  const own = { stockNumber, description, category, vendor, vendorStyle, serial };
  return { ...EMPTY_PIECE, ...own, costCents, tagPriceCents, taxed, taxClass, kind };
}

/** What the store is given; undefined while there is no price. */
export function fieldsOf(form: PieceForm): PieceFields | undefined {
  const { quantity: _asked, costCents, tagPriceCents, ...fields } = form;
  if (tagPriceCents === undefined) return undefined;
  return { ...fields, costCents: costCents ?? null, tagPriceCents };
}

/** `2.5` → 2,500. Undefined for what is no quantity: nothing, less than nothing, more than 9,999, finer than 0.001. */
export function readQuantity(typed: string): Thousandths | undefined {
  const bare = typed.replaceAll(',', '').trim();
  if (!/^(?:\d{1,4}(?:\.\d{0,3})?|\.\d{1,3})$/.test(bare)) return undefined;
  const thousandths = Math.round(Number(bare) * 1000);
  // Branding: between one thousandth and 9,999 whole ones, as the contract has it.
  return thousandths > 0 ? (thousandths as Thousandths) : undefined;
}

export function quantityOf({ kind, quantity }: PieceForm): Thousandths | undefined {
  return kind === 'piece' ? ONE : readQuantity(quantity);
}

/** Codes of refusals.json by field: what the store would refuse, said before it is asked. */
export type PieceProblems = Readonly<Partial<Record<PieceField, string>>>;

export function checkPiece(form: PieceForm): PieceProblems {
  const problems: Partial<Record<PieceField, string>> = {};
  if (form.stockNumber.trim() === '') problems.stockNumber = 'TEXT_REQUIRED';
  if (form.description.trim() === '') problems.description = 'TEXT_REQUIRED';
  if (form.tagPriceCents === undefined) problems.tagPriceCents = 'PRICE_REQUIRED';
  if (quantityOf(form) === undefined) problems.quantity = 'QUANTITY_MALFORMED';
  for (const [field, value] of Object.entries(form)) {
    if (typeof value === 'string' && containsCardNumber(value))
      problems[field as PieceField] = 'TEXT_IS_CARD_NUMBER';
  }
  return problems;
}

/** The field of ours that the store's check of the input points at, `fields.stockNumber`. */
export function fieldOfIssue(path: string | undefined): PieceField | undefined {
  const name = path?.split('.').at(-1);
  if (name === 'quantityThousandths') return 'quantity';
  return name !== undefined && name in EMPTY_PIECE ? (name as PieceField) : undefined;
}
