import { refuse, type Result } from '#shared/result.ts';
import type { TaxAreaId, TaxRounding } from '#shared/taxes/tax-rule.ts';
import { saveSelling } from '../settings/save-selling.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { listAreaRows } from './find-tax-terms.ts';

/**
 * Says whose tax holds in the store and where half a cent is rounded, from the next sale on. Both stand among the
 * selling terms and are set here alone. Refuses with `TAX_AREA_NOT_FOUND` a place that is not set up.
 */
export function saveTaxTerms(
  tx: WriteTx,
  context: CommandContext,
  { homeAreaId, rounding }: { readonly homeAreaId: TaxAreaId; readonly rounding: TaxRounding },
): Result<null, { readonly code: 'TAX_AREA_NOT_FOUND' }> {
  if (!listAreaRows(tx).some(({ id }) => id === homeAreaId))
    return refuse({ code: 'TAX_AREA_NOT_FOUND' });
  return saveSelling(tx, context, {
    selling: { homeTaxAreaId: homeAreaId, taxRounding: rounding },
  });
}
