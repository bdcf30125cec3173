import type { ReceiptPayment } from '#shared/documents/receipt-paper.ts';
import type { Cents } from '#shared/money.ts';
import { findGiftCard, giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { accountBalance, listAccountEntries } from '../../house-accounts/find-account.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { netOfChange, standingPayments } from '../corrections/standing-payments.ts';
import { listPayments, type PaymentRow, type SaleRow } from '../find-sale.ts';
import { findResolution } from '../payments/find-payment.ts';
import { findAnyProvider } from '../payments/find-provider.ts';

/** What each tender that stands paid of the total; of cash also what was handed over. Change comes off the cash. */
export function receiptPayments(db: ReadDb, sale: SaleRow): readonly ReceiptPayment[] {
  const standing = standingOf(db, sale);
  const net = netOfChange(standing);
  return standing.payments.map((row): ReceiptPayment => {
    const amountCents = net.get(row.id) ?? row.amountCents;
    const brand = brandOf(db, row);
    return {
      tender: row.tender,
      amountCents,
      ...(amountCents < row.amountCents && { tenderedCents: row.amountCents }),
      ...(brand !== '' && { brand }),
      ...(row.reference !== '' && row.tender !== 'gift_card' && { reference: row.reference }),
      ...(row.checkKind !== null && { checkKind: row.checkKind }),
      ...(row.holdUntil !== null && { holdUntil: row.holdUntil }),
      ...(row.plan !== '' && { plan: row.plan }),
      ...(row.unknown === 1 && !findResolution(db, row.id) && { unknown: true }),
      ...balanceOf(db, row),
    };
  });
}

/** What went back of the cash that stands: none where that cash was corrected to another tender. */
export function receiptChange(db: ReadDb, sale: SaleRow): Cents {
  return standingOf(db, sale).changeCents;
}

function standingOf(db: ReadDb, sale: SaleRow) {
  return standingPayments(listPayments(db, sale.id), sale.changeCents as Cents);
}

function brandOf(db: ReadDb, row: PaymentRow): string {
  if (row.providerId === null) return row.brand;
  return findAnyProvider(db, row.providerId)?.name ?? row.brand;
}

/** What was left of the card or the credit after it, or owed on the account. */
function balanceOf(
  db: ReadDb,
  row: PaymentRow,
): Pick<ReceiptPayment, 'endsWith' | 'balanceCents' | 'dueOn'> {
  if (row.tender === 'gift_card' && row.giftCardId !== null) {
    const code = findGiftCard(db, row.giftCardId)?.code ?? '';
    return {
      endsWith: code.slice(-5),
      balanceCents: giftCardBalance(db, row.giftCardId, row.atMs),
    };
  }
  if (row.customerId === null) return {};
  if (row.tender === 'store_credit')
    return { balanceCents: storeCreditBalance(db, row.customerId, row.atMs) };
  if (row.tender !== 'house_account') return {};
  const charge = listAccountEntries(db, row.customerId).find((each) => each.paymentId === row.id);
  const dueOn = charge?.dueOn ?? null;
  return {
    balanceCents: accountBalance(db, row.customerId, row.atMs),
    ...(dueOn !== null && { dueOn }),
  };
}
