/** One record of a file as its parser saw it; values are untouched text. */
export interface ImportRow {
  /** What a spreadsheet shows beside the row: the header is row 1. */
  readonly rowNumber: number;
  /** By unique header. Read it through `cellText`, which answers own keys only. */
  readonly cells: Readonly<Record<string, string>>;
  /** Values right of the last header, kept so that a file of bad rows loses nothing. */
  readonly extraCells: readonly string[];
  /** What is wrong with the row as a whole, before any field is read. */
  readonly problems: readonly RowShapeProblem[];
}

/** What a parser finds wrong with a row as a whole. */
export type RowShapeProblem =
  | 'ROW_TOO_LONG'
  | 'ROW_TOO_SHORT'
  | 'ROW_QUOTE_BROKEN'
  | 'ROW_NOT_AN_OBJECT';

/** Why a row is not imported. */
export type RowErrorCode =
  | 'ROW_TOO_LONG'
  | 'ROW_QUOTE_BROKEN'
  | 'ROW_NOT_AN_OBJECT'
  | 'FIELD_REQUIRED'
  | 'NAME_REQUIRED'
  | 'TEXT_TOO_LONG'
  | 'TEXT_HAS_CONTROL_CHARACTER'
  | 'TEXT_IS_CARD_NUMBER'
  | 'AMOUNT_NOT_MONEY'
  | 'AMOUNT_FOREIGN_CURRENCY'
  | 'AMOUNT_DECIMAL_COMMA'
  | 'AMOUNT_NEGATIVE'
  | 'AMOUNT_TOO_LARGE'
  | 'QUANTITY_NOT_NUMBER'
  | 'QUANTITY_ZERO'
  | 'QUANTITY_NEGATIVE'
  | 'QUANTITY_TOO_LARGE'
  | 'PIECE_NOT_IN_STORE'
  | 'DATE_NOT_KNOWN'
  | 'YES_NO_UNKNOWN'
  | 'IMPORT_STOCK_NUMBER_TWICE'
  | 'IMPORT_CUSTOMER_TWICE';

/** What staff should look at although the row is imported. */
export type RowWarningCode =
  | 'ROW_TOO_SHORT'
  | 'TEXT_LOOKS_LIKE_FORMULA'
  | 'TEXT_LOST_CHARACTER'
  | 'CODE_ROUNDED_BY_SPREADSHEET'
  | 'PRICE_ZERO'
  | 'COST_ABOVE_PRICE'
  | 'QUANTITY_MISSING'
  | 'PIECE_PROMISED'
  | 'SALE_CAME_BACK'
  | 'PHONE_NOT_VALID'
  | 'PHONE_SHARED'
  | 'EMAIL_NOT_VALID'
  | 'EMAIL_SHARED'
  | 'ZIP_UNUSUAL'
  | 'TAX_EXEMPT_NOT_PROVEN'
  | 'LANGUAGE_UNKNOWN'
  | 'ASKED_ELSEWHERE_UNKNOWN';

/** One thing wrong in one field. */
export interface RowProblem<Code extends string> {
  /** The target field; `row` when the row as a whole is meant. */
  readonly field: string;
  readonly code: Code;
  /** What the cell held: at most 80 characters, no control characters, empty where it was a card number. */
  readonly value: string;
  /** For what stands in the file twice: the earlier row. */
  readonly firstRowNumber?: number;
}

/** One reason why a row is not imported. */
export type RowError = RowProblem<RowErrorCode>;
/** One thing to look at in a row that is imported. */
export type RowWarning = RowProblem<RowWarningCode>;

/** The header of the file for each target field; a field without one is not in the file. */
export interface ImportMapping {
  readonly [targetField: string]: string | undefined;
}

/** The value under a header, '' when the row has none. Headers are foreign: `constructor` must find nothing. */
export function cellText(row: ImportRow, header: string | undefined): string {
  if (header === undefined || !Object.hasOwn(row.cells, header)) return '';
  return row.cells[header] ?? '';
}
