import type { CustomerDraft, PieceDraft } from './drafts.ts';
import type { RowError, RowWarning } from './import-row.ts';
import { safeExcerpt } from './safe-excerpt.ts';

/** What the good rows of one file held so far, by row number. One per pass over a file. */
export interface SeenRows {
  readonly stockNumbers: Map<string, number>;
  readonly externalIds: Map<string, number>;
  readonly phones: Map<string, number>;
  readonly emails: Map<string, number>;
}

/** The memory of a pass that begins. */
export function noRowsSeen(): SeenRows {
  return { stockNumbers: new Map(), externalIds: new Map(), phones: new Map(), emails: new Map() };
}

/**
 * Remembers a piece, or says that its stock number stands in an earlier row, which it names; the later row is
 * the wrong one. A scanner's case is not to be trusted, so `ab-1` is `AB-1`.
 */
export function findPieceTwice(
  seen: SeenRows,
  piece: PieceDraft,
  rowNumber: number,
): RowError | undefined {
  const first = remember(seen.stockNumbers, piece.stockNumber.toUpperCase(), rowNumber);
  if (first === undefined) return undefined;
  return {
    field: 'stockNumber',
    code: 'IMPORT_STOCK_NUMBER_TWICE',
    value: safeExcerpt(piece.stockNumber),
    firstRowNumber: first,
  };
}

/** An error when the row is a customer again; warnings when it only shares something. */
export interface CustomerTwice {
  readonly error?: RowError;
  readonly warnings: readonly RowWarning[];
}

/**
 * Remembers a customer. The other system's key in an earlier row is an error; a shared phone or e-mail only a
 * warning: families share phones (docs/rules.md, Customers).
 */
export function findCustomerTwice(
  seen: SeenRows,
  customer: CustomerDraft,
  rowNumber: number,
): CustomerTwice {
  const { externalId, phoneE164, email } = customer;
  const first =
    externalId === undefined ? undefined : remember(seen.externalIds, externalId, rowNumber);
  if (externalId !== undefined && first !== undefined) {
    const value = safeExcerpt(externalId);
    return {
      error: { field: 'externalId', code: 'IMPORT_CUSTOMER_TWICE', value, firstRowNumber: first },
      warnings: [],
    };
  }
  const warnings: RowWarning[] = [];
  const shared = (
    field: string,
    code: 'PHONE_SHARED' | 'EMAIL_SHARED',
    seenBy: Map<string, number>,
    value?: string,
  ) => {
    const firstRowNumber = value === undefined ? undefined : remember(seenBy, value, rowNumber);
    if (value !== undefined && firstRowNumber !== undefined)
      warnings.push({ field, code, value, firstRowNumber });
  };
  shared('phone', 'PHONE_SHARED', seen.phones, phoneE164);
  shared('email', 'EMAIL_SHARED', seen.emails, email);
  return { warnings };
}

/** The row that held the key first; undefined when this one does. */
function remember(rows: Map<string, number>, key: string, rowNumber: number): number | undefined {
  const first = rows.get(key);
  if (first === undefined) rows.set(key, rowNumber);
  return first;
}
