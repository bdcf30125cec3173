import { refuse, ok, type Result } from '#shared/result.ts';
import type { AttestTaxesInput } from '#shared/taxes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { taxesHashOf } from './find-attestation.ts';
import { listAreaRows } from './find-tax-terms.ts';
import { listRuleRows } from './find-taxes.ts';
import { taxAttestationTable } from './tables.ts';

interface Attesting extends Omit<AttestTaxesInput, 'commandId'> {
  readonly businessDate: BusinessDate;
}

/**
 * Writes down an owner's word that the taxes of a place are what the store must collect, and where it says so. Until then
 * they are an example that nobody has checked (docs/rules.md, Money). It holds until they are changed. Refuses with
 * `TAX_AREA_NOT_FOUND`, and with `TAX_AREA_CHANGED` where the taxes are not those that were read.
 */
export function attestTaxes(
  tx: WriteTx,
  context: CommandContext,
  { taxAreaId, taxesHash, source, businessDate }: Attesting,
): Result<null, { readonly code: 'TAX_AREA_NOT_FOUND' } | { readonly code: 'TAX_AREA_CHANGED' }> {
  const area = listAreaRows(tx).find(({ id }) => id === taxAreaId);
  if (!area) return refuse({ code: 'TAX_AREA_NOT_FOUND' });
  if (taxesHashOf(area, listRuleRows(tx, taxAreaId)) !== taxesHash)
    return refuse({ code: 'TAX_AREA_CHANGED' });
  tx.insertFact(taxAttestationTable, {
    id: context.newId('taxAttestation'),
    taxAreaId,
    taxesHash,
    source,
    staffId: actingStaff(context).staffId,
    businessDate,
    atMs: context.nowMs,
  });
  return ok(null);
}
