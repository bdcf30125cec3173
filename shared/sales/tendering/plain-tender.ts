import type { SaleTender } from '../contract.ts';

/** A tender with nothing special about it; the caller names what is. */
export function plainTender(
  tender: Pick<SaleTender, 'paymentId' | 'kind' | 'amountCents'> & Partial<SaleTender>,
): SaleTender {
  return {
    brand: '',
    reference: '',
    unknown: false,
    checkKind: null,
    holdUntil: null,
    giftCardId: null,
    providerId: null,
    plan: '',
    refundOfSaleId: null,
    overrideId: null,
    ...tender,
  };
}
