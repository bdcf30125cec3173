import { ok, refuse, type Result } from '#shared/result.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { serviceTileTable } from '../counter-tables.ts';
import { listTileRows } from './list-tiles.ts';

/** Takes a tile off the Sell screen; what was sold with it stays. Refuses with `TILE_NOT_FOUND` one that is gone. */
export function archiveTile(
  tx: WriteTx,
  context: CommandContext,
  { serviceTileId }: { readonly serviceTileId: string },
): Result<null, { readonly code: 'TILE_NOT_FOUND' }> {
  if (!listTileRows(tx).some(({ id }) => id === serviceTileId))
    return refuse({ code: 'TILE_NOT_FOUND' });
  tx.archive(serviceTileTable, serviceTileId, context.nowMs);
  return ok(null);
}
