import { type Cents, subtractCents, sumCents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CompleteSaleRefusal, SaleTender } from '#shared/sales/contract.ts';
import type { LineKind } from '#shared/sales/line-kinds.ts';
import { cashRounding } from '#shared/sales/pricing/cash-rounding.ts';
import { cashDueCents, settle } from '#shared/sales/tendering/settle.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { refusedCredit } from './check-credit.ts';
import { refusedRefund } from './check-refund.ts';
import type { Ticket, TicketSettlement } from './ringing.ts';

/** A ticket that is to be paid, and the tenders offered for it. */
export interface Paying {
  readonly db: ReadDb;
  readonly context: CommandContext;
  readonly ticket: Ticket;
  readonly tenders: readonly SaleTender[];
}

/** What goes back as change and what cash rounding made of the total, or why the tenders cannot stand. */
export function settleTicket(paying: Paying): Result<TicketSettlement, CompleteSaleRefusal> {
  const { ticket, tenders } = paying;
  const { customerId } = ticket.cart;
  const back = ticket.totals.totalCents < 0;
  const refusal =
    tenders
      .map((tender) => refusedTender({ back, customerId }, tender))
      .find((each) => each !== undefined) ??
    refusedCustomer(ticket) ??
    refusedLessor(paying) ??
    refusedCredit(paying) ??
    refusedSelfPayment(paying) ??
    refusedRefund(paying);
  if (refusal) return refuse(refusal);
  const { totalCents } = ticket.totals;
  const roundingCents = cashRounding(ticket.terms.cashRounding, {
    totalCents,
    otherTendersCents: (totalCents - cashDueCents(tenders, totalCents)) as Cents,
    cashUsed: tenders.some((tender) => tender.kind === 'cash'),
  });
  const settled = settle(tenders, totalCents, roundingCents);
  return settled.ok ? ok({ changeCents: settled.value.changeCents, roundingCents }) : settled;
}

/** A tender that does not say what its kind must. */
export type TenderRefusal = Extract<
  CompleteSaleRefusal,
  { readonly code: 'TENDER_NEEDS_DETAIL' | 'TENDER_NEEDS_CUSTOMER' }
>;

/** What a tender of its kind must say. Money goes one way on a ticket: out on a refund, in on a sale. */
export function refusedTender(
  { back, customerId }: { readonly back: boolean; readonly customerId: string | null },
  tender: SaleTender,
): TenderRefusal | undefined {
  const traits = TENDER_TRAITS[tender.kind];
  const needs = (detail: string): TenderRefusal => ({
    code: 'TENDER_NEEDS_DETAIL',
    tender: tender.kind,
    detail,
  });
  if (tender.amountCents === 0 || tender.amountCents < 0 !== back) return needs('amount');
  if (traits.needsCustomer && customerId === null)
    return { code: 'TENDER_NEEDS_CUSTOMER', tender: tender.kind };
  if (tender.unknown && (back || !traits.mayBeUnknown)) return needs('unknown');
  if (tender.kind === 'check' && !back && tender.checkKind === null) return needs('checkKind');
  if (tender.kind === 'other' && tender.brand === '') return needs('brand');
  const pays = tender.kind === 'finance' || tender.kind === 'lease';
  if (pays && tender.providerId === null) return needs('provider');
  // A card or an other tender says what it was in its brand; a gift card by its id.
  const named = tender.kind === 'gift_card' || tender.kind === 'other' || back;
  if (traits.needsReference && !named && tender.reference === '') return needs('reference');
  return undefined;
}

/** The lessor buys it under its own certificate, so the lessor pays for it, and alone: else the tax would be evaded. */
function refusedLessor({ ticket, tenders }: Paying): CompleteSaleRefusal | undefined {
  const { providerId } = ticket.cart;
  if (providerId === null) return undefined;
  const leased = tenders.filter((tender) => tender.providerId === providerId);
  if (leased.length === 0)
    return { code: 'TENDER_NEEDS_DETAIL', tender: 'lease', detail: 'provider' };
  const paid = sumCents(leased.map((tender) => tender.amountCents));
  const leftCents = subtractCents(ticket.totals.totalCents, paid);
  return leased.length < tenders.length ? { code: 'LESSOR_PAYS_ALL', leftCents } : undefined;
}

/** What somebody owes is not paid by owing it anew: that would make an old debt a young one. */
function refusedSelfPayment({ ticket, tenders }: Paying): CompleteSaleRefusal | undefined {
  return refusedCharge(ticket.totals.lines, ticket.totals.totalCents, tenders);
}

/** The same for the lines and the payments of a sale that was made. */
export function refusedCharge(
  lines: readonly { readonly kind: LineKind; readonly netCents: number }[],
  totalCents: Cents,
  tenders: readonly Pick<SaleTender, 'kind' | 'amountCents'>[],
): Extract<CompleteSaleRefusal, { code: 'ACCOUNT_PAYS_ITSELF' }> | undefined {
  const charges = tenders.filter((tender) => tender.kind === 'house_account');
  const payments = lines.filter((line) => line.kind === 'account_payment');
  if (charges.length === 0 || payments.length === 0) return undefined;
  const paid = sumCents(payments.map((line) => line.netCents as Cents));
  const leftCents = Math.max(0, totalCents - paid) as Cents;
  const charged = sumCents(charges.map((tender) => tender.amountCents));
  return charged > leftCents ? { code: 'ACCOUNT_PAYS_ITSELF', leftCents } : undefined;
}

/** A ticket that the store wants a name for. Cash of $10,000 and more is reported with a name. */
function refusedCustomer({ cart, totals, terms }: Ticket): CompleteSaleRefusal | undefined {
  const { customerFromCents } = terms;
  if (customerFromCents === null || cart.customerId !== null) return undefined;
  return totals.totalCents >= customerFromCents
    ? { code: 'CUSTOMER_REQUIRED', fromCents: customerFromCents }
    : undefined;
}
