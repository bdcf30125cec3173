import { type Cents, cents, MAX_AMOUNT_CENTS, parseCents, type Thousandths } from '../money.ts';
import type { RowErrorCode } from './import-row.ts';
import { unguarded } from './read-cell.ts';

/** An amount or count out of a cell: its value, nothing (`empty`), or why it is neither. */
export type CellNumber<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly code: RowErrorCode };

/** Longer than any amount a person could mean. */
const LONGEST_NUMBER = 40;
const DOLLAR_WORDS = /^(?:USD|US(?=\s?\$))\s*|\s*USD$/gi;
const OTHER_CURRENCY =
  /\b(?:EUR|GBP|CAD|AUD|NZD|MXN|JPY|CNY|RMB|INR|CHF|SEK|NOK|DKK|PLN|CZK|BRL|HKD|SGD|ILS|ZAR|KRW|TRY|AED|THB)\b|[A-Z]{1,2}\$|\bkr\b/i;
const DECIMAL_COMMA = /^[-−(]?\$?\s*(?:\d{1,3}(?:[. '’]\d{3})+|\d+),(?:\d{1,2})\s*\)?$/;

/** A price or cost in US notation, zero or more. `(12.50)` is negative and refused, `£4,250.00` is no dollar. */
export function readPrice(raw: string): CellNumber<Cents> {
  const read = readSignedAmount(raw);
  return read.kind === 'value' && read.value < 0 ? refused('AMOUNT_NEGATIVE') : read;
}

/** As `readPrice` for what may be below zero: `-$161.55` and `(12.50)`, what came back. */
export function readSignedAmount(raw: string): CellNumber<Cents> {
  const text = unguarded(raw.slice(0, LONGEST_NUMBER + 2))
    .normalize('NFKC')
    .trim();
  if (text === '' && raw.length <= LONGEST_NUMBER) return { kind: 'empty' };
  if (raw.length > LONGEST_NUMBER || !/\d/.test(text)) return refused('AMOUNT_NOT_MONEY');
  const dollars = text.replaceAll(DOLLAR_WORDS, '');
  if (OTHER_CURRENCY.test(dollars) || /\p{Sc}/u.test(dollars.replaceAll('$', ''))) {
    return refused('AMOUNT_FOREIGN_CURRENCY');
  }
  // Four decimals are a cents column; three may be a thousand written with a point.
  const plain = dollars.replace(/(\.\d\d)00+(?=\s*\)?$)/, '$1');
  if (DECIMAL_COMMA.test(plain)) return refused('AMOUNT_DECIMAL_COMMA');
  if (/^\$?\d{13,}(?:\.\d*)?$/.test(plain.replaceAll(',', ''))) return refused('AMOUNT_TOO_LARGE');
  const amount = parseCents(plain);
  if (amount === undefined) return refused('AMOUNT_NOT_MONEY');
  if (Math.abs(amount) > MAX_AMOUNT_CENTS) return refused('AMOUNT_TOO_LARGE');
  return { kind: 'value', value: cents(amount) };
}

const QUANTITY = /^([-−(])?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?\s*\)?$/;

/** A quantity on hand in thousandths, more than nothing and at most 9,999: the same that a person may type. */
export function readQuantity(raw: string): CellNumber<Thousandths> {
  const text = unguarded(raw.slice(0, LONGEST_NUMBER + 2))
    .normalize('NFKC')
    .trim();
  if (text === '' && raw.length <= LONGEST_NUMBER) return { kind: 'empty' };
  const match = raw.length > LONGEST_NUMBER ? null : QUANTITY.exec(text);
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || (match[2] === undefined && match[3] === undefined) || fraction.length > 3) {
    return refused('QUANTITY_NOT_NUMBER');
  }
  const whole = (match[2] ?? '0').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const thousandths = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  if (thousandths === 0) return refused('QUANTITY_ZERO');
  if (match[1] !== undefined) return refused('QUANTITY_NEGATIVE');
  if (thousandths > 9_999_000) return refused('QUANTITY_TOO_LARGE');
  return { kind: 'value', value: thousandths as Thousandths };
}

/** As `readQuantity` for what may have come back: `-1.0` is one less. */
export function readSignedQuantity(raw: string): CellNumber<Thousandths> {
  const negative = /^\s*[-−]([^-−].*)$/s.exec(raw)?.[1];
  const read = readQuantity(negative ?? raw);
  if (negative === undefined || read.kind !== 'value') return read;
  return { kind: 'value', value: (0 - read.value) as Thousandths };
}

function refused(code: RowErrorCode): { readonly kind: 'refused'; readonly code: RowErrorCode } {
  return { kind: 'refused', code };
}
