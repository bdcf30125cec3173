import type { Id } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { ExemptionCertificate } from '#shared/taxes/exemption.ts';
import { findCustomerBrief } from '../customers/find-customer.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { exemptionCertificateTable } from './tables.ts';

/**
 * Keeps the paper that lets a customer buy without tax, with who looked at it. From the next sale on, until it expires,
 * the customer is not taxed: the certificate alone decides that, and nothing else of the customer changes. One that has
 * expired already may be kept too. Refuses with `CUSTOMER_NOT_FOUND`.
 */
export function addCertificate(
  tx: WriteTx,
  context: CommandContext,
  { certificate }: { readonly certificate: ExemptionCertificate },
): Result<
  { readonly exemptionCertificateId: Id<'exemptionCertificate'> },
  { readonly code: 'CUSTOMER_NOT_FOUND' }
> {
  const { exemptionCertificateId, customerId, kind, number, state, expiresOn } = certificate;
  if (!findCustomerBrief(tx, customerId)) return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  tx.insertProfile(exemptionCertificateTable, {
    id: exemptionCertificateId,
    customerId,
    kind,
    number,
    state,
    expiresOn,
    recordedBy: actingStaff(context).staffId,
    createdAtMs: context.nowMs,
  });
  return ok({ exemptionCertificateId });
}
