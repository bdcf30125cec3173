import { z } from 'zod';
import { commandId, idOf, requiredText } from '../../fields.ts';
import type { Id, PieceId } from '../../ids.ts';
import { answer, command, found, query } from '../../procedure.ts';

export type PlaceId = Id<'place'>;

/** Where pieces lie in the shop: a case, a tray of it, the safe. */
export interface Place {
  readonly placeId: PlaceId;
  /** What its label says, `T1-3`; the printed code has a check character after it. */
  readonly number: string;
  readonly name: string;
  /** Pieces in stock that belong there. */
  readonly pieceCount: number;
}

/** As many pieces as one command puts away: they travel as one change. */
export const MOST_PUT_AWAY = 200;

export type SavePlaceRefusal =
  | { readonly code: 'PLACE_NOT_FOUND' }
  | { readonly code: 'PLACE_NAME_TAKEN'; readonly name: string };

/** What a scan says to somebody who is putting pieces away. */
export type PutAwayScan =
  | { readonly kind: 'place'; readonly placeId: PlaceId; readonly name: string }
  | { readonly kind: 'pieces'; readonly pieceIds: readonly PieceId[]; readonly words: string }
  | { readonly kind: 'unknown' };

export const placesContract = {
  list: query('stock.read', z.object({})).output(found<readonly Place[]>()),
  add: command(
    'stock.count',
    z.object({ commandId, placeId: idOf('place'), name: requiredText(40) }),
  ).output(answer<{ readonly number: string }, SavePlaceRefusal>()),
  rename: command(
    'stock.count',
    z.object({ commandId, placeId: idOf('place'), name: requiredText(40) }),
  ).output(answer<null, SavePlaceRefusal>()),
  /** Takes a place out of use; pieces that belonged there belong nowhere. */
  close: command('stock.write', z.object({ commandId, placeId: idOf('place') })).output(
    answer<null, { readonly code: 'PLACE_NOT_FOUND' } | { readonly code: 'PLACE_NOT_EMPTY' }>(),
  ),
  /** What a scanned code means while pieces are put away: a place's label, or pieces. */
  read: query('stock.read', z.object({ code: z.string().max(200) })).output(found<PutAwayScan>()),
  /** Says where pieces belong; null: nowhere. */
  putAway: command(
    'stock.count',
    z.object({
      commandId,
      placeId: idOf('place').nullable(),
      pieceIds: z.array(idOf('piece')).min(1).max(MOST_PUT_AWAY),
    }),
  ).output(answer<{ readonly count: number }, { readonly code: 'PLACE_NOT_FOUND' }>()),
};
