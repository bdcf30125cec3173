import { ok, type Result } from '#shared/result.ts';
import type { StoreFields } from '#shared/settings/contract.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { changedFields } from './changed-fields.ts';
import { getStore } from './find-settings.ts';
import { storeTable } from './tables.ts';

/** Changes what the shop says of itself. Receipts printed again show the new head; their figures stay. */
export function saveStore(
  tx: WriteTx,
  _context: CommandContext,
  { store }: { readonly store: StoreFields },
): Result<null, never> {
  tx.setFields(storeTable, tx.storeId, changedFields(getStore(tx), store));
  return ok(null);
}
