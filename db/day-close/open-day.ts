import { ok, type Result } from '#shared/result.ts';
import { type OpenDrawerInput, openDrawer } from '../drawer/open-drawer.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { supplementLateDays } from './supplements/make-supplement.ts';

/**
 * Opens this register's drawer, and first tells what came to its closed days since the last one in supplements of their
 * own. Refuses with `DRAWER_ALREADY_OPEN`.
 */
export function openDay(
  tx: WriteTx,
  context: CommandContext,
  input: OpenDrawerInput,
): Result<
  {
    readonly drawerSessionId: OpenDrawerInput['drawerSessionId'];
    readonly businessDate: string;
    readonly supplements: readonly string[];
  },
  { readonly code: 'DRAWER_ALREADY_OPEN' }
> {
  const opened = openDrawer(tx, context, input);
  if (!opened.ok) return opened;
  const supplements = supplementLateDays(tx, context).map(({ number }) => number);
  return ok({ ...opened.value, supplements });
}
