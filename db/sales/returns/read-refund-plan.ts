import type { Id } from '#shared/ids.ts';
import { addCents, ZERO_CENTS } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { Cart } from '#shared/sales/cart.ts';
import { type CashRounding, cashRounding } from '#shared/sales/pricing/cash-rounding.ts';
import type {
  PlannedRefund,
  RefundLeft,
  RefundPlace,
  RefundPlanRefusal,
  RefundProposal,
} from '#shared/sales/returns/contract.ts';
import { planRefund, type RoundCash } from '#shared/sales/returns/refund-plan.ts';
import {
  type OriginalPayment,
  type OriginalSale,
  refundSources,
} from '#shared/sales/returns/refund-sources.ts';
import { openDrawerOf } from '../../drawer/find-drawer.ts';
import { findGiftCard } from '../../gift-cards/balances.ts';
import type { Actor } from '../../write-path/command-context.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { readTicket } from '../complete/read-ticket.ts';
import { findSale } from '../find-sale.ts';
import { findAnyProvider } from '../payments/find-provider.ts';
import { originalSales } from './original-sales.ts';

/**
 * Where the refund of a cart should go, and where else it may, by the same reading of the cart that completing it uses:
 * a ticket that would be refused has no plan but that refusal. A cart that costs something has nothing to give back.
 */
export function readRefundPlan(
  db: ReadDb,
  { actor, registerId }: { readonly actor: Actor; readonly registerId: string },
  cart: Cart,
): Result<RefundProposal, RefundPlanRefusal> {
  const drawer = openDrawerOf(db, registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const read = readTicket({ db, actor, drawer }, cart);
  if (!read.ok) return read;
  const { totals, goods, terms } = read.value;
  const { totalCents } = totals;
  const sales = originalSales(db, goods.returns.values());
  const plan = planRefund(sales, totalCents, rounderOf(terms.cashRounding));
  return ok({
    totalCents,
    roundingCents: plan.roundingCents,
    blockedCents: plan.blockedCents,
    tenders: plan.tenders.map(({ refundOfSaleId, amountCents, why, ...tender }): PlannedRefund => ({
      ...placeOf(db, tender, refundOfSaleId),
      amountCents,
      why,
    })),
    places: totalCents < 0 ? sales.flatMap((sale) => placesOf(db, sale)) : [],
  });
}

function rounderOf(rounding: CashRounding): RoundCash | undefined {
  if (rounding === 'off') return undefined;
  return (totalCents) =>
    addCents(
      totalCents,
      cashRounding(rounding, { totalCents, otherTendersCents: ZERO_CENTS, cashUsed: true }),
    );
}

function placesOf(db: ReadDb, sale: OriginalSale): readonly RefundLeft[] {
  return refundSources(sale).map(({ leftCents, heldCents, ...source }) => ({
    ...placeOf(db, source, sale.saleId),
    leftCents,
    heldCents,
  }));
}

/** The tender in the words of its kind: a brand, a lender, the end of a gift card's code. */
function placeOf(
  db: ReadDb,
  { kind, sourceId }: Pick<OriginalPayment, 'kind' | 'sourceId'>,
  saleId: RefundPlace['saleId'],
): RefundPlace {
  const common = { kind, sourceId, brand: '', giftCardId: null, providerId: null, name: '' };
  const sale = saleId === null ? undefined : findSale(db, saleId);
  const of = { ...common, saleId, saleNumber: sale?.number ?? null };
  if (kind === 'card' || kind === 'other') return { ...of, brand: sourceId };
  if (kind === 'gift_card') {
    const code = findGiftCard(db, sourceId)?.code ?? '';
    return { ...of, giftCardId: sourceId as Id<'giftCard'>, name: code.slice(-5) };
  }
  if (kind === 'finance' || kind === 'lease') {
    const name = findAnyProvider(db, sourceId)?.name ?? '';
    return { ...of, providerId: sourceId as Id<'financeProvider'>, name };
  }
  return of;
}
