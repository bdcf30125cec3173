import type { JournalLine } from '../../../journal/line-postings.ts';
import { totalOf } from '../../../journal/testing/a-ticket.ts';
import type { ZPayment } from '../z-rows.ts';
import type { ZFigures } from '../z-figures.ts';
import { cappedBase, type Clerk, lineRow, type OpenSale } from './a-day.ts';

/** Named heaps of cents or counts; an empty heap is none. */
export type Tally = Readonly<Record<string, number>>;

/** A second way to a day's figures: a clerk adds to heaps as things happen, and takes off again what is taken back. */
export class TallyClerk implements Clerk {
  readonly #heaps = new Map<string, number>();

  get tally(): Tally {
    return withoutEmpty(Object.fromEntries(this.#heaps));
  }

  cash(cents: number): void {
    this.#add('expected cash', cents);
  }

  sale(sale: OpenSale, sign: 1 | -1): void {
    const { lines, changeCents, roundingCents } = sale.ticket;
    this.#add('sales', sign);
    this.#add('rounding', sign * roundingCents);
    this.#add('total', sign * totalOf(lines));
    // Change went out with the sale, and is not handed over a second time when the cash comes back.
    this.#add('expected cash', sign * -changeCents);
    this.#add('tender cash', sign * -changeCents);
    this.#add('money', sign * -changeCents);
    for (const line of lines) this.#line(sale, line, sign);
  }

  voided({ ticket }: OpenSale): void {
    this.#add('voids', 1);
    this.#add('voided', totalOf(ticket.lines));
  }

  delivery(sale: OpenSale, sign: 1 | -1): void {
    for (const line of sale.ticket.lines)
      if (!line.delivered && isGoods(line)) this.#add('recognised', sign * line.netCents);
  }

  payment({ tender, brand, state, amountCents, inDrawer }: ZPayment, sign: 1 | -1): void {
    const cents = sign * amountCents;
    if (state !== 'known') return this.#add(state, cents);
    const name = tender === 'cash' ? 'tender cash' : `tender ${tender} ${brand}`;
    this.#add(name, cents);
    this.#add(`${name} count`, sign);
    if (tender === 'cash' && inDrawer) this.#add('expected cash', cents);
    if (!['gift_card', 'store_credit', 'house_account'].includes(tender)) this.#add('money', cents);
    else this.#add(`${tender} ${amountCents < 0 ? 'back' : 'used'}`, Math.abs(amountCents) * sign);
  }

  #line(sale: OpenSale, line: JournalLine, sign: 1 | -1): void {
    const back = line.kind === 'return' || line.kind === 'trade_up';
    this.#add('subtotal', sign * line.grossCents);
    this.#add('discount', sign * line.discountCents);
    if (back) this.#add('returns', sign);
    if (back) this.#add('returned', sign * line.netCents);
    for (const { agency, taxCents } of line.taxes) {
      const base = agency === 'State' ? line.netCents : cappedBase(line.netCents);
      this.#add(`tax ${agency}`, sign * taxCents);
      this.#add(`${sale.exempt ? 'exempt from' : 'base of'} ${agency}`, sign * base);
      if (!sale.exempt) this.#add(`over ${agency}`, sign * (line.netCents - base));
    }
    if (!isGoods(line)) return this.#add(soldKind(line), sign * line.netCents);
    if (sale.exempt) this.#add('exempt', sign * line.netCents);
    if (line.delivered) this.#add('recognised', sign * line.netCents);
    const { department } = lineRow(sale, line);
    if (back) this.#add(`department ${department} back`, sign * -line.netCents);
    else {
      this.#add(`department ${department} gross`, sign * line.grossCents);
      this.#add(`department ${department} discount`, sign * line.discountCents);
      this.#add(`department ${department} count`, sign);
    }
  }

  #add(heap: string, by: number): void {
    this.#heaps.set(heap, (this.#heaps.get(heap) ?? 0) + by);
  }
}

/** The figures as heaps, to lay beside the clerk's. */
export function tallyOf(figures: ZFigures, expectedCents: number): Tally {
  const sum = (rows: readonly { readonly amountCents: number }[]) =>
    rows.reduce((cents, row) => cents + row.amountCents, 0);
  const heaps: Record<string, number> = {
    sales: figures.salesCount,
    subtotal: figures.subtotalCents,
    discount: figures.discountCents,
    rounding: figures.roundingCents,
    total: figures.totalCents,
    voids: figures.voids.count,
    voided: figures.voids.totalCents,
    returns: figures.returns.count,
    returned: figures.returns.netCents,
    recognised: figures.recognisedCents,
    gift_card: figures.credits.giftCardsSoldCents,
    account_payment: figures.credits.accountPaidCents,
    price_adjustment: figures.priceAdjustmentCents,
    'gift_card used': figures.credits.giftCardsRedeemedCents,
    'gift_card back': figures.credits.giftCardsRefundedCents,
    'store_credit used': figures.credits.creditUsedCents,
    'store_credit back': figures.credits.creditIssuedCents,
    'house_account used': figures.credits.accountChargedCents,
    'house_account back': figures.credits.accountRefundedCents,
    unknown: sum(figures.unresolved),
    not_charged: sum(figures.uncollected),
    money: figures.moneyTakenCents,
    exempt: figures.exemptions.reduce((cents, { netCents }) => cents + netCents, 0),
    'expected cash': expectedCents,
  };
  for (const { tender, brand = '', amountCents, count } of figures.tenders) {
    const name = tender === 'cash' ? 'tender cash' : `tender ${tender} ${brand}`;
    heaps[name] = amountCents;
    heaps[`${name} count`] = count;
  }
  for (const tax of figures.taxes) {
    heaps[`tax ${tax.agency}`] = tax.taxCents;
    heaps[`base of ${tax.agency}`] = tax.baseCents;
    heaps[`exempt from ${tax.agency}`] = tax.exemptCents;
    heaps[`over ${tax.agency}`] = tax.excessCents;
  }
  for (const each of figures.departments) {
    heaps[`department ${each.name} gross`] = each.grossCents;
    heaps[`department ${each.name} discount`] = each.discountCents;
    heaps[`department ${each.name} back`] = each.returnsCents;
    heaps[`department ${each.name} count`] = each.count;
  }
  return withoutEmpty(heaps);
}

function withoutEmpty(heaps: Tally): Tally {
  return Object.fromEntries(Object.entries(heaps).filter(([, amount]) => amount !== 0));
}

function soldKind({ kind, originalKind }: JournalLine): string {
  return kind === 'return' || kind === 'trade_up' ? (originalKind ?? 'item') : kind;
}

function isGoods(line: JournalLine): boolean {
  return !['gift_card', 'account_payment', 'price_adjustment'].includes(soldKind(line));
}
