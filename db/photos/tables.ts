import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PHOTO_SUBJECTS } from '#shared/photos/subjects.ts';
import { profileTable } from '../write-path/synced-table.ts';

export const photo = sqliteTable(
  'photo',
  {
    storeId: text('store_id').notNull(),
    id: text('id').notNull(),
    subjectKind: text('subject_kind', { enum: PHOTO_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
    /** SHA-256 of the photo's WebP file. */
    contentHash: text('content_hash').notNull(),
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    photoBytes: integer('photo_bytes').notNull(),
    thumbBytes: integer('thumb_bytes').notNull(),
    caption: text('caption').notNull(),
    /** Lower is further left; the lowest is the main photo. */
    place: integer('place').notNull(),
    staffId: text('staff_id'),
    atMs: integer('at_ms').notNull(),
    removedAtMs: integer('removed_at_ms'),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const photoTable = profileTable(photo, {
  personal: ['caption'],
  plain: ['subjectKind', 'subjectId', 'contentHash', 'staffId'],
});
