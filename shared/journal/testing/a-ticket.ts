import { type LineKind, LINE_KINDS } from '../../sales/line-kinds.ts';
import { type TenderKind, TENDER_KINDS } from '../../sales/tenders.ts';
import { CATEGORY_CLASSES, type GoodsOwner, type JournalLine } from '../line-postings.ts';
import type { JournalPayment, PaymentState } from '../payment-postings.ts';
import type { JournalSale } from '../post-sale.ts';

/** One of our own pieces at $100.00, delivered, untaxed, of unknown cost. */
export function aLine(given: Partial<JournalLine> = {}): JournalLine {
  const { discountCents = 0, netCents = (given.grossCents ?? 10_000) - discountCents } = given;
  return {
    kind: 'item',
    originalKind: null,
    categoryClass: 'product',
    costCents: null,
    owner: 'own',
    taxes: [],
    delivered: true,
    ...given,
    discountCents,
    netCents,
    grossCents: given.grossCents ?? netCents + discountCents,
  };
}

/** Paid, and everybody knows it. */
export function aPayment(
  tender: TenderKind,
  amountCents: number,
  given: Partial<JournalPayment> = {},
): JournalPayment {
  return { tender, amountCents, detail: '', state: 'known', reverses: false, ...given };
}

/** Numbers that a property draws; `aTicket` makes a ticket of them that adds up. */
export interface TicketChoices {
  readonly lines: readonly LineChoices[];
  readonly payments: readonly PaymentChoices[];
  readonly changeCents: number;
  readonly roundingCents: number;
}

export interface LineChoices {
  readonly kind: number;
  readonly originalKind: number;
  readonly category: number;
  readonly owner: number;
  readonly grossCents: number;
  readonly discountCents: number;
  /** Below zero: nobody knows the cost. */
  readonly costCents: number;
  readonly stateTaxCents: number;
  readonly countyTaxCents: number;
  readonly delivered: boolean;
}

export interface PaymentChoices {
  readonly tender: number;
  readonly detail: number;
  readonly state: number;
  readonly amountCents: number;
}

const SOLD = LINE_KINDS.filter((kind) => kind !== 'return' && kind !== 'trade_up');
const OWNERS: readonly GoodsOwner[] = ['own', 'own', 'own', 'vendor_memo', 'customer_consignment'];
const STATES: readonly PaymentState[] = ['known', 'known', 'known', 'unknown', 'not_charged'];
const PROVIDERS = ['', 'Northway', 'Lendwell'];

/** A ticket whose payments come to its lines, tax and rounding: the last payment takes the rest. */
export function aTicket(choices: TicketChoices): JournalSale {
  const lines = choices.lines.map(lineOf);
  const dueCents = totalOf(lines) + choices.roundingCents + choices.changeCents;
  const payments = choices.payments.map(paymentOf);
  const last = payments.pop() ?? aPayment('cash', 0);
  const paidCents = payments.reduce((sum, payment) => sum + payment.amountCents, 0);
  return {
    lines,
    payments: [...payments, { ...last, amountCents: dueCents - paidCents }],
    changeCents: choices.changeCents,
    roundingCents: choices.roundingCents,
  };
}

/** What the lines of a ticket come to with tax. */
export function totalOf(lines: readonly JournalLine[]): number {
  return lines.reduce(
    (total, line) =>
      total + line.netCents + line.taxes.reduce((sum, { taxCents }) => sum + taxCents, 0),
    0,
  );
}

/** One of a list, whatever number was drawn. */
export function pick<Value>(list: readonly Value[], index: number): Value {
  const picked = list[index % list.length];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

function lineOf(choices: LineChoices): JournalLine {
  const kind = pick<LineKind>(LINE_KINDS, choices.kind);
  const cameBack = kind === 'return' || kind === 'trade_up';
  const originalKind = cameBack
    ? pick<LineKind | null>([null, ...SOLD], choices.originalKind)
    : null;
  const sold = cameBack ? (originalKind ?? 'item') : kind;
  const sign = cameBack ? -1 : 1;
  const priced = ['item', 'service', 'gift_wrap', 'care_plan'].includes(sold);
  const costs = priced || sold === 'shipping';
  return aLine({
    kind,
    originalKind,
    categoryClass: pick(CATEGORY_CLASSES, choices.category),
    owner: pick(OWNERS, choices.owner),
    grossCents: sign * choices.grossCents,
    discountCents: priced ? sign * Math.min(choices.discountCents, choices.grossCents) : 0,
    costCents: costs && choices.costCents >= 0 ? sign * choices.costCents : null,
    taxes: [
      { agency: 'State', taxCents: sign * choices.stateTaxCents },
      { agency: 'County', taxCents: sign * choices.countyTaxCents },
    ],
    delivered: choices.delivered,
  });
}

function paymentOf(choices: PaymentChoices): JournalPayment {
  const tender = pick(TENDER_KINDS, choices.tender);
  return aPayment(tender, choices.amountCents, {
    detail: pick(PROVIDERS, choices.detail),
    // Cash lies in the drawer or does not: nobody wonders whether it was charged.
    state: tender === 'cash' ? 'known' : pick(STATES, choices.state),
  });
}
