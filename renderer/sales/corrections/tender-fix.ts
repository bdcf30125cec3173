import type { Id, SaleId } from '#shared/ids.ts';
import { type Cents, negateCents, subtractCents, sumCents } from '#shared/money.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import type { StandingPayment } from '#shared/sales/corrections/contract.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import type { CheckKind, TenderKind } from '#shared/sales/tenders.ts';

/** A tender as it truly was, while it is typed. Amounts are positive, also of a refund. */
export interface TenderFix {
  readonly paymentId: Id<'payment'>;
  readonly kind: TenderKind;
  readonly amountCents: Cents | undefined;
  /** Card brand, or what an other tender is called. */
  readonly brand: string;
  readonly reference: string;
  readonly checkKind: CheckKind;
  readonly giftCardCode: string;
  readonly providerId: Id<'financeProvider'> | null;
}

/** What a payment may become. A lease is a sale to the lessor and stays one. */
export const FIXABLE = [
  'cash',
  'card',
  'check',
  'gift_card',
  'store_credit',
  'house_account',
  'finance',
  'other',
] as const satisfies readonly TenderKind[];

export function emptyFix(
  paymentId: Id<'payment'>,
  kind: TenderKind,
  amountCents: Cents | undefined,
): TenderFix {
  return {
    paymentId,
    kind,
    amountCents,
    brand: '',
    reference: '',
    checkKind: 'personal',
    giftCardCode: '',
    providerId: null,
  };
}

/** What a correction begins with: all of it in the tender that is taken for the other most often. */
export function firstFix(wrong: readonly StandingPayment[], paymentId: Id<'payment'>): TenderFix {
  const kind = wrong.every((payment) => payment.tender === 'cash') ? 'card' : 'cash';
  return emptyFix(paymentId, kind, absolute(wrongCents(wrong)));
}

/** What the wrong payments came to. */
export function wrongCents(wrong: readonly StandingPayment[]): Cents {
  return sumCents(wrong.map((payment) => payment.amountCents));
}

/** What the right ones lack of that; negative: they are over. */
export function lackCents(wrong: readonly StandingPayment[], fixes: readonly TenderFix[]): Cents {
  const typed = sumCents(fixes.map((fix) => fix.amountCents ?? (0 as Cents)));
  return subtractCents(absolute(wrongCents(wrong)), typed);
}

function absolute(amount: Cents): Cents {
  return Math.abs(amount) as Cents;
}

/** What one tender still needs, by the name of its field. */
export function fixLacks(fix: TenderFix, back: boolean): keyof TenderFix | undefined {
  if (fix.amountCents === undefined || fix.amountCents === 0) return 'amountCents';
  switch (fix.kind) {
    case 'check':
      return fix.reference.trim() === '' && !back ? 'reference' : undefined;
    case 'gift_card':
      return fix.giftCardCode.trim() === '' ? 'giftCardCode' : undefined;
    case 'finance':
      if (fix.providerId === null) return 'providerId';
      return fix.reference.trim() === '' && !back ? 'reference' : undefined;
    case 'other':
      return fix.brand.trim() === '' ? 'brand' : undefined;
    case 'cash':
    case 'card':
    case 'store_credit':
    case 'house_account':
    case 'lease':
      return undefined;
  }
}

/** The tender as the store takes it. `giftCardId`: of the card whose code was typed. */
export function tenderOfFix(
  fix: TenderFix,
  wrong: readonly StandingPayment[],
  giftCardId: Id<'giftCard'> | null,
): SaleTender {
  const back = wrongCents(wrong) < 0;
  const amountCents = fix.amountCents ?? (0 as Cents);
  const { kind, paymentId, brand, reference, checkKind, providerId } = fix;
  return plainTender({
    paymentId,
    kind,
    amountCents: back ? negateCents(amountCents) : amountCents,
    refundOfSaleId: back ? refundedSale(wrong) : null,
    ...((kind === 'card' || kind === 'other') && { brand: brand.trim() }),
    ...(NUMBERED.has(kind) && { reference: reference.trim() }),
    ...(kind === 'check' && !back && { checkKind }),
    ...(kind === 'gift_card' && { giftCardId }),
    ...(kind === 'finance' && { providerId }),
  });
}

const NUMBERED: ReadonlySet<TenderKind> = new Set<TenderKind>([
  'card',
  'check',
  'finance',
  'other',
]);

function refundedSale(wrong: readonly StandingPayment[]): SaleId | null {
  return wrong.find((payment) => payment.refundOfSaleId !== null)?.refundOfSaleId ?? null;
}
