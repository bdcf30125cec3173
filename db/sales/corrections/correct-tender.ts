import type { SaleId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  CorrectTenderInput,
  CorrectTenderRefusal,
} from '#shared/sales/corrections/contract.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { insertPayments } from '../complete/insert-payments.ts';
import { listPayments, type PaymentRow } from '../find-sale.ts';
import { refusedExchange, refusedHoldings, refusedTakingBack } from './check-tenders-corrected.ts';
import { type Correcting, insertCorrection, openCorrection } from './open-correction.ts';
import { postCorrectionJournal } from './post-correction-journal.ts';
import { netOfChange, standingPayments } from './standing-payments.ts';
import { takeBackPayment } from './take-back-payment.ts';

/**
 * Says how a sale was truly paid: payments that were written down wrongly are taken back, each as a whole, and the right
 * ones take their place for the same sum, today and in today's drawer. The sale, its total and its change stay. M1, M2.
 *
 * Refuses, storing nothing: a voided sale, a payment that was settled since or is still unknown, another sum, a card,
 * credit or account that does not hold it, and cash of a drawer that is open elsewhere. It takes the right to correct, or
 * a manager's word for this sale.
 */
export function correctTender(
  tx: WriteTx,
  context: CommandContext,
  input: CorrectTenderInput,
): Result<{ readonly saleId: SaleId }, CorrectTenderRefusal> {
  const opened = openCorrection(tx, context, input);
  if (!opened.ok) return opened;
  const correcting = opened.value;
  if (!correcting.mayCorrect) return refuse({ code: 'CORRECTION_NEEDS_OVERRIDE' });
  const old = readOld(correcting, input.takeBack);
  if (!old.ok) return old;
  const refusal = refusedExchange(correcting, old.value, input.tenders);
  if (refusal) return refuse(refusal);
  const { reason, overrideId, tenders, saleId } = input;
  const saleCorrectionId = insertCorrection(correcting, { kind: 'tender', reason, overrideId });
  for (const row of old.value.rows)
    takeBackPayment(correcting, saleCorrectionId, row, old.value.net.get(row.id) ?? (0 as Cents));
  const short = refusedHoldings(correcting, tenders);
  if (short) return refuse(short);
  const { actor, drawer, party } = correcting;
  const cart = { customerId: party.customerId };
  insertPayments({
    tx,
    context,
    saleId,
    saleCorrectionId,
    tenders,
    ticket: { actor, drawer, cart },
  });
  postCorrectionJournal(tx, saleCorrectionId);
  return ok({ saleId });
}

interface OldPayments {
  readonly rows: readonly PaymentRow[];
  /** What each standing payment brought, less its change. */
  readonly net: ReadonlyMap<string, Cents>;
  readonly cents: Cents;
}

/** The payments that are to be taken back. All of them must stand. */
function readOld(
  { tx, sale }: Correcting,
  paymentIds: readonly string[],
): Result<OldPayments, CorrectTenderRefusal> {
  const standing = standingPayments(listPayments(tx, sale.id), sale.changeCents as Cents);
  const net = netOfChange(standing);
  const wanted = new Set(paymentIds);
  const rows = standing.payments.filter((row) => wanted.has(row.id));
  if (rows.length !== wanted.size) return refuse({ code: 'PAYMENT_NOT_CORRECTABLE' });
  for (const row of rows) {
    const refusal = refusedTakingBack(tx, row);
    if (refusal) return refuse(refusal);
  }
  return ok({ rows, net, cents: sumCents(rows.map((row) => net.get(row.id) ?? (0 as Cents))) });
}
