import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { GiftCardBalance } from '#shared/gift-cards/contract.ts';
import type { Cents } from '#shared/money.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { giftCard, giftCardEntry, storeCreditEntry } from './tables.ts';

/** No entry is later. */
const EVER = Number.MAX_SAFE_INTEGER;

/** A card by its code as `code.ts` writes it; undefined for one this store never sold. */
export function findGiftCardByCode(
  db: ReadDb,
  code: string,
): typeof giftCard.$inferSelect | undefined {
  return cardByCode(db).get({ storeId: db.storeId, code });
}

export function findGiftCard(db: ReadDb, id: string): typeof giftCard.$inferSelect | undefined {
  return cardById(db).get({ storeId: db.storeId, id });
}

/**
 * M3: what is on a card is the sum of its entries, in cents; with a moment, what was on it once everything up to that had
 * happened.
 */
export function giftCardBalance(db: ReadDb, giftCardId: string, untilMs = EVER): Cents {
  return (cardSum(db).get({ storeId: db.storeId, giftCardId, untilMs })?.cents ?? 0) as Cents;
}

/** What this register took off a card after a moment, as positive cents. */
export function redeemedHereSince(
  db: ReadDb,
  giftCardId: string,
  registerId: string,
  afterMs: number,
): Cents {
  const key = { storeId: db.storeId, giftCardId, registerId, afterMs };
  return (0 - (redeemedHere(db).get(key)?.cents ?? 0)) as Cents;
}

/** What the store owes a customer, or owed at a moment, in cents. */
export function storeCreditBalance(db: ReadDb, customerId: string, untilMs = EVER): Cents {
  return (creditSum(db).get({ storeId: db.storeId, customerId, untilMs })?.cents ?? 0) as Cents;
}

/** One entry of store credit; undefined when there is none. */
export function findCreditEntry(
  db: ReadDb,
  id: string,
): typeof storeCreditEntry.$inferSelect | undefined {
  return creditEntryById(db).get({ storeId: db.storeId, id });
}

/** Cards with a balance at the end of a day, by code. */
export function listGiftCardBalances(db: ReadDb, asOf: string): readonly GiftCardBalance[] {
  return cardsAsOf(db)
    .all({ storeId: db.storeId, asOf })
    .map(({ giftCardId, code, balanceCents }) => ({
      giftCardId: giftCardId as GiftCardBalance['giftCardId'],
      code,
      balanceCents: balanceCents as Cents,
    }));
}

/** Customers with credit at the end of a day. */
export function listStoreCreditBalances(db: ReadDb, asOf: string) {
  return creditsAsOf(db).all({ storeId: db.storeId, asOf });
}

const cardByCode = prepared((orm) =>
  orm
    .select()
    .from(giftCard)
    .where(
      and(
        eq(giftCard.storeId, sql.placeholder('storeId')),
        eq(giftCard.code, sql.placeholder('code')),
      ),
    )
    .limit(1)
    .prepare(),
);

const cardById = prepared((orm) =>
  orm
    .select()
    .from(giftCard)
    .where(
      and(eq(giftCard.storeId, sql.placeholder('storeId')), eq(giftCard.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const ofCard = and(
  eq(giftCardEntry.storeId, sql.placeholder('storeId')),
  eq(giftCardEntry.giftCardId, sql.placeholder('giftCardId')),
);

const cardSum = prepared((orm) =>
  orm
    .select({ cents: sql<number | null>`sum(${giftCardEntry.amountCents})` })
    .from(giftCardEntry)
    .where(and(ofCard, lte(giftCardEntry.atMs, sql.placeholder('untilMs'))))
    .prepare(),
);

const redeemedHere = prepared((orm) =>
  orm
    .select({ cents: sql<number | null>`sum(${giftCardEntry.amountCents})` })
    .from(giftCardEntry)
    .where(
      and(
        ofCard,
        eq(giftCardEntry.kind, 'redeemed'),
        eq(giftCardEntry.registerId, sql.placeholder('registerId')),
        gt(giftCardEntry.atMs, sql.placeholder('afterMs')),
      ),
    )
    .prepare(),
);

const creditSum = prepared((orm) =>
  orm
    .select({ cents: sql<number | null>`sum(${storeCreditEntry.amountCents})` })
    .from(storeCreditEntry)
    .where(
      and(
        eq(storeCreditEntry.storeId, sql.placeholder('storeId')),
        eq(storeCreditEntry.customerId, sql.placeholder('customerId')),
        lte(storeCreditEntry.atMs, sql.placeholder('untilMs')),
      ),
    )
    .prepare(),
);

const creditEntryById = prepared((orm) =>
  orm
    .select()
    .from(storeCreditEntry)
    .where(
      and(
        eq(storeCreditEntry.storeId, sql.placeholder('storeId')),
        eq(storeCreditEntry.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const cardsAsOf = prepared((orm) =>
  orm
    .select({
      giftCardId: giftCard.id,
      code: giftCard.code,
      balanceCents: sql<number>`sum(${giftCardEntry.amountCents})`,
    })
    .from(giftCardEntry)
    .innerJoin(
      giftCard,
      and(eq(giftCard.storeId, giftCardEntry.storeId), eq(giftCard.id, giftCardEntry.giftCardId)),
    )
    .where(
      and(
        eq(giftCardEntry.storeId, sql.placeholder('storeId')),
        lte(giftCardEntry.businessDate, sql.placeholder('asOf')),
      ),
    )
    .groupBy(giftCard.id)
    .having(sql`sum(${giftCardEntry.amountCents}) <> 0`)
    .orderBy(giftCard.code)
    .prepare(),
);

const creditsAsOf = prepared((orm) =>
  orm
    .select({
      customerId: storeCreditEntry.customerId,
      balanceCents: sql<number>`sum(${storeCreditEntry.amountCents})`,
    })
    .from(storeCreditEntry)
    .where(
      and(
        eq(storeCreditEntry.storeId, sql.placeholder('storeId')),
        lte(storeCreditEntry.businessDate, sql.placeholder('asOf')),
      ),
    )
    .groupBy(storeCreditEntry.customerId)
    .having(sql`sum(${storeCreditEntry.amountCents}) <> 0`)
    .prepare(),
);
