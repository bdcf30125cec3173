import { DRAFT_LIMITS, type PieceDraft } from './drafts.ts';
import type { ImportMapping, ImportRow, RowError, RowWarning } from './import-row.ts';
import { type CellNumber, readPrice, readQuantity } from './read-amount.ts';
import {
  fail,
  isMapped,
  type OpenRow,
  openRow,
  rawCell,
  readCode,
  readKey,
  readText,
  readYesNo,
  warn,
  yesOrNo,
} from './read-cell.ts';
import { ONE } from '../money.ts';

/** A piece and what to look at, or every reason why the row is none. */
export type PieceReading =
  | { readonly ok: true; readonly piece: PieceDraft; readonly warnings: readonly RowWarning[] }
  | { readonly ok: false; readonly errors: readonly RowError[] };

/**
 * Reads one row as a piece. Never throws, whatever the cells hold; a draft holds no control characters and no
 * card number. Refuses the row with every error found. Stock number, description and tag price must be there.
 * Amounts in cents, quantity in thousandths (docs/rules.md, Stock).
 */
export function readPieceRow(row: ImportRow, mapping: ImportMapping): PieceReading {
  const open = openRow(row, mapping);
  // Values of a broken row stand under the wrong headers; their errors would mislead.
  if (open.errors.length > 0) return { ok: false, errors: open.errors };
  const piece = pieceOf(open);
  if (open.errors.length > 0 || !piece) return { ok: false, errors: open.errors };
  return { ok: true, piece, warnings: open.warnings };
}

/** Reads every field, so that a row names all its errors; undefined only beside an error. */
function pieceOf(open: OpenRow): PieceDraft | undefined {
  const externalId = readKey(open, 'externalId', DRAFT_LIMITS.externalId);
  const stockNumber = required(
    open,
    'stockNumber',
    readCode(open, 'stockNumber', DRAFT_LIMITS.stockNumber),
  );
  const description = required(open, 'description', readDescription(open));
  const category = readText(open, 'category', DRAFT_LIMITS.category);
  const vendor = readText(open, 'vendor', DRAFT_LIMITS.vendor);
  const vendorStyle = readCode(open, 'vendorStyle', DRAFT_LIMITS.vendorStyle);
  const serial = readCode(open, 'serial', DRAFT_LIMITS.serial);
  const costCents = numberOf(open, 'cost', readPrice(rawCell(open, 'cost')));
  const tagPriceCents = numberOf(open, 'tagPrice', readPrice(rawCell(open, 'tagPrice')));
  const quantityThousandths =
    numberOf(open, 'quantity', readQuantity(rawCell(open, 'quantity'))) ?? ONE;
  const taxed = readTaxed(open);
  readStatus(open);
  if (tagPriceCents === undefined) {
    required(open, 'tagPrice', '');
    return undefined;
  }
  if (tagPriceCents === 0) warn(open, 'tagPrice', 'PRICE_ZERO', rawCell(open, 'tagPrice'));
  if (costCents !== undefined && costCents > tagPriceCents) {
    warn(open, 'cost', 'COST_ABOVE_PRICE', rawCell(open, 'cost'));
  }
  if (isMapped(open.mapping, 'quantity') && rawCell(open, 'quantity').trim() === '') {
    warn(open, 'quantity', 'QUANTITY_MISSING', '');
  }
  return {
    ...(externalId && { externalId }),
    stockNumber,
    description,
    ...(category && { category }),
    ...(vendor && { vendor }),
    ...(vendorStyle && { vendorStyle }),
    ...(serial && { serial }),
    ...(costCents !== undefined && { costCents }),
    tagPriceCents,
    taxed,
    quantityThousandths,
    kind: quantityThousandths === ONE ? 'piece' : 'counted',
  };
}

/** `Ring` and `Size 7` are one piece, `Ring, Size 7`; a variation called Regular is the only one and says nothing. */
function readDescription(open: OpenRow): string {
  const name = readText(open, 'description', DRAFT_LIMITS.description);
  const variation = readText(open, 'variation', DRAFT_LIMITS.description);
  if (name === '' || variation === '' || /^(?:regular|default title)$/i.test(variation))
    return name;
  const whole = `${name}, ${variation}`;
  if (whole.length > DRAFT_LIMITS.description) fail(open, 'description', 'TEXT_TOO_LONG', whole);
  return whole;
}

/** One column per tax is how Square says it: a piece is taxed when any of them says so. Silence means taxed. */
function readTaxed(open: OpenRow): boolean {
  const header = open.mapping['taxed'];
  const taxed = readYesNo(open, 'taxed') ?? true;
  if (taxed || !header?.startsWith('Tax - ')) return taxed;
  return Object.entries(open.row.cells).some(
    ([each, cell]) => each.startsWith('Tax - ') && yesOrNo(cell) === true,
  );
}

const GONE = /^(?:[srxd]|sold|returned|scrapped|deleted|missing|lost|stolen|transferred)$/i;
const PROMISED = /^(?:[lmho]|lay-?away|memo|on approval|on hold|held|reserved|special order)$/i;

/** Letters and words other systems keep for what has left the store, or is in it for somebody; others say nothing. */
function readStatus(open: OpenRow): void {
  const status = rawCell(open, 'status').trim();
  if (GONE.test(status)) fail(open, 'status', 'PIECE_NOT_IN_STORE', status);
  else if (PROMISED.test(status)) warn(open, 'status', 'PIECE_PROMISED', status);
}

/** Says FIELD_REQUIRED unless the field was refused for something better already. */
function required(open: OpenRow, field: string, text: string): string {
  if (text === '' && !open.errors.some((error) => error.field === field))
    fail(open, field, 'FIELD_REQUIRED', '');
  return text;
}

function numberOf<Value>(open: OpenRow, field: string, read: CellNumber<Value>): Value | undefined {
  if (read.kind === 'refused') fail(open, field, read.code, rawCell(open, field));
  return read.kind === 'value' ? read.value : undefined;
}
