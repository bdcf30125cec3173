import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Cents } from '#shared/money.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { houseAccount, houseAccountEntry } from './tables.ts';

export type HouseAccountRow = typeof houseAccount.$inferSelect;
export type HouseAccountEntryRow = typeof houseAccountEntry.$inferSelect;

/** The account of a customer; undefined where none was opened, or it was closed. */
export function findHouseAccount(db: ReadDb, customerId: string): HouseAccountRow | undefined {
  return accountOf(db).get({ storeId: db.storeId, id: customerId });
}

/** What a customer owes, or owed at a moment, in cents; negative: paid ahead. */
export function accountBalance(
  db: ReadDb,
  customerId: string,
  untilMs = Number.MAX_SAFE_INTEGER,
): Cents {
  return (balanceOf(db).get({ storeId: db.storeId, customerId, untilMs })?.cents ?? 0) as Cents;
}

/** All that moved on an account, oldest first. */
export function listAccountEntries(
  db: ReadDb,
  customerId: string,
): readonly HouseAccountEntryRow[] {
  return entriesOf(db).all({ storeId: db.storeId, customerId });
}

/** One entry; undefined when there is none. */
export function findAccountEntry(db: ReadDb, id: string): HouseAccountEntryRow | undefined {
  return entryById(db).get({ storeId: db.storeId, id });
}

/** Everybody with an account or an entry, by id. */
export function listAccountHolders(db: ReadDb): readonly string[] {
  return holders(db)
    .all({ storeId: db.storeId })
    .map((row) => row.customerId);
}

const ofCustomer = and(
  eq(houseAccountEntry.storeId, sql.placeholder('storeId')),
  eq(houseAccountEntry.customerId, sql.placeholder('customerId')),
);

const accountOf = prepared((orm) =>
  orm
    .select()
    .from(houseAccount)
    .where(
      and(
        eq(houseAccount.storeId, sql.placeholder('storeId')),
        eq(houseAccount.id, sql.placeholder('id')),
        isNull(houseAccount.archivedAtMs),
      ),
    )
    .prepare(),
);

const balanceOf = prepared((orm) =>
  orm
    .select({ cents: sql<number | null>`sum(${houseAccountEntry.amountCents})` })
    .from(houseAccountEntry)
    .where(and(ofCustomer, lte(houseAccountEntry.atMs, sql.placeholder('untilMs'))))
    .prepare(),
);

const entriesOf = prepared((orm) =>
  orm
    .select()
    .from(houseAccountEntry)
    .where(ofCustomer)
    .orderBy(
      asc(houseAccountEntry.businessDate),
      asc(houseAccountEntry.atMs),
      asc(houseAccountEntry.id),
    )
    .prepare(),
);

const entryById = prepared((orm) =>
  orm
    .select()
    .from(houseAccountEntry)
    .where(
      and(
        eq(houseAccountEntry.storeId, sql.placeholder('storeId')),
        eq(houseAccountEntry.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const holders = prepared((orm) =>
  orm
    .select({ customerId: houseAccountEntry.customerId })
    .from(houseAccountEntry)
    .where(eq(houseAccountEntry.storeId, sql.placeholder('storeId')))
    .union(
      orm
        .select({ customerId: houseAccount.id })
        .from(houseAccount)
        .where(
          and(
            eq(houseAccount.storeId, sql.placeholder('storeId')),
            isNull(houseAccount.archivedAtMs),
          ),
        ),
    )
    .prepare(),
);
