import {
  findGiftCardByCode,
  giftCardBalance,
  listGiftCardBalances,
  listStoreCreditBalances,
  redeemedHereSince,
  storeCreditBalance,
} from '#db/gift-cards/balances.ts';
import { findCustomerBrief } from '#db/customers/find-customer.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { listAccounts, readAccount } from '#db/house-accounts/read-account.ts';
import { listCustomerCash, readCustomerCash } from '#db/sales/form-8300/read-cash.ts';
import {
  readFinancedPayments,
  readOpenChecks,
  readProviders,
  readUnknownPayments,
} from '#db/sales/payments/list-open-payments.ts';
import { statementFacts } from '#db/sales/receipt/statement-facts.ts';
import { getSelling } from '#db/settings/find-settings.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { findSyncState } from '#db/write-path/sync-state.ts';
import { readGiftCardCode } from '#shared/gift-cards/code.ts';
import type { GiftCardFound, StoreCreditBalance } from '#shared/gift-cards/contract.ts';
import { redeemableCents } from '#shared/gift-cards/redeemable.ts';
import type { Cents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { Viewer } from './queries.ts';

export interface OfCustomer {
  readonly customerId: string;
}

export interface AsOf {
  readonly asOf: BusinessDate;
}

/** What the store owes and is owed: cards, credits, accounts, open payments, reportable cash. */
export const creditQueries = {
  'credit.giftCard': findCard,
  'credit.giftCards': (db: ReadDb, { asOf }: AsOf) => listGiftCardBalances(db, asOf),
  'credit.storeCredit': (db: ReadDb, { customerId }: OfCustomer) =>
    storeCreditBalance(db, customerId),
  'credit.storeCredits': (db: ReadDb, { asOf }: AsOf) =>
    listStoreCreditBalances(db, asOf)
      .map((row): StoreCreditBalance => ({
        customerId: row.customerId as StoreCreditBalance['customerId'],
        name: findCustomerBrief(db, row.customerId)?.name ?? '',
        balanceCents: row.balanceCents as Cents,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  'accounts.get': (db: ReadDb, { customerId }: OfCustomer, viewer: Viewer) =>
    readAccount(db, customerId, todayOf(db, viewer)),
  'accounts.list': (db: ReadDb, { asOf }: AsOf) => listAccounts(db, asOf),
  'accounts.statement': (
    db: ReadDb,
    input: OfCustomer & { readonly fromDate: BusinessDate; readonly toDate: BusinessDate },
    { nowMs, demo }: Viewer,
  ) =>
    statementFacts(db, input.customerId, [input.fromDate, input.toDate], nowMs, {
      copy: false,
      demo,
    }),
  'payments.checks': (db: ReadDb) => readOpenChecks(db),
  'payments.unknown': (db: ReadDb) => readUnknownPayments(db),
  'payments.financed': (db: ReadDb) => readFinancedPayments(db),
  'payments.providers': (db: ReadDb) => readProviders(db),
  'form8300.meter': (
    db: ReadDb,
    { customerId, cashCents }: OfCustomer & { readonly cashCents?: number | undefined },
    viewer: Viewer,
  ) => readCustomerCash(db, customerId, todayOf(db, viewer), viewer.nowMs, cashCents),
  'form8300.list': (db: ReadDb, _input: object, viewer: Viewer) =>
    listCustomerCash(db, todayOf(db, viewer), viewer.nowMs),
};

function todayOf(db: ReadDb, { register, nowMs }: Viewer): BusinessDate {
  return businessDateNow(db, register.registerId, nowMs);
}

/** A card by what was scanned or typed, with what this register may take off it now. */
function findCard(
  db: ReadDb,
  { code }: { readonly code: string },
  { register, nowMs }: Viewer,
): GiftCardFound | null {
  const card = findGiftCardByCode(db, readGiftCardCode(code) ?? code);
  if (!card) return null;
  const { pulledAtMs } = findSyncState(db);
  const balanceCents = giftCardBalance(db, card.id);
  return {
    giftCardId: card.id as GiftCardFound['giftCardId'],
    code: card.code,
    balanceCents,
    redeemableCents: redeemableCents({
      entries: [{ amountCents: balanceCents }],
      everConnected: pulledAtMs !== null,
      secondsSincePull: pulledAtMs === null ? null : (nowMs - pulledAtMs) / 1000,
      offlineCapCents: getSelling(db).giftCardCapCents,
      redeemedSincePullCents: redeemedHereSince(db, card.id, register.registerId, pulledAtMs ?? 0),
    }),
    soldOn: card.businessDate,
  };
}
