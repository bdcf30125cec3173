import type { Cents } from '#shared/money.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { StatementEntry } from '#shared/documents/statement-paper.ts';
import { ageAccount, type HouseAccountEntry } from '#shared/house-accounts/ageing.ts';
import { accountStatement } from '#shared/house-accounts/account-statement.ts';
import type {
  AccountFields,
  HouseAccount,
  HouseAccountSummary,
} from '#shared/house-accounts/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findCustomerBrief } from '../customers/find-customer.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import {
  findHouseAccount,
  type HouseAccountEntryRow,
  type HouseAccountRow,
  listAccountEntries,
  listAccountHolders,
} from './find-account.ts';

/** The account of a customer with its age on a day; null where there is none and nothing is owed. */
export function readAccount(
  db: ReadDb,
  customerId: string,
  asOf: BusinessDate,
): HouseAccount | null {
  const row = findHouseAccount(db, customerId);
  const ageing = ageAccount(entriesOf(db, customerId), asOf);
  if (!row && ageing.balanceCents === 0) return null;
  const leftCents = Math.max(0, (row?.limitCents ?? 0) - ageing.balanceCents) as Cents;
  return {
    customerId: customerId as CustomerId,
    fields: row ? fieldsOf(row) : null,
    balanceCents: ageing.balanceCents,
    leftCents: row?.onStop === 0 ? leftCents : (0 as Cents),
    ageing,
  };
}

/** Everybody with an account or a balance on a day, by name. Erased names stand as they are left. */
export function listAccounts(db: ReadDb, asOf: BusinessDate): readonly HouseAccountSummary[] {
  return listAccountHolders(db)
    .map((customerId): HouseAccountSummary => {
      const row = findHouseAccount(db, customerId);
      const { balanceCents, buckets } = ageAccount(entriesOf(db, customerId), asOf);
      return {
        customerId: customerId as CustomerId,
        name: findCustomerBrief(db, customerId)?.name ?? '',
        balanceCents,
        limitCents: (row?.limitCents ?? null) as Cents | null,
        onStop: row?.onStop === 1,
        buckets,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A period of an account, its entries as a statement lists them. `numberOf` names the sale of an entry. */
export function readStatement(
  db: ReadDb,
  customerId: string,
  [fromDate, toDate]: readonly [BusinessDate, BusinessDate],
  numberOf: (saleId: string) => string | undefined,
) {
  const rows = new Map(listAccountEntries(db, customerId).map((row) => [row.id, row]));
  const statement = accountStatement(entriesOf(db, customerId), fromDate, toDate);
  const entries = statement.rows.map(({ entry, balanceCents }): StatementEntry => {
    const saleId = rows.get(entry.entryId)?.saleId ?? null;
    const number = saleId === null ? undefined : numberOf(saleId);
    return {
      date: entry.businessDate,
      kind: entry.kind,
      ...(number !== undefined && { number }),
      ...(entry.dueOn !== null && { dueOn: entry.dueOn }),
      amountCents: entry.amountCents,
      balanceCents,
    };
  });
  const row = findHouseAccount(db, customerId);
  return { ...statement, entries, fields: row ? fieldsOf(row) : null };
}

function entriesOf(db: ReadDb, customerId: string): readonly HouseAccountEntry[] {
  const rows = listAccountEntries(db, customerId);
  return rows.map((row) => ({
    entryId: row.id as HouseAccountEntry['entryId'],
    kind: row.kind,
    businessDate: row.businessDate as BusinessDate,
    amountCents: row.amountCents as Cents,
    dueOn: row.dueOn as BusinessDate | null,
    clearsEntryId: clearedBy(row, rows),
  }));
}

/** What a void or a correction turns round is cleared first; a payment clears the oldest. */
function clearedBy(
  row: HouseAccountEntryRow,
  rows: readonly HouseAccountEntryRow[],
): HouseAccountEntry['clearsEntryId'] {
  if (row.kind !== 'voided') return null;
  // What takes an entry back is that entry turned round: of several charges of a sale the one of the same payment.
  const turned = rows.find(
    (each) =>
      each.kind !== 'voided' &&
      each.saleId === row.saleId &&
      each.saleLineId === row.saleLineId &&
      each.paymentId === row.paymentId &&
      each.checkEventId === row.checkEventId &&
      each.amountCents === 0 - row.amountCents,
  );
  return (turned?.id ?? null) as HouseAccountEntry['clearsEntryId'];
}

function fieldsOf({ limitCents, termsDays, onStop }: HouseAccountRow): AccountFields {
  return { limitCents: limitCents as Cents, termsDays, onStop: onStop === 1 };
}
