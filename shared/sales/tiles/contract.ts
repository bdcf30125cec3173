import { z } from 'zod';
import { commandId, idOf, priceCents, requiredText } from '../../fields.ts';
import type { Id } from '../../ids.ts';
import type { Cents, RatePpm } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import { TAX_CLASSES, type TaxClass } from '../../taxes/tax-class.ts';

/** What a tile of the Sell screen adds: a line of this kind. */
export const TILE_KINDS = ['service', 'gift_wrap', 'care_plan', 'shipping'] as const;
export type TileKind = (typeof TILE_KINDS)[number];

/** As many tiles as a screen and a hand can hold. */
export const MAX_TILES = 40;

const partsOfMillion = z
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => value as RatePpm);

export const serviceTileFields = z.object({
  kind: z.enum(TILE_KINDS),
  /** Short and lasting, for reports: `BATTERY`. One tile in use has it. */
  code: requiredText(24),
  name: requiredText(80),
  priceCents,
  /** What a care plan costs of its piece, where it is not priced by an amount. */
  pricePpm: partsOfMillion,
  taxClass: z.enum(TAX_CLASSES),
  taxed: z.boolean(),
  /** The share of the price that is parts, for work. */
  partsPpm: partsOfMillion,
});
export type ServiceTileFields = z.infer<typeof serviceTileFields>;

/** A key of the Sell screen for what is sold without a piece of the stock. Prices in cents, shares in parts per million. */
export interface ServiceTile {
  readonly serviceTileId: Id<'serviceTile'>;
  readonly kind: TileKind;
  readonly code: string;
  readonly name: string;
  readonly priceCents: Cents;
  readonly pricePpm: RatePpm;
  readonly taxClass: TaxClass;
  readonly taxed: boolean;
  readonly partsPpm: RatePpm;
}

export type SaveTileRefusal =
  | { readonly code: 'TILE_CODE_TAKEN'; readonly name: string }
  | { readonly code: 'TILES_FULL' }
  | { readonly code: 'TILE_NOT_FOUND' };

export const saveTileInput = z.object({
  commandId,
  serviceTileId: idOf('serviceTile'),
  /** False: one that must be there. */
  isNew: z.boolean(),
  fields: serviceTileFields,
});

export const arrangeTilesInput = z.object({
  commandId,
  /** All of them, in their new order. */
  serviceTileIds: z.array(idOf('serviceTile')).max(MAX_TILES),
});

export const servicesContract = {
  /** The tiles in use, in their order. */
  list: query('signedIn', z.object({})).output(found<readonly ServiceTile[]>()),
  /** Adds a tile at the end, or changes one. Lines that were sold with it stay as they were. */
  save: command('settings.change', saveTileInput).output(answer<null, SaveTileRefusal>()),
  /** Puts the tiles in another order. */
  arrange: command('settings.change', arrangeTilesInput).output(
    answer<null, { readonly code: 'TILE_NOT_FOUND' }>(),
  ),
  /** Takes a tile off the Sell screen. */
  archive: command(
    'settings.change',
    z.object({ commandId, serviceTileId: idOf('serviceTile') }),
  ).output(answer<null, { readonly code: 'TILE_NOT_FOUND' }>()),
};
