import type { PieceId } from '#shared/ids.ts';
import type { PieceTag, TagSettings } from '#shared/stock/tags/contract.ts';
import { useTranslation } from 'react-i18next';
import { useCommand, useStoreQuery, type StoreAnswer } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';

/** How tags are made here. */
export function useTagSettings(): StoreAnswer<TagSettings> {
  return useStoreQuery({
    key: ['tags.settings'],
    tables: ['setting', 'register_setting'],
    read: (store) => store.tags.settings({}),
  });
}

/** A piece as its tag shows it; undefined while it is not known. */
export function usePieceTag(pieceId: PieceId | undefined): PieceTag | undefined {
  const answer = useStoreQuery({
    key: ['tags.preview', pieceId],
    tables: ['piece', 'setting'],
    read: (store) => store.tags.preview({ pieceIds: pieceId === undefined ? [] : [pieceId] }),
    enabled: pieceId !== undefined,
  });
  return answer.data?.[0];
}

/** Puts tags into the printer's queue, and says so. */
export function usePrintTags() {
  const { t } = useTranslation('tags');
  const { show } = useToasts();
  const command = useCommand((store, pieceIds: readonly PieceId[], commandId) =>
    store.tags.print({ commandId, pieceIds: [...pieceIds] }),
  );
  const print = async (pieceIds: readonly PieceId[]) => {
    if (pieceIds.length === 0) return;
    const answer = await command.run(pieceIds);
    if (answer?.ok === true)
      show({ text: t('queued', { count: answer.value.count }), tone: 'success', seconds: 4 });
  };
  return { ...command, print: (pieceIds: readonly PieceId[]) => void print(pieceIds) };
}
