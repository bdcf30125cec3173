import type { Id } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { hasCertificate } from './find-certificate.ts';
import { exemptionCertificateTable } from './tables.ts';

/**
 * Takes a certificate out of use: from the next sale on it exempts nobody. Sales made under it stay as they are. Refuses
 * with `CERTIFICATE_NOT_FOUND`, also one that is out of use already.
 */
export function archiveCertificate(
  tx: WriteTx,
  context: CommandContext,
  { exemptionCertificateId }: { readonly exemptionCertificateId: Id<'exemptionCertificate'> },
): Result<null, { readonly code: 'CERTIFICATE_NOT_FOUND' }> {
  if (!hasCertificate(tx, exemptionCertificateId)) return refuse({ code: 'CERTIFICATE_NOT_FOUND' });
  tx.archive(exemptionCertificateTable, exemptionCertificateId, context.nowMs);
  return ok(null);
}
