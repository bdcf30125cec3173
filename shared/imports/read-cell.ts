import { containsCardNumber } from '../card-number.ts';
import { hasControlCharacter } from '../control-characters.ts';
import { hadCardNumber, holdsCardNumber } from './card-in-cell.ts';
import {
  cellText,
  type ImportMapping,
  type ImportRow,
  type RowError,
  type RowErrorCode,
  type RowWarning,
  type RowWarningCode,
} from './import-row.ts';
import { safeExcerpt } from './safe-excerpt.ts';

/** A row while it is read; problems gather, so that staff see all of a row's at once. */
export interface OpenRow {
  readonly row: ImportRow;
  readonly mapping: ImportMapping;
  readonly errors: RowError[];
  readonly warnings: RowWarning[];
}

/** Begins a row with what its shape says: too long or broken is an error, too short a warning. */
export function openRow(row: ImportRow, mapping: ImportMapping): OpenRow {
  const open: OpenRow = { row, mapping, errors: [], warnings: [] };
  for (const code of row.problems) {
    if (code === 'ROW_TOO_SHORT') warn(open, 'row', code, '');
    else fail(open, 'row', code, row.extraCells.join(' '));
  }
  return open;
}

/** Adds an error; the value is made safe to show. */
export function fail(open: OpenRow, field: string, code: RowErrorCode, value: string): void {
  open.errors.push({ field, code, value: safeExcerpt(value) });
}

/** Adds a warning; the value is made safe to show. */
export function warn(open: OpenRow, field: string, code: RowWarningCode, value: string): void {
  open.warnings.push({ field, code, value: safeExcerpt(value) });
}

/** True when the file has a column for the field. */
export function isMapped(mapping: ImportMapping, field: string): boolean {
  return mapping[field] !== undefined;
}

/** The untouched cell of a field. */
export function rawCell(open: OpenRow, field: string): string {
  return cellText(open.row, open.mapping[field]);
}

// A file of bad rows writes `'=…` so that no spreadsheet runs it; here the mark goes again.
const ESCAPED_FORMULA = /^'(?=[=+\-@\t\r＝＋－＠])/;
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;
const LINE_BREAKS = /[^\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]\s*/g;

const withoutBreaks = (value: string) => value.replaceAll(LINE_BREAKS, ' ');
const withLineFeeds = (value: string) => value.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');

/** One line of text: trimmed, NFC, line breaks as one space. '' when the cell is empty or was refused. */
export function readText(open: OpenRow, field: string, maxLength: number): string {
  return plainText(open, field, maxLength, withoutBreaks);
}

/** As `readText`, and keeps line breaks as line feeds (notes). */
export function readLines(open: OpenRow, field: string, maxLength: number): string {
  return plainText(open, field, maxLength, withLineFeeds);
}

function plainText(
  open: OpenRow,
  field: string,
  maxLength: number,
  foldBreaks: (value: string) => string,
): string {
  const raw = rawCell(open, field).replace(ESCAPED_FORMULA, '');
  const text = checkText(open, field, raw, maxLength, foldBreaks, containsCardNumber);
  if (text !== '' && FORMULA.test(raw)) warn(open, field, 'TEXT_LOOKS_LIKE_FORMULA', text);
  return text;
}

/**
 * A stock number, style, zip or phone: text that other systems guard against spreadsheets with a leading `'` or
 * as `="00012"`. Both guards go, zeros stay.
 */
export function readCode(open: OpenRow, field: string, maxLength: number): string {
  return codeText(open, field, maxLength, containsCardNumber);
}

/** As `readCode` for the other system's key, which may have 13 digits that check like a card's by chance. */
export function readKey(open: OpenRow, field: string, maxLength: number): string {
  return codeText(open, field, maxLength, holdsCardNumber);
}

function codeText(
  open: OpenRow,
  field: string,
  maxLength: number,
  isCard: (text: string) => boolean,
): string {
  const raw = unguarded(rawCell(open, field));
  const text = checkText(open, field, raw, maxLength, withoutBreaks, isCard);
  if (/^[=@＝＠]/.test(text)) warn(open, field, 'TEXT_LOOKS_LIKE_FORMULA', text);
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(text)) warn(open, field, 'CODE_ROUNDED_BY_SPREADSHEET', text);
  return text;
}

/** A cell without the marks that keep spreadsheets from computing it. */
export function unguarded(raw: string): string {
  const text = raw.trim();
  const asFormula = /^="([^"]*)"$/.exec(text);
  return asFormula?.[1] ?? text.replace(/^'/, '');
}

/** Yes or no in the words exports use; undefined when the cell is empty or, with an error, when it says neither. */
export function readYesNo(open: OpenRow, field: string): boolean | undefined {
  const raw = rawCell(open, field);
  const answer = yesOrNo(raw);
  if (answer === undefined && raw.trim() !== '') fail(open, field, 'YES_NO_UNKNOWN', raw);
  return answer;
}

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'si', 'sí', 'subscribed']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'unsubscribed', 'not subscribed']);

/** What a cell answers; undefined when it answers nothing. */
export function yesOrNo(raw: string): boolean | undefined {
  const word = unguarded(raw.slice(0, 40)).trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** The rules of `typedText` in shared/fields.ts, with the length first: a huge cell is not worked on. */
function checkText(
  open: OpenRow,
  field: string,
  raw: string,
  maxLength: number,
  foldBreaks: (value: string) => string,
  isCard: (text: string) => boolean,
): string {
  if (raw.length > maxLength * 4) return refused(open, field, 'TEXT_TOO_LONG', raw);
  const text = foldBreaks(raw.normalize('NFC').trim());
  if (isCard(text) || hadCardNumber(text)) return refused(open, field, 'TEXT_IS_CARD_NUMBER', '');
  if (text.length > maxLength) return refused(open, field, 'TEXT_TOO_LONG', raw);
  if (hasControlCharacter(text.replaceAll('\n', ' ')))
    return refused(open, field, 'TEXT_HAS_CONTROL_CHARACTER', raw);
  if (text.includes('\uFFFD')) warn(open, field, 'TEXT_LOST_CHARACTER', text);
  return text;
}

function refused(open: OpenRow, field: string, code: RowErrorCode, value: string): '' {
  fail(open, field, code, value);
  return '';
}
