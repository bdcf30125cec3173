import type { PieceTag, TagSettings } from '#shared/stock/tags/contract.ts';
import { layoutTag } from '#shared/stock/tags/tag-layout.ts';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../ui/layout/layout.tsx';
import { TagNotes, TagView } from './tag-view.tsx';

export interface TagPreviewProps {
  readonly tag: PieceTag;
  readonly settings: TagSettings;
}

/** The tag of one piece on the stock in this register's printer. */
export function TagPreview({ tag, settings }: TagPreviewProps) {
  const { t } = useTranslation('tags');
  const layout = layoutTag(tag, settings.printer.stock, settings.terms.symbology);
  return (
    <Stack gap={8}>
      <TagView layout={layout} label={t('previewOf', { number: tag.stockNumber })} />
      <TagNotes layout={layout} />
    </Stack>
  );
}
