import type { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { arrangeTilesInput } from '#shared/sales/tiles/contract.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { serviceTileTable } from '../counter-tables.ts';
import { listTileRows } from './list-tiles.ts';

/**
 * Puts the tiles in the given order; those that are not named come after it, as they were. Refuses with
 * `TILE_NOT_FOUND` when one was taken away meanwhile.
 */
export function arrangeTiles(
  tx: WriteTx,
  _context: CommandContext,
  { serviceTileIds }: Omit<z.infer<typeof arrangeTilesInput>, 'commandId'>,
): Result<null, { readonly code: 'TILE_NOT_FOUND' }> {
  const rows = new Map(listTileRows(tx).map((row) => [row.id, row]));
  if (serviceTileIds.some((id) => !rows.has(id))) return refuse({ code: 'TILE_NOT_FOUND' });
  const order = new Set<string>([...serviceTileIds, ...rows.keys()]);
  for (const [index, id] of [...order].entries()) {
    const position = index + 1;
    if (rows.get(id)?.position !== position) tx.setFields(serviceTileTable, id, { position });
  }
  return ok(null);
}
