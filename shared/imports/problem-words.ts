import type { RowError, RowErrorCode } from './import-row.ts';

const WORDS: Readonly<Record<RowErrorCode, string>> = {
  ROW_TOO_LONG:
    'The row has more values than the file has columns. Put a text that holds a comma in quotes.',
  ROW_QUOTE_BROKEN: 'A quotation mark is missing or stands in the middle of a value.',
  ROW_NOT_AN_OBJECT: 'This entry of the list cannot be read.',
  FIELD_REQUIRED: 'This must be filled in.',
  NAME_REQUIRED: 'Give a first name, a last name or a company.',
  TEXT_TOO_LONG: 'The text is too long.',
  TEXT_HAS_CONTROL_CHARACTER: 'The text holds invisible control characters. Type it again.',
  TEXT_IS_CARD_NUMBER: 'This looks like a payment card number. Card numbers are never stored.',
  AMOUNT_NOT_MONEY: 'This is not an amount. Write it like 1,240.00.',
  AMOUNT_FOREIGN_CURRENCY: 'This is another currency. Write the amount in US dollars.',
  AMOUNT_DECIMAL_COMMA: 'Write cents after a point, like 1240.50, not after a comma.',
  AMOUNT_NEGATIVE: 'The amount is below zero.',
  AMOUNT_TOO_LARGE: 'The amount is above $10,000,000.',
  QUANTITY_NOT_NUMBER: 'This is not a quantity. Write it like 1 or 2.5.',
  QUANTITY_ZERO: 'The quantity is zero. Only what is in the store is imported.',
  QUANTITY_NEGATIVE: 'The quantity is below zero.',
  QUANTITY_TOO_LARGE: 'The quantity is above 9,999.',
  PIECE_NOT_IN_STORE:
    'The old system says that it is sold or gone. Only what is in the store is imported.',
  DATE_NOT_KNOWN: 'This is not a date. Write it like 8/22/2026.',
  YES_NO_UNKNOWN: 'Write yes or no.',
  IMPORT_STOCK_NUMBER_TWICE: 'An earlier row has this stock number.',
  IMPORT_CUSTOMER_TWICE: 'An earlier row has this customer.',
};

/** An error for the file of bad rows: field, value, sentence; the earlier row where there is one. */
export function problemInWords(error: RowError): string {
  const shown = error.value === '' ? '' : ` "${error.value}"`;
  const earlier = error.firstRowNumber === undefined ? '' : ` See row ${error.firstRowNumber}.`;
  return `${error.field}${shown}: ${WORDS[error.code]}${earlier}`;
}
