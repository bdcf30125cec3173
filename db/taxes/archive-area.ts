import { ok, refuse, type Result } from '#shared/result.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { listAreaRows } from './find-tax-terms.ts';
import { findHomeAreaId } from './find-taxes.ts';
import { taxAreaTable } from './tables.ts';

/**
 * Takes a place out of use: nothing more is sent there or taxed as there. Sales made keep its tax, and a cart that is to
 * be sent there is refused until it names another. Refuses with `TAX_AREA_NOT_FOUND`, also one that is out of use
 * already, and with `TAX_AREA_IS_HOME` the place of the store, which always has one.
 */
export function archiveArea(
  tx: WriteTx,
  context: CommandContext,
  { taxAreaId }: { readonly taxAreaId: TaxAreaId },
): Result<null, { readonly code: 'TAX_AREA_NOT_FOUND' } | { readonly code: 'TAX_AREA_IS_HOME' }> {
  if (!listAreaRows(tx).some(({ id }) => id === taxAreaId))
    return refuse({ code: 'TAX_AREA_NOT_FOUND' });
  if (findHomeAreaId(tx) === taxAreaId) return refuse({ code: 'TAX_AREA_IS_HOME' });
  tx.archive(taxAreaTable, taxAreaId, context.nowMs);
  return ok(null);
}
