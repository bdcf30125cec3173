import { type Cents, cents, negateCents } from '../money.ts';
import { type AccountCode, accountPosition, detailOf } from './accounts.ts';

/** One row of a document's journal. Debit positive, never zero. */
export interface JournalRow {
  readonly account: AccountCode;
  /** Agency, provider, tender or reason code where the account has details; else empty. */
  readonly detail: string;
  readonly amountCents: Cents;
}

/** A row before it is merged: any number of them may meet on one account. */
export interface Posting {
  readonly account: AccountCode;
  readonly detail?: string;
  /** Debit positive. */
  readonly amountCents: number;
}

/**
 * The journal of one document: one row per account and detail, in the order of the chart, none of them zero.
 * M2: the rows sum to 0. Postings that do not, and a detail on an account without details, are bugs and throw.
 */
export function journalOf(postings: readonly Posting[]): readonly JournalRow[] {
  for (const { account, detail = '' } of postings) {
    if (detail !== '' && detailOf(account) === undefined)
      throw new Error(`${account} has no details`);
  }
  const rows = merged(postings);
  const offCents = rows.reduce((sum, row) => sum + row.amountCents, 0);
  if (offCents !== 0) throw new Error(`a journal is off by ${offCents} cents`);
  return rows;
}

/**
 * Totals by account and detail over any number of journals: a day, a period, what a sale and its corrections come to
 * together. The same rows in any order give the same totals. M2.
 */
export function totalsByAccount(
  journals: readonly (readonly JournalRow[])[],
): readonly JournalRow[] {
  return merged(journals.flat());
}

/** The exact opposite of a journal. */
export function reversed(rows: readonly JournalRow[]): readonly JournalRow[] {
  return rows.map((row) => ({ ...row, amountCents: negateCents(row.amountCents) }));
}

function merged(postings: readonly Posting[]): readonly JournalRow[] {
  const rows = new Map<string, JournalRow>();
  for (const { account, detail = '', amountCents } of postings) {
    const key = `${account} ${detail}`;
    const before = rows.get(key)?.amountCents ?? 0;
    rows.set(key, { account, detail, amountCents: cents(before + amountCents) });
  }
  return [...rows.values()].filter((row) => row.amountCents !== 0).toSorted(byChart);
}

/** By code unit, not by language: every register must list the same rows in the same order. */
function byChart(a: JournalRow, b: JournalRow): number {
  const apart = accountPosition(a.account) - accountPosition(b.account);
  if (apart !== 0) return apart;
  return a.detail < b.detail ? -1 : a.detail > b.detail ? 1 : 0;
}
