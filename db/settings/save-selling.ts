import { and, eq, sql } from 'drizzle-orm';
import { ok, type Result } from '#shared/result.ts';
import { SELLING_KEYS, type SellingFields } from '#shared/settings/contract.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { setting, settingTable } from './tables.ts';

/** Sets how the store sells. The first run uses it too, with what it asks; the rest stays at its default. */
export function saveSelling(
  tx: WriteTx,
  _context: CommandContext,
  { selling }: { readonly selling: Partial<SellingFields> },
): Result<null, never> {
  for (const key of SELLING_KEYS) {
    const value = selling[key];
    if (value !== undefined) put(tx, key, value);
  }
  return ok(null);
}

function put(tx: WriteTx, id: keyof SellingFields, content: string | number | null): void {
  const value = JSON.stringify(content);
  const now = settingById(tx).get({ storeId: tx.storeId, id });
  if (!now) tx.insertProfile(settingTable, { id, value });
  else if (now.value !== value) tx.setFields(settingTable, id, { value });
}

const settingById = prepared((orm) =>
  orm
    .select({ value: setting.value })
    .from(setting)
    .where(
      and(eq(setting.storeId, sql.placeholder('storeId')), eq(setting.id, sql.placeholder('id'))),
    )
    .prepare(),
);
