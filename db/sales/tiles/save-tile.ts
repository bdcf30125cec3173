import type { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import {
  MAX_TILES,
  type SaveTileRefusal,
  type saveTileInput,
  type ServiceTileFields,
} from '#shared/sales/tiles/contract.ts';
import { changedFields } from '../../write-path/changed-fields.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { serviceTileTable } from '../counter-tables.ts';
import { listTileRows } from './list-tiles.ts';

/**
 * Adds a tile after the others, or changes one; the same again changes nothing. Refuses with `TILE_CODE_TAKEN` a code
 * that another tile in use has, `TILES_FULL` when there is no room for more, and `TILE_NOT_FOUND` one that is gone.
 */
export function saveTile(
  tx: WriteTx,
  _context: CommandContext,
  { serviceTileId, isNew, fields }: Omit<z.infer<typeof saveTileInput>, 'commandId'>,
): Result<null, SaveTileRefusal> {
  const rows = listTileRows(tx);
  const stored = rows.find(({ id }) => id === serviceTileId);
  if (!stored && !isNew) return refuse({ code: 'TILE_NOT_FOUND' });
  const namesake = rows.find(({ id, code }) => id !== serviceTileId && sameCode(code, fields.code));
  if (namesake) return refuse({ code: 'TILE_CODE_TAKEN', name: namesake.name });
  if (!stored && rows.length >= MAX_TILES) return refuse({ code: 'TILES_FULL' });
  const columns = tileColumns(fields);
  if (stored) tx.setFields(serviceTileTable, serviceTileId, changedFields(stored, columns));
  else {
    const position = (rows.at(-1)?.position ?? 0) + 1;
    tx.insertProfile(serviceTileTable, { id: serviceTileId, ...columns, position });
  }
  return ok(null);
}

/** The columns of a tile but for its place. */
export function tileColumns({ taxed, ...fields }: ServiceTileFields) {
  return { ...fields, taxed: taxed ? 1 : 0 };
}

function sameCode(a: string, b: string): boolean {
  return a.toLocaleUpperCase('en-US') === b.toLocaleUpperCase('en-US');
}
