import type { BusinessDate } from '../time.ts';
import { cents } from '../money.ts';
import { DRAFT_LIMITS, type SaleLineDraft } from './drafts.ts';
import type { ImportMapping, ImportRow, RowError, RowWarning } from './import-row.ts';
import { type CellNumber, readSignedAmount, readSignedQuantity } from './read-amount.ts';
import {
  fail,
  type OpenRow,
  openRow,
  rawCell,
  readCode,
  readKey,
  readText,
  warn,
} from './read-cell.ts';
import { readDate, readTime } from './read-date.ts';
import { ONE } from '../money.ts';

/** A line of a past sale and what to look at, or every reason why the row is none. */
export type SaleReading =
  | { readonly ok: true; readonly line: SaleLineDraft; readonly warnings: readonly RowWarning[] }
  | { readonly ok: false; readonly errors: readonly RowError[] };

/**
 * Reads one row as a line of a past sale. Never throws, whatever the cells hold. Refuses the row with every error found;
 * number, day, item and net must be there. What came back may be below zero. Amounts in cents, quantity in thousandths.
 */
export function readSaleRow(row: ImportRow, mapping: ImportMapping): SaleReading {
  const open = openRow(row, mapping);
  // Values of a broken row stand under the wrong headers; their errors would mislead.
  if (open.errors.length > 0) return { ok: false, errors: open.errors };
  const line = lineOf(open);
  if (open.errors.length > 0 || !line) return { ok: false, errors: open.errors };
  return { ok: true, line, warnings: open.warnings };
}

/** What a row says of its goods: rows of one sale that say the same are told apart by their order only. */
export function goodsOf(draft: SaleLineDraft): string {
  const { saleNumber, stockNumber, description, quantityThousandths, netCents, taxCents } = draft;
  return JSON.stringify([
    saleNumber,
    stockNumber,
    description,
    quantityThousandths,
    netCents,
    taxCents,
  ]);
}

/** Reads every field, so that a row names all its errors; undefined only beside an error. */
function lineOf(open: OpenRow): SaleLineDraft | undefined {
  const saleNumber = required(
    open,
    'saleNumber',
    readKey(open, 'saleNumber', DRAFT_LIMITS.externalId),
  );
  const soldOn = readSoldOn(open);
  const soldTime = readTime(rawCell(open, 'soldTime'));
  const stockNumber = readCode(open, 'stockNumber', DRAFT_LIMITS.stockNumber);
  const description = readText(open, 'description', DRAFT_LIMITS.description) || stockNumber;
  required(open, 'description', description);
  const category = readText(open, 'category', DRAFT_LIMITS.category);
  const customerName = readText(open, 'customerName', DRAFT_LIMITS.name * 2);
  const quantity = numberOf(open, 'quantity', readSignedQuantity(rawCell(open, 'quantity')));
  const [net, gross, discount, tax] = (['net', 'gross', 'discount', 'tax'] as const).map((field) =>
    numberOf(open, field, readSignedAmount(rawCell(open, field))),
  );
  if (net === undefined) required(open, 'net', '');
  if (net === undefined || soldOn === undefined) return undefined;
  const quantityThousandths = quantity ?? ONE;
  if (quantityThousandths > 0 && net < 0) warn(open, 'net', 'SALE_CAME_BACK', rawCell(open, 'net'));
  return {
    saleNumber,
    soldOn,
    ...(soldTime && { soldTime }),
    ...(customerName && { customerName }),
    stockNumber,
    description,
    category,
    quantityThousandths,
    grossCents: gross ?? cents(net - (discount ?? 0)),
    discountCents: discount ?? cents(0),
    netCents: net,
    taxCents: tax ?? cents(0),
  };
}

function readSoldOn(open: OpenRow): BusinessDate | undefined {
  const raw = rawCell(open, 'soldOn');
  const day = readDate(raw);
  if (raw.trim() === '') required(open, 'soldOn', '');
  else if (!day) fail(open, 'soldOn', 'DATE_NOT_KNOWN', raw);
  return day;
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
