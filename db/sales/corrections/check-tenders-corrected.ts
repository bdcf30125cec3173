import type { Id } from '#shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '#shared/money.ts';
import type {
  CorrectTenderInput,
  CorrectTenderRefusal,
} from '#shared/sales/corrections/contract.ts';
import { checkRefund } from '#shared/sales/returns/check-refund.ts';
import { sourceIdOf } from '#shared/sales/returns/refund-sources.ts';
import { giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { isDrawerClosed } from '../../drawer/find-drawer.ts';
import { findRegisterName, getSelling } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { refusedCredit } from '../complete/check-credit.ts';
import { refusedName } from '../complete/check-refund.ts';
import { refusedCharge, refusedTender } from '../complete/check-tenders.ts';
import { findLine, listLines, listPayments, type PaymentRow, type SaleRow } from '../find-sale.ts';
import { findFunding, findResolution, listCheckEvents } from '../payments/find-payment.ts';
import { originalSale } from '../returns/original-sales.ts';
import type { Correcting } from './open-correction.ts';
import { standingPayments } from './standing-payments.ts';

/** Why a payment stays as it was written down; undefined: it may be taken back by a correction. */
export function refusedTakingBack(db: ReadDb, row: PaymentRow): CorrectTenderRefusal | undefined {
  if (row.tender === 'lease') return { code: 'LEASE_NOT_CORRECTABLE' };
  if (row.unknown === 1 && !findResolution(db, row.id)) return { code: 'PAYMENT_UNSETTLED' };
  const settled = listCheckEvents(db, row.id).length > 0 || findFunding(db, row.id) !== undefined;
  if (settled) return { code: 'PAYMENT_SETTLED_SINCE', tender: row.tender };
  return isSpent(db, row) ? { code: 'REFUND_SPENT_SINCE', tender: row.tender } : undefined;
}

/** What a refund put on a card or a credit must be there to be taken off again. M3: none of them falls below nothing. */
function isSpent(db: ReadDb, { tender, amountCents, giftCardId, customerId }: PaymentRow): boolean {
  if (amountCents >= 0) return false;
  if (tender === 'gift_card') return giftCardBalance(db, giftCardId ?? '') < 0 - amountCents;
  if (tender === 'store_credit') return storeCreditBalance(db, customerId ?? '') < 0 - amountCents;
  return false;
}

/**
 * Whether the new tenders may take the place of the old payments: the same sum, each with what its kind needs, and not
 * in cash that lies in a drawer which is open at another register. Before the old ones are given back.
 */
export function refusedExchange(
  { tx, drawer, sale, party }: Correcting,
  old: { readonly rows: readonly PaymentRow[]; readonly cents: Cents },
  tenders: CorrectTenderInput['tenders'],
): CorrectTenderRefusal | undefined {
  const sum = sumCents(tenders.map((tender) => tender.amountCents));
  if (sum !== old.cents)
    return { code: 'CORRECTION_SUM_DIFFERS', offCents: subtractCents(sum, old.cents) };
  const way = { back: old.cents < 0, customerId: party.customerId };
  for (const tender of tenders) {
    const refusal = refusedTender(way, tender);
    if (refusal) return refusal;
    if (tender.unknown)
      return { code: 'TENDER_NEEDS_DETAIL', tender: tender.kind, detail: 'unknown' };
  }
  const stray = refusedName(salesGivenBack(tx, sale, old.rows), tenders);
  if (stray) return stray;
  const cash = [...old.rows.map((row) => row.tender), ...tenders.map(({ kind }) => kind)];
  const elsewhere =
    sale.drawerSessionId !== drawer.drawerSessionId && !isDrawerClosed(tx, sale.drawerSessionId);
  if (cash.includes('cash') && elsewhere)
    return {
      code: 'CORRECT_AT_ITS_REGISTER',
      registerName: findRegisterName(tx, sale.registerId),
    };
  return undefined;
}

/** The sales that a ticket gave back of: those its lines came from, and those its old payments name. */
function salesGivenBack(
  db: ReadDb,
  sale: SaleRow,
  rows: readonly PaymentRow[],
): readonly { readonly saleId: string }[] {
  const originals = listLines(db, sale.id).flatMap(({ originalLineId }) =>
    originalLineId === null ? [] : (findLine(db, originalLineId)?.saleId ?? []),
  );
  const named = rows.flatMap(({ refundOfSaleId }) => refundOfSaleId ?? []);
  return [...originals, ...named].map((saleId) => ({ saleId }));
}

/**
 * Whether cards, credits and accounts hold what the new tenders take, and whether a refund goes where it may. After the
 * old payments were given back, so that what they took is there again.
 */
export function refusedHoldings(
  { tx, context, sale, party }: Correcting,
  tenders: CorrectTenderInput['tenders'],
): CorrectTenderRefusal | undefined {
  const { customerId } = party;
  const cart = {
    customerId,
    lines: [],
    providerId: sale.providerId as Id<'financeProvider'> | null,
  };
  const selling = getSelling(tx);
  return (
    refusedCredit({ db: tx, context, tenders, ticket: { cart, selling } }) ??
    refusedCharge(listLines(tx, sale.id), sale.totalCents as Cents, [
      ...standingOf(tx, sale),
      ...tenders,
    ]) ??
    refusedRefunds(tx, sale, customerId, tenders)
  );
}

/** The payments that stand, as tenders. */
function standingOf(db: ReadDb, { id, changeCents }: SaleRow) {
  const { payments } = standingPayments(listPayments(db, id), changeCents as Cents);
  return payments.map((row) => ({ kind: row.tender, amountCents: row.amountCents as Cents }));
}

/** Who corrects a refund says where the money went: an override of its own, but never beyond a card or a lender. */
function refusedRefunds(
  db: ReadDb,
  sale: SaleRow,
  customerId: string | null,
  tenders: CorrectTenderInput['tenders'],
): CorrectTenderRefusal | undefined {
  const named = new Set(tenders.flatMap(({ refundOfSaleId }) => refundOfSaleId ?? []));
  const sales = [...named].map((saleId) => originalSale(db, saleId, 0 as Cents));
  const checked = checkRefund(
    sales,
    sale.totalCents as Cents,
    tenders.map((tender) => ({
      ...tender,
      sourceId: sourceIdOf({ ...tender, customerId }),
      overridden: true,
    })),
  );
  return checked.ok ? undefined : checked.refusal;
}
