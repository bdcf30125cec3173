import type { PieceId } from '#shared/ids.ts';
import type { Piece } from '#shared/stock/contract.ts';
import { usePathParts } from '../app/navigation.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** The piece with its history; null: there is none. */
export function usePiece(pieceId: PieceId): StoreAnswer<Piece | null> {
  return useStoreQuery({
    key: ['stock.get', pieceId],
    tables: ['piece', 'piece_state', 'stock_movement', 'sale'],
    read: (store, signal) => store.stock.get({ pieceId }, { signal }),
  });
}

/** Parsing: the address is text, the store checks that it is an id. */
export function usePieceIdOfPath(): PieceId {
  return (usePathParts()['pieceId'] ?? '') as PieceId;
}
