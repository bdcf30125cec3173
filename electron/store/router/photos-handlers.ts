import { addPhoto, checkPhoto } from '#db/photos/add-photo.ts';
import { arrangePhotos, captionPhoto, putBackPhoto, removePhoto } from '#db/photos/change-photo.ts';
import { findPhotoRow } from '#db/photos/find-photos.ts';
import { photoContentHash, readPhotoFile, writePhotoFiles } from '#db/store/photo-files.ts';
import type { PhotoBytes } from '#shared/photos/contract.ts';
import { MAX_PHOTO_BYTES, MAX_THUMB_BYTES } from '#shared/photos/limits.ts';
import { missingPhotoRight, type PhotoSubjectKind } from '#shared/photos/subjects.ts';
import { refuse } from '#shared/result.ts';
import type { StoreProcess } from '../writer/store-process.ts';
import { fromReader, gated, sessionOf, type GatedContext } from './gate.ts';
import { toWriter } from './to-writer.ts';

/** Whoever may see a piece or a customer may see its photos, and whoever may change it may change them. */
const photos = gated.photos;

interface Forbidding {
  FORBIDDEN(options: {
    readonly data: { readonly permission: NonNullable<ReturnType<typeof missingPhotoRight>> };
  }): Error;
}

function demand(
  context: GatedContext,
  errors: Forbidding,
  kind: PhotoSubjectKind | undefined,
  act: 'read' | 'write',
): void {
  const permission = kind && missingPhotoRight(sessionOf(context).roles, kind, act);
  if (permission) throw errors.FORBIDDEN({ data: { permission } });
}

const kindOf = ({ store }: GatedContext, photoId: string) =>
  findPhotoRow(store.shop.writer, photoId)?.subjectKind;

const list = fromReader('photos.list');
const mains = fromReader('photos.mains');
const remove = toWriter('photos.remove', removePhoto);
const putBack = toWriter('photos.putBack', putBackPhoto);
const caption = toWriter('photos.caption', captionPhoto);
const arrange = toWriter('photos.arrange', arrangePhotos);

export const photosHandlers = {
  list: photos.list.handler((call) => {
    demand(call.context, call.errors, call.input.subject.kind, 'read');
    return list(call);
  }),
  mains: photos.mains.handler((call) => {
    demand(call.context, call.errors, call.input.kind, 'read');
    return mains(call);
  }),
  bytes: photos.bytes.handler(({ input: { photoId, size }, context, errors }) => {
    const row = findPhotoRow(context.store.shop.writer, photoId);
    demand(context, errors, row?.subjectKind, 'read');
    return row ? bytesOf(context.store, row.contentHash, size) : MISSING;
  }),
  add: photos.add.handler(async ({ input, context, errors }) => {
    const { subject, commandId } = input;
    demand(context, errors, subject.kind, 'write');
    if (input.photo.size > MAX_PHOTO_BYTES || input.thumb.size > MAX_THUMB_BYTES)
      return refuse({ code: 'PHOTO_TOO_LARGE' });
    const photo = new Uint8Array(await input.photo.arrayBuffer());
    const thumb = new Uint8Array(await input.thumb.arrayBuffer());
    const size = checkPhoto(photo, thumb);
    if (!size.ok) return size;
    const { store } = context;
    const contentHash = photoContentHash(photo);
    // Files first: a crash here leaves files without a row, which are swept, and never a row without its files.
    await writePhotoFiles(placeOf(store, contentHash), { full: photo, thumb });
    const command = store.context('photos.add', commandId, sessionOf(context));
    const row = {
      subject,
      contentHash,
      size: size.value,
      photoBytes: photo.length,
      thumbBytes: thumb.length,
    };
    return store.shop.writer.write(command, row, (tx) => addPhoto(tx, command, row));
  }),
  remove: photos.remove.handler((call) => {
    demand(call.context, call.errors, kindOf(call.context, call.input.photoId), 'write');
    return remove(call);
  }),
  putBack: photos.putBack.handler((call) => {
    demand(call.context, call.errors, kindOf(call.context, call.input.photoId), 'write');
    return putBack(call);
  }),
  caption: photos.caption.handler((call) => {
    demand(call.context, call.errors, kindOf(call.context, call.input.photoId), 'write');
    return caption(call);
  }),
  arrange: photos.arrange.handler((call) => {
    demand(call.context, call.errors, call.input.subject.kind, 'write');
    return arrange(call);
  }),
};

const MISSING: PhotoBytes = { state: 'missing' };

function placeOf(store: StoreProcess, contentHash: string) {
  const { keyHex, files } = store;
  if (keyHex === undefined) throw new Error('an open store has a key');
  return { folder: files.photos, keyHex, contentHash };
}

function bytesOf(store: StoreProcess, contentHash: string, size: 'full' | 'thumb'): PhotoBytes {
  const read = readPhotoFile(placeOf(store, contentHash), size);
  if (read === 'missing' || read === 'damaged') return { state: read };
  return {
    state: 'here',
    file: new File([new Uint8Array(read)], 'photo.webp', { type: 'image/webp' }),
  };
}
