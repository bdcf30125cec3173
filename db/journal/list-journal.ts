import { asc, sql } from 'drizzle-orm';
import type { AccountCode } from '#shared/journal/accounts.ts';
import { type JournalRow, totalsByAccount } from '#shared/journal/journal-row.ts';
import type { Cents } from '#shared/money.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { JournalDocumentKind } from './post-document.ts';
import { journalRow } from './tables.ts';

/** The rows of a document, in the order of the chart; empty where it was not posted. */
export function listJournal(
  db: ReadDb,
  kind: JournalDocumentKind,
  documentId: string,
): readonly JournalRow[] {
  return ofDocument(db).all({ kind, documentId }).map(rowOf);
}

/** What a drawer session came to by account and detail, in the order of the chart, zero totals left out. M2: they sum to 0. */
export function sessionTotals(db: ReadDb, drawerSessionId: string): readonly JournalRow[] {
  return totalsByAccount([ofSession(db).all({ drawerSessionId }).map(rowOf)]);
}

/** The documents that were booked in a drawer session: `sale <id>`. One that moved no money is none. */
export function sessionDocuments(db: ReadDb, drawerSessionId: string): readonly string[] {
  return documentsOf(db)
    .all({ drawerSessionId })
    .map(({ kind, id }) => `${kind} ${id}`);
}

function rowOf(row: { account: string; detail: string; amountCents: number }): JournalRow {
  const { account, detail, amountCents } = row;
  return { account: account as AccountCode, detail, amountCents: amountCents as Cents };
}

const ofDocument = prepared((orm) =>
  orm
    .select({
      account: journalRow.account,
      detail: journalRow.detail,
      amountCents: journalRow.amountCents,
    })
    .from(journalRow)
    .where(
      sql`${journalRow.documentKind} = ${sql.placeholder('kind')} and ${journalRow.documentId} = ${sql.placeholder('documentId')}`,
    )
    .orderBy(asc(journalRow.position))
    .prepare(),
);

const documentsOf = prepared((orm) =>
  orm
    .selectDistinct({ kind: journalRow.documentKind, id: journalRow.documentId })
    .from(journalRow)
    .where(sql`${journalRow.drawerSessionId} = ${sql.placeholder('drawerSessionId')}`)
    .orderBy(journalRow.documentKind, journalRow.documentId)
    .prepare(),
);

const ofSession = prepared((orm) =>
  orm
    .select({
      account: journalRow.account,
      detail: journalRow.detail,
      amountCents: sql<number>`sum(${journalRow.amountCents})`,
    })
    .from(journalRow)
    .where(sql`${journalRow.drawerSessionId} = ${sql.placeholder('drawerSessionId')}`)
    .groupBy(journalRow.account, journalRow.detail)
    .having(sql`sum(${journalRow.amountCents}) <> 0`)
    .prepare(),
);
