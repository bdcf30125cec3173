import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { PhotoId } from '#shared/ids.ts';
import type { Photo, PhotoSubject } from '#shared/photos/contract.ts';
import type { PhotoSubjectKind } from '#shared/photos/subjects.ts';
import { staff } from '../staff/tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { photo } from './tables.ts';

export type PhotoRow = typeof photo.$inferSelect;

/** A photo by its id, removed ones too. */
export function findPhotoRow(db: ReadDb, photoId: string): PhotoRow | undefined {
  return rowById(db).get({ storeId: db.storeId, photoId });
}

/** The rows of a subject, removed ones too, in their order. */
export function listPhotoRows(db: ReadDb, { kind, id }: PhotoSubject): readonly PhotoRow[] {
  return rowsOfSubject(db).all({ storeId: db.storeId, kind, id });
}

/** Photos of a subject that are not removed, the main one first. */
export function listPhotos(db: ReadDb, { kind, id }: PhotoSubject): readonly Photo[] {
  return photosOfSubject(db)
    .all({ storeId: db.storeId, kind, id })
    .map((row) => ({ ...row, photoId: row.photoId as PhotoId }));
}

/** The main photo of each of these subjects; those without a photo are left out. */
export function listMainPhotos(
  db: ReadDb,
  { kind, ids }: { readonly kind: PhotoSubjectKind; readonly ids: readonly string[] },
): Readonly<Record<string, PhotoId>> {
  const mains: Record<string, PhotoId> = {};
  if (ids.length === 0) return mains;
  const rows = db.orm
    .select({ subjectId: photo.subjectId, photoId: photo.id })
    .from(photo)
    .where(
      and(
        eq(photo.storeId, db.storeId),
        eq(photo.subjectKind, kind),
        inArray(photo.subjectId, [...ids]),
        isNull(photo.removedAtMs),
      ),
    )
    .orderBy(asc(photo.subjectId), asc(photo.place), asc(photo.id))
    .all();
  for (const { subjectId, photoId } of rows) mains[subjectId] ??= photoId as PhotoId;
  return mains;
}

const rowById = prepared((orm) =>
  orm
    .select()
    .from(photo)
    .where(
      and(eq(photo.storeId, sql.placeholder('storeId')), eq(photo.id, sql.placeholder('photoId'))),
    )
    .prepare(),
);

const ofSubject = and(
  eq(photo.storeId, sql.placeholder('storeId')),
  eq(photo.subjectKind, sql.placeholder('kind')),
  eq(photo.subjectId, sql.placeholder('id')),
);

const rowsOfSubject = prepared((orm) =>
  orm.select().from(photo).where(ofSubject).orderBy(asc(photo.place), asc(photo.id)).prepare(),
);

const photosOfSubject = prepared((orm) =>
  orm
    .select({
      photoId: photo.id,
      caption: photo.caption,
      widthPx: photo.widthPx,
      heightPx: photo.heightPx,
      addedAtMs: photo.atMs,
      addedBy: staff.name,
    })
    .from(photo)
    .leftJoin(staff, and(eq(staff.storeId, photo.storeId), eq(staff.id, photo.staffId)))
    .where(and(ofSubject, isNull(photo.removedAtMs)))
    .orderBy(asc(photo.place), asc(photo.id))
    .prepare(),
);
