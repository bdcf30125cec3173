import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReviewDocument, ReviewDocumentKind } from '#shared/review/kinds.ts';
import { giftCard, giftCardEntry, storeCreditEntry } from '../../gift-cards/tables.ts';
import { houseAccount, houseAccountEntry } from '../../house-accounts/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { idsIn } from '../touched-rows.ts';
import type { Detector } from './detector.ts';

/** M3: two registers spent one card. What they took beyond the balance is the cause. */
export const giftCardOverdrawn: Detector = {
  kind: 'gift_card_overdrawn',
  subjectsOf: {
    gift_card: (row) => idsIn(row, 'id'),
    gift_card_entry: (row) => idsIn(row, 'giftCardId'),
  },
  find: (db, giftCardId) =>
    // Until the card itself has arrived nobody knows what was put on it.
    cardById(db).get({ storeId: db.storeId, giftCardId }) === undefined
      ? []
      : beyond(db, CARD_ENTRIES, giftCardId, 0),
  candidates: (db) => owing(db, CARD_ENTRIES),
};

/** A code was given out twice: whoever holds it, may spend either card. */
export const giftCardCodeTwice: Detector = {
  kind: 'gift_card_code_twice',
  subjectsOf: { gift_card: (row) => idsIn(row, 'code') },
  find: (db, code) => {
    const cards = cardsWithCode(db).all({ storeId: db.storeId, code });
    return cards.length > 1
      ? cards.map(({ id }) => ({ documentKind: 'gift_card', documentId: id }))
      : [];
  },
  candidates: (db) =>
    codesTwice(db)
      .all()
      .map((row) => row.code),
};

export const storeCreditOverdrawn: Detector = {
  kind: 'store_credit_overdrawn',
  subjectsOf: { store_credit_entry: (row) => idsIn(row, 'customerId') },
  find: (db, customerId) => beyond(db, CREDIT_ENTRIES, customerId, 0),
  candidates: (db) => owing(db, CREDIT_ENTRIES),
};

/** Two registers charged one account up to its limit each. Fees and checks that came back may pass it unasked. */
export const houseAccountOverLimit: Detector = {
  kind: 'house_account_over_limit',
  subjectsOf: {
    house_account: (row) => idsIn(row, 'id'),
    house_account_entry: (row) => idsIn(row, 'customerId'),
  },
  find: (db, customerId) => {
    const account = accountOf(db).get({ storeId: db.storeId, customerId });
    return account ? beyond(db, ACCOUNT_ENTRIES, customerId, account.limitCents) : [];
  },
  candidates: (db) =>
    accounts(db)
      .all()
      .map((row) => row.id),
};

/** Entries that make a balance. */
interface Ledger {
  readonly documentKind: ReviewDocumentKind;
  readonly entries: SQLiteTable;
  readonly id: SQLiteColumn;
  readonly storeId: SQLiteColumn;
  readonly subjectId: SQLiteColumn;
  readonly atMs: SQLiteColumn;
  /** What an entry takes: more than zero for what brings the balance nearer to its end. */
  readonly taken: SQL;
  /** Entries that somebody could have refused. */
  readonly refusable: SQL;
}

const CARD_ENTRIES: Ledger = {
  documentKind: 'gift_card_entry',
  entries: giftCardEntry,
  id: giftCardEntry.id,
  storeId: giftCardEntry.storeId,
  subjectId: giftCardEntry.giftCardId,
  atMs: giftCardEntry.atMs,
  taken: sql`-${giftCardEntry.amountCents}`,
  refusable: sql`${giftCardEntry.amountCents} < 0`,
};
const CREDIT_ENTRIES: Ledger = {
  documentKind: 'store_credit_entry',
  entries: storeCreditEntry,
  id: storeCreditEntry.id,
  storeId: storeCreditEntry.storeId,
  subjectId: storeCreditEntry.customerId,
  atMs: storeCreditEntry.atMs,
  taken: sql`-${storeCreditEntry.amountCents}`,
  refusable: sql`${storeCreditEntry.amountCents} < 0`,
};
const ACCOUNT_ENTRIES: Ledger = {
  documentKind: 'house_account_entry',
  entries: houseAccountEntry,
  id: houseAccountEntry.id,
  storeId: houseAccountEntry.storeId,
  subjectId: houseAccountEntry.customerId,
  atMs: houseAccountEntry.atMs,
  taken: sql`${houseAccountEntry.amountCents}`,
  refusable: sql`${houseAccountEntry.kind} = 'charge' and ${houseAccountEntry.amountCents} > 0`,
};

/** The entries that went beyond `mostCents`, by their own times; none while the balance as a whole does not. */
function beyond(
  db: ReadDb,
  ledger: Ledger,
  subjectId: string,
  mostCents: number,
): readonly ReviewDocument[] {
  const { documentKind, entries, id, storeId, atMs, taken, refusable } = ledger;
  const rows = db.orm.all<{ id: string }>(sql`
    select id from (
      select ${id} as id, ${refusable} as refusable, sum(${taken}) over () as whole,
        sum(${taken}) over (order by ${atMs}, ${id}) as so_far
      from ${entries} where ${storeId} = ${db.storeId} and ${ledger.subjectId} = ${subjectId})
    where whole > ${mostCents} and so_far > ${mostCents} and refusable`);
  return rows.map((row) => ({ documentKind, documentId: row.id }));
}

/** Subjects whose entries took more than they brought. */
function owing(db: ReadDb, { entries, subjectId, taken }: Ledger): readonly string[] {
  const rows = db.orm.all<{ id: string }>(
    sql`select ${subjectId} as id from ${entries} group by 1 having sum(${taken}) > 0`,
  );
  return rows.map((row) => row.id);
}

const cardById = prepared((orm) =>
  orm
    .select({ id: giftCard.id })
    .from(giftCard)
    .where(
      and(
        eq(giftCard.storeId, sql.placeholder('storeId')),
        eq(giftCard.id, sql.placeholder('giftCardId')),
      ),
    )
    .prepare(),
);

const cardsWithCode = prepared((orm) =>
  orm
    .select({ id: giftCard.id })
    .from(giftCard)
    .where(
      and(
        eq(giftCard.storeId, sql.placeholder('storeId')),
        eq(giftCard.code, sql.placeholder('code')),
      ),
    )
    .orderBy(asc(giftCard.id))
    .prepare(),
);

const codesTwice = prepared((orm) =>
  orm
    .select({ code: giftCard.code })
    .from(giftCard)
    .groupBy(giftCard.code)
    .having(sql`count(*) > 1`)
    .prepare(),
);

const accountOf = prepared((orm) =>
  orm
    .select({ limitCents: houseAccount.limitCents })
    .from(houseAccount)
    .where(
      and(
        eq(houseAccount.storeId, sql.placeholder('storeId')),
        eq(houseAccount.id, sql.placeholder('customerId')),
      ),
    )
    .prepare(),
);

const accounts = prepared((orm) =>
  orm.select({ id: houseAccount.id }).from(houseAccount).prepare(),
);
