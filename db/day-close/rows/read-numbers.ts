import { and, eq, sql } from 'drizzle-orm';
import { numberRuns } from '#shared/day-close/figures/number-runs.ts';
import type { ZRows } from '#shared/day-close/figures/z-rows.ts';
import { DOCUMENT_LETTERS } from '#shared/document-number.ts';
import { approval, quote } from '../../sales/counter-tables.ts';
import { sale } from '../../sales/tables.ts';
import { register } from '../../settings/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { LastZ } from './find-last-z.ts';

/**
 * The numbers that a day used, and the last ones before it. A sale belongs to its drawer; papers without a drawer
 * (quotes, memos on approval) to the first Z after them, so that each number is told once whatever the clock said. M8.
 */
export function readNumbers(
  db: ReadDb,
  drawer: { readonly drawerSessionId: string; readonly registerId: string },
  last: LastZ,
  dayCloseNumber?: string,
): Pick<ZRows, 'numbers' | 'lastNumbers'> {
  const before = last.frozen?.lastNumbers;
  const numbers = [
    ...salesOf(db)
      .all({ storeId: db.storeId, drawerSessionId: drawer.drawerSessionId })
      .map((row) => row.number),
    ...papersSince(db, drawer.registerId, before ?? []),
    ...(dayCloseNumber === undefined ? [] : [dayCloseNumber]),
  ];
  return { numbers, lastNumbers: before ?? (last.hasClosed ? justBefore(numbers) : []) };
}

/** The last number of every series after a day: those of the day, and of before it where the day used none. */
export function lastNumbersAfter({
  numbers,
  lastNumbers,
}: Pick<ZRows, 'numbers' | 'lastNumbers'>): readonly string[] {
  const today = numberRuns(numbers, lastNumbers).map((run) => run.last);
  const used = new Set(today.map(seriesOf));
  return [...lastNumbers.filter((number) => !used.has(seriesOf(number))), ...today].toSorted();
}

function papersSince(db: ReadDb, registerId: string, before: readonly string[]): string[] {
  const number = registerNumber(db).get({ storeId: db.storeId, id: registerId })?.number;
  if (number === undefined) return [];
  const told = new Map(before.map((each) => [seriesOf(each), counterOf(each)]));
  return [
    ...approvals(db).all(rangeOf(db, `${DOCUMENT_LETTERS.approval}${number}`)),
    ...quotes(db).all(rangeOf(db, `${DOCUMENT_LETTERS.quote}${number}`)),
  ]
    .map((row) => row.number)
    .filter((each) => new RegExp(String.raw`^[A-Z]${number}[A-Z]*-`).test(each))
    .filter((each) => counterOf(each) > (told.get(seriesOf(each)) ?? 0));
}

/** A register that closed days before numbers were kept: its series begin where this day found them. */
function justBefore(numbers: readonly string[]): readonly string[] {
  return numberRuns(numbers, []).map(
    ({ first }) => `${seriesOf(first)}-${Math.max(0, counterOf(first) - 1)}`,
  );
}

const seriesOf = (number: string) => number.slice(0, number.lastIndexOf('-'));
const counterOf = (number: string) => Number(number.slice(number.lastIndexOf('-') + 1));
const rangeOf = (db: ReadDb, from: string) => ({
  storeId: db.storeId,
  from,
  to: `${from}\u{10FFFF}`,
});

const salesOf = prepared((orm) =>
  orm
    .select({ number: sale.number })
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .prepare(),
);

const registerNumber = prepared((orm) =>
  orm
    .select({ number: register.number })
    .from(register)
    .where(
      and(eq(register.storeId, sql.placeholder('storeId')), eq(register.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const approvals = prepared((orm) =>
  orm
    .select({ number: approval.number })
    .from(approval)
    .where(
      sql`${approval.storeId} = ${sql.placeholder('storeId')} and ${approval.number} >= ${sql.placeholder('from')} and ${approval.number} < ${sql.placeholder('to')}`,
    )
    .prepare(),
);

const quotes = prepared((orm) =>
  orm
    .select({ number: quote.number })
    .from(quote)
    .where(
      sql`${quote.storeId} = ${sql.placeholder('storeId')} and ${quote.number} >= ${sql.placeholder('from')} and ${quote.number} < ${sql.placeholder('to')}`,
    )
    .prepare(),
);
