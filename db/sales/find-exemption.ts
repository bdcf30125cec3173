import { ok, refuse, type Result } from '#shared/result.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import { findCustomerBrief } from '../customers/find-customer.ts';
import { findCertificateInForce } from '../taxes/find-certificate.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { findProvider } from './payments/find-provider.ts';

/**
 * The certificate under which a cart is not taxed, null where it is. A lessor buys under its own resale certificate.
 * Refuses who is marked exempt and has no certificate in force: an exemption without one is the store's to pay.
 */
export function findExemption(
  db: ReadDb,
  cart: Pick<Cart, 'customerId' | 'providerId'>,
  businessDate: string,
): Result<
  string | null,
  Extract<CompleteSaleRefusal, { code: 'EXEMPT_NEEDS_CERTIFICATE' | 'LESSOR_NOT_READY' }>
> {
  if (cart.providerId !== null) {
    const provider = findProvider(db, cart.providerId);
    // A lender may be a customer with a certificate too, but it buys nothing.
    const lessorId = provider?.kind === 'lease' ? provider.lessorCustomerId : null;
    const resale = lessorId
      ? findCertificateInForce(db, lessorId, businessDate, 'resale')
      : undefined;
    return resale ? ok(resale.exemptionCertificateId) : refuse({ code: 'LESSOR_NOT_READY' });
  }
  if (cart.customerId === null) return ok(null);
  const certificate = findCertificateInForce(db, cart.customerId, businessDate);
  if (certificate) return ok(certificate.exemptionCertificateId);
  const customer = findCustomerBrief(db, cart.customerId);
  return customer?.taxExempt === true
    ? refuse({ code: 'EXEMPT_NEEDS_CERTIFICATE', customerName: customer.name })
    : ok(null);
}
