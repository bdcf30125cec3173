import { z } from 'zod';
import {
  amountCents,
  businessDate,
  commandId,
  idOf,
  priceCents,
  ratePpm,
  requiredText,
  typedText,
} from '../../fields.ts';
import type { CustomerId, Id, SaleId } from '../../ids.ts';
import type { Cents, RatePpm } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { CheckKind, TenderKind } from '../tenders.ts';

/** A payment that somebody must look after, with the sale it belongs to. */
export interface OpenPayment {
  readonly paymentId: Id<'payment'>;
  readonly saleId: SaleId;
  readonly saleNumber: string;
  readonly customerName: string | null;
  readonly tender: TenderKind;
  readonly amountCents: Cents;
  readonly reference: string;
  readonly brand: string;
  readonly businessDate: string;
  readonly atMs: number;
}

export interface OpenCheck extends OpenPayment {
  readonly checkKind: CheckKind;
  readonly holdUntil: string | null;
}

export interface FinancedPayment extends OpenPayment {
  readonly provider: string;
  readonly plan: string;
  /** What the provider will keep by its rate, or of a refund lets go of. */
  readonly feeCents: Cents;
}

export const checkEventInput = z.object({
  commandId,
  paymentId: idOf('payment'),
  kind: z.enum(['cleared', 'returned']),
  /** What the customer is asked for a check that came back. */
  feeCents: priceCents,
  reason: typedText(200),
});

export const resolvePaymentInput = z.object({
  commandId,
  paymentId: idOf('payment'),
  outcome: z.enum(['charged', 'not_charged']),
  note: requiredText(200),
});

export const fundPaymentInput = z.object({
  commandId,
  paymentId: idOf('payment'),
  /** What arrived at the bank; negative where the lender took it back after a return, and its fee then too. */
  amountCents,
  feeCents: amountCents,
  fundedOn: businessDate,
});

export const providerFields = z.object({
  name: requiredText(60),
  kind: z.enum(['finance', 'lease']),
  feePpm: ratePpm,
  /** The customer record of a lessor, which holds its resale certificate. */
  lessorCustomerId: idOf('customer').nullable(),
});
export type ProviderFields = z.infer<typeof providerFields>;

export const saveProviderInput = z.object({
  commandId,
  providerId: idOf('financeProvider'),
  fields: providerFields,
});

export interface Provider {
  readonly providerId: Id<'financeProvider'>;
  readonly name: string;
  readonly kind: 'finance' | 'lease';
  readonly feePpm: RatePpm;
  readonly lessorCustomerId: CustomerId | null;
}

export const paymentsContract = {
  /** Checks that neither cleared nor came back, oldest first. */
  checks: query('sales.read', z.object({})).output(found<readonly OpenCheck[]>()),
  /** Payments nobody is sure of, oldest first. M7. */
  unknown: query('sales.read', z.object({})).output(found<readonly OpenPayment[]>()),
  /** What lenders and lessors still owe, and (negative) still take back of refunds, oldest first. */
  financed: query('sales.read', z.object({})).output(found<readonly FinancedPayment[]>()),
  providers: query('sales.sell', z.object({})).output(found<readonly Provider[]>()),
  recordCheck: command('payments.settle', checkEventInput).output(
    answer<
      null,
      { readonly code: 'PAYMENT_NOT_FOUND' } | { readonly code: 'CHECK_ALREADY_SETTLED' }
    >(),
  ),
  resolve: command('payments.settle', resolvePaymentInput).output(
    answer<
      null,
      { readonly code: 'PAYMENT_NOT_FOUND' } | { readonly code: 'PAYMENT_ALREADY_RESOLVED' }
    >(),
  ),
  fund: command('payments.settle', fundPaymentInput).output(
    answer<
      null,
      | { readonly code: 'PAYMENT_NOT_FOUND' }
      | { readonly code: 'PAYMENT_ALREADY_FUNDED' }
      | { readonly code: 'FUNDING_NOT_EQUAL'; readonly owedCents: Cents }
    >(),
  ),
  saveProvider: command('settings.change', saveProviderInput).output(
    answer<null, { readonly code: 'CUSTOMER_NOT_FOUND' } | { readonly code: 'LESSOR_REQUIRED' }>(),
  ),
  archiveProvider: command(
    'settings.change',
    z.object({ commandId, providerId: idOf('financeProvider') }),
  ).output(answer<null, { readonly code: 'PROVIDER_NOT_FOUND' }>()),
};
