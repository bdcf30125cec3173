import type { Id } from '#shared/ids.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { freshId } from '../fresh-id.ts';

type TileId = Id<'serviceTile'>;

/** Moving tiles, and taking one away with a way back. */
export function useTileActs(tiles: readonly ServiceTile[]) {
  const { t } = useTranslation('services');
  const { show } = useToasts();
  const arrange = useCommand((store, serviceTileIds: readonly TileId[], commandId) =>
    store.services.arrange({ commandId, serviceTileIds: [...serviceTileIds] }),
  );
  const archive = useCommand((store, serviceTileId: TileId, commandId) =>
    store.services.archive({ commandId, serviceTileId }),
  );
  const restore = useCommand((store, tile: ServiceTile, commandId) => {
    const { serviceTileId, ...fields } = tile;
    return store.services.save({ commandId, serviceTileId, isNew: true, fields });
  });
  const ids = tiles.map(({ serviceTileId }) => serviceTileId);
  const move = (tile: ServiceTile, by: 1 | -1) => {
    const from = ids.indexOf(tile.serviceTileId);
    const order = ids.toSpliced(from, 1).toSpliced(from + by, 0, tile.serviceTileId);
    void arrange.run(order);
  };
  /** A tile that was taken away comes back as a new one, in its old place. */
  const bringBack = async (tile: ServiceTile) => {
    const again = { ...tile, serviceTileId: freshId('serviceTile') };
    const answer = await restore.run(again);
    if (answer?.ok !== true) return;
    const order = ids.map((id) => (id === tile.serviceTileId ? again.serviceTileId : id));
    await arrange.run(order);
  };
  const remove = async (tile: ServiceTile) => {
    const answer = await archive.run(tile.serviceTileId);
    if (answer?.ok !== true) return;
    show({
      text: t('tiles.removed', { name: tile.name }),
      action: { label: t('tiles.undo'), run: () => void bringBack(tile) },
    });
  };
  return {
    move,
    remove: (tile: ServiceTile) => void remove(tile),
    refusal: arrange.refusal ?? archive.refusal ?? restore.refusal,
    failure: arrange.failure ?? archive.failure ?? restore.failure,
  };
}
