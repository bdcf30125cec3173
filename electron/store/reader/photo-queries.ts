import { listMainPhotos, listPhotos } from '#db/photos/find-photos.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import type { PhotoSubject } from '#shared/photos/contract.ts';

/** What photos there are; their bytes are read beside the commands. */
export const photoQueries = {
  'photos.list': (db: ReadDb, { subject }: { readonly subject: PhotoSubject }) =>
    listPhotos(db, subject),
  'photos.mains': listMainPhotos,
};
