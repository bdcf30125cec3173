import { count, desc, eq, sql } from 'drizzle-orm';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import {
  beginsWords,
  type CustomerQuery,
  matchRank,
  readCustomerQuery,
} from '#shared/customers/search-query.ts';
import { withoutUmlautE } from '#shared/search-text.ts';
import { MOST_RANKED, prefixMatch } from '../write-path/prefix-match.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { customerListColumns, summaryOf } from './find-customer.ts';
import { customerFts } from './index-customer.ts';
import { customerLookup } from './tables.ts';

export interface SearchCustomersInput {
  readonly text: string;
  /** 50 where it is left out. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface FoundCustomers {
  readonly rows: readonly CustomerSummary[];
  /** How many there are in all, beyond this page. */
  readonly total: number;
}

/**
 * Customers by phone, last 4, name, company, town or e-mail, accents aside; best first: exact number, last 4,
 * beginning of a name, rest; within each the latest visit first (docs/rules.md, Customers). Letters after digits narrow.
 * An e-mail is looked up by its beginning. An empty text lists everyone. The first 500 hits are ranked, the rest follow as they were added, newest first.
 */
export function searchCustomers(
  db: ReadDb,
  { text, limit = 50, offset = 0 }: SearchCustomersInput,
): FoundCustomers {
  const match = matchOf(readCustomerQuery(text));
  if (match === '') return listEveryone(db, limit, offset);
  const ranked = rankedHits(db, text);
  const isAll = ranked.length < MOST_RANKED;
  const total = isAll
    ? ranked.length
    : Math.max(ranked.length, countMatches(db).get({ match })?.n ?? 0);
  const rows =
    offset < ranked.length || isAll
      ? ranked.slice(offset, offset + limit)
      : matches(db).all({ match, limit, offset });
  return { rows: rows.map(summaryOf), total };
}

/** The best hits alone, for the one box: how many there are in all is not asked, and counting them costs the most. */
export function bestCustomers(db: ReadDb, text: string, limit: number): readonly CustomerSummary[] {
  return rankedHits(db, text).slice(0, limit).map(summaryOf);
}

function rankedHits(db: ReadDb, text: string): readonly Hit[] {
  const typed = text.trim().toLowerCase();
  if (typed.includes('@')) {
    const hits = byEmail(db).all({ from: typed, to: `${typed}\u{10ffff}`, limit: MOST_RANKED });
    if (hits.length > 0) return hits;
  }
  const query = readCustomerQuery(text);
  const match = matchOf(query);
  return match === '' ? [] : rankHits(query, firstHits(db, query, match));
}

const matchOf = ({ digits, words }: CustomerQuery): string =>
  prefixMatch(`${digits} ${words}`.trim(), withoutUmlautE);

/** Newest visit first; who was never here stands by when they were added. */
function listEveryone(db: ReadDb, limit: number, offset: number): FoundCustomers {
  const rows = everyone(db).all({ limit, offset }).map(summaryOf);
  return { rows, total: countEveryone(db).get()?.n ?? 0 };
}

/** Exact ends of phones have an index of their own, so that an area code's thousands cannot crowd them out. */
function firstHits(db: ReadDb, query: CustomerQuery, match: string): readonly Hit[] {
  const byLast4 =
    query.digits.length === 4
      ? last4(db)
          .all({ last4: query.digits, limit: MOST_RANKED })
          .filter((hit) => beginsWords(query.words, hit.foldedName))
      : [];
  const seen = new Set(byLast4.map((hit) => hit.customerId));
  const byWords = matches(db).all({ match, limit: MOST_RANKED, offset: 0 });
  return [...byLast4, ...byWords.filter((hit) => !seen.has(hit.customerId))].slice(0, MOST_RANKED);
}

function rankHits(query: CustomerQuery, hits: readonly Hit[]): readonly Hit[] {
  return hits
    .map((hit) => ({ hit, rank: matchRank(query, hit) }))
    .toSorted((a, b) => a.rank - b.rank || b.hit.lastVisitAtMs - a.hit.lastVisitAtMs)
    .map(({ hit }) => hit);
}

type Hit = NonNullable<ReturnType<ReturnType<typeof matches>['all']>[number]>;

const hitColumns = {
  ...customerListColumns,
  foldedName: customerLookup.foldedName,
  phoneDigits: customerLookup.phoneDigits,
  lastVisitAtMs: customerLookup.lastVisitAtMs,
};

const matches = prepared((orm) =>
  orm
    .select(hitColumns)
    .from(customerFts)
    .innerJoin(customerLookup, eq(customerLookup.seq, customerFts.rowid))
    .where(sql`${customerFts} match ${sql.placeholder('match')}`)
    .orderBy(desc(customerFts.rowid))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countMatches = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(customerFts)
    .where(sql`${customerFts} match ${sql.placeholder('match')}`)
    .prepare(),
);

const last4 = prepared((orm) =>
  orm
    .select(hitColumns)
    .from(customerLookup)
    .where(eq(customerLookup.phoneLast4, sql.placeholder('last4')))
    .orderBy(desc(customerLookup.lastVisitAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The shortest first: who typed all of an e-mail finds that one above its longer neighbours. */
const byEmail = prepared((orm) =>
  orm
    .select(hitColumns)
    .from(customerLookup)
    .where(
      sql`${customerLookup.email} <> '' and ${customerLookup.email} >= ${sql.placeholder('from')}
        and ${customerLookup.email} < ${sql.placeholder('to')}`,
    )
    .orderBy(customerLookup.email)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const everyone = prepared((orm) =>
  orm
    .select(customerListColumns)
    .from(customerLookup)
    .orderBy(desc(customerLookup.lastVisitAtMs))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countEveryone = prepared((orm) => orm.select({ n: count() }).from(customerLookup).prepare());
