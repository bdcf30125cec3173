import { z } from 'zod';
import { commandId, idOf, requiredText, typedText } from '../../fields.ts';
import type { CustomerId, Id, SaleId, StaffId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { SalesShare } from '../cart.ts';
import { cart, type CompleteSaleRefusal, tender } from '../contract.ts';
import type { CheckKind, TenderKind } from '../tenders.ts';

const correction = {
  commandId,
  saleId: idOf('sale'),
  /** A manager's word; null where the right is there already. */
  overrideId: idOf('override').nullable(),
};

export const correctTenderInput = z.object({
  ...correction,
  reason: requiredText(200),
  /** Payments that were written down wrongly, each as a whole. */
  takeBack: z.array(idOf('payment')).min(1).max(20).readonly(),
  /** What was truly paid in their place: the same sum. */
  tenders: z.array(tender).min(1).max(20).readonly(),
});
export type CorrectTenderInput = z.infer<typeof correctTenderInput>;

export const correctSellerInput = z.object({
  ...correction,
  reason: requiredText(200),
  soldBy: idOf('staff'),
  /** Two or more who share it; the first is `soldBy`. Null: one alone. */
  shares: cart.shape.shares,
});
export type CorrectSellerInput = z.infer<typeof correctSellerInput>;

export const correctCustomerInput = z.object({
  ...correction,
  /** May be empty where a sale without a customer gets one. */
  reason: typedText(200),
  customerId: idOf('customer').nullable(),
});
export type CorrectCustomerInput = z.infer<typeof correctCustomerInput>;

type NotCorrectable =
  | { readonly code: 'SALE_NOT_FOUND' }
  | { readonly code: 'CORRECTION_OF_VOID' }
  | { readonly code: 'CORRECTION_NEEDS_OVERRIDE' }
  | { readonly code: 'CORRECTION_NEEDS_REASON' }
  | { readonly code: 'CORRECTION_CHANGES_NOTHING' }
  | { readonly code: 'DRAWER_NOT_OPEN' };

export type CorrectTenderRefusal =
  | NotCorrectable
  /** Of another sale, or taken back already. */
  | { readonly code: 'PAYMENT_NOT_CORRECTABLE' }
  /** Nobody knows yet whether it was charged. */
  | { readonly code: 'PAYMENT_UNSETTLED' }
  /** The check cleared or came back, the lender paid: the bank's word stands. */
  | { readonly code: 'PAYMENT_SETTLED_SINCE'; readonly tender: TenderKind }
  /** A refund onto a card or a credit that was spent since. */
  | { readonly code: 'REFUND_SPENT_SINCE'; readonly tender: TenderKind }
  /** A lease is a sale to the lessor: another tender would be another sale. */
  | { readonly code: 'LEASE_NOT_CORRECTABLE' }
  | { readonly code: 'CORRECTION_SUM_DIFFERS'; readonly offCents: Cents }
  /** The cash lies in a drawer that is open elsewhere. */
  | { readonly code: 'CORRECT_AT_ITS_REGISTER'; readonly registerName: string }
  | Extract<
      CompleteSaleRefusal,
      {
        readonly code:
          | 'TENDER_NEEDS_DETAIL'
          | 'TENDER_NEEDS_CUSTOMER'
          | 'GIFT_CARD_UNKNOWN'
          | 'GIFT_CARD_SHORT'
          | 'GIFT_CARD_OVER_CAP'
          | 'STORE_CREDIT_SHORT'
          | 'ACCOUNT_NOT_OPEN'
          | 'ACCOUNT_STOPPED'
          | 'ACCOUNT_OVER_LIMIT'
          | 'ACCOUNT_PAYS_ITSELF'
          | 'PROVIDER_NOT_FOUND'
          | 'LESSOR_NOT_READY'
          | 'REFUND_OVER_PAID';
      }
    >;

export type CorrectSellerRefusal = NotCorrectable | { readonly code: 'STAFF_NOT_FOUND' };

export type CorrectCustomerRefusal =
  | NotCorrectable
  | { readonly code: 'CUSTOMER_NOT_FOUND' }
  /** Store credit, an account or goods on approval of the sale stand on this customer's name. */
  | { readonly code: 'SALE_ON_CUSTOMERS_NAME'; readonly customerName: string }
  /** The sale was not taxed because of this customer. */
  | { readonly code: 'SALE_UNTAXED_FOR_CUSTOMER'; readonly customerName: string };

/** A payment of a sale that stands, as a correction sees it. */
export interface StandingPayment {
  readonly paymentId: Id<'payment'>;
  readonly tender: TenderKind;
  readonly brand: string;
  readonly reference: string;
  readonly checkKind: CheckKind | null;
  readonly giftCardId: Id<'giftCard'> | null;
  readonly providerId: Id<'financeProvider'> | null;
  readonly plan: string;
  /** Less its change; negative where money went back. */
  readonly amountCents: Cents;
  readonly refundOfSaleId: SaleId | null;
  /** Why it stays as it is; null: it may be corrected. */
  readonly stays: CorrectTenderRefusal | null;
}

/** What may be corrected of a sale, and what was. */
export interface CorrectableSale {
  readonly saleId: SaleId;
  readonly number: string;
  readonly voided: boolean;
  readonly totalCents: Cents;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  readonly soldBy: StaffId;
  /** Who shares it; one alone has all of it. Empty where nobody earns on the sale. */
  readonly shares: readonly SalesShare[];
  readonly payments: readonly StandingPayment[];
  /** Newest first. */
  readonly corrections: readonly MadeCorrection[];
}

export interface MadeCorrection {
  readonly kind: 'tender' | 'sold_by' | 'customer';
  readonly reason: string;
  /** Initials. */
  readonly by: string;
  readonly atMs: number;
}

/** The money of a paid ticket stays; who bought, who sold and how it was paid may have been written down wrongly. */
export const correctionsContract = {
  ofSale: query('sales.read', z.object({ saleId: idOf('sale') })).output(
    found<CorrectableSale | null>(),
  ),
  tender: command('sales.sell', correctTenderInput).output(
    answer<{ readonly saleId: SaleId }, CorrectTenderRefusal>(),
  ),
  seller: command('sales.sell', correctSellerInput).output(
    answer<{ readonly saleId: SaleId }, CorrectSellerRefusal>(),
  ),
  /** A sale without a customer gets one from whoever sells; another one needs the right to correct. */
  customer: command('sales.sell', correctCustomerInput).output(
    answer<{ readonly saleId: SaleId }, CorrectCustomerRefusal>(),
  ),
};
