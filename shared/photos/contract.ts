import { z } from 'zod';
import { commandId, idOf, typedText } from '../fields.ts';
import type { PhotoId } from '../ids.ts';
import { answer, ask, command, found, query } from '../procedure.ts';
import { MOST_PHOTOS } from './limits.ts';
import { PHOTO_SUBJECTS } from './subjects.ts';
import type { WebpProblem } from './webp.ts';

export const photoSubject = z.object({
  kind: z.enum(PHOTO_SUBJECTS),
  id: z.union([idOf('piece'), idOf('customer')]),
});
export type PhotoSubject = z.infer<typeof photoSubject>;

const pictureFile = z.file();

export interface Photo {
  readonly photoId: PhotoId;
  readonly caption: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly addedAtMs: number;
  readonly addedBy: string | null;
}

/** The bytes of a photo as the window shows them. */
export type PhotoBytes =
  | { readonly state: 'here'; readonly file: z.infer<typeof pictureFile> }
  /** The file is not where it should be. */
  | { readonly state: 'missing' }
  /** It is, and its bytes are not those that were put there. */
  | { readonly state: 'damaged' };

export type AddPhotoRefusal =
  | WebpProblem
  | { readonly code: 'PHOTO_TOO_LARGE' }
  | { readonly code: 'PHOTO_SUBJECT_NOT_FOUND' }
  | { readonly code: 'PHOTO_TOO_MANY'; readonly most: number };

export type ChangePhotoRefusal =
  | { readonly code: 'PHOTO_NOT_FOUND' }
  | { readonly code: 'PHOTO_GONE' };

const photoId = idOf('photo');
const oneId = z.object({ commandId, photoId });

export const photosContract = {
  /** Photos of a piece or a customer in their order; the first is the main one. */
  list: query('signedIn', z.object({ subject: photoSubject })).output(found<readonly Photo[]>()),
  /** The main photo of each of many, for lists: subject → photo. Those without one are left out. */
  mains: query(
    'signedIn',
    z.object({ kind: z.enum(PHOTO_SUBJECTS), ids: z.array(z.string().max(40)).max(200) }),
  ).output(found<Readonly<Record<string, PhotoId>>>()),
  bytes: ask('signedIn', z.object({ photoId, size: z.enum(['full', 'thumb']) })).output(
    found<PhotoBytes>(),
  ),
  /** Photo and thumbnail as WebP, as the window made them. The same photo of the same subject is kept once. */
  add: command(
    'signedIn',
    z.object({ commandId, subject: photoSubject, photo: pictureFile, thumb: pictureFile }),
  ).output(
    answer<{ readonly photoId: PhotoId; readonly alreadyThere: boolean }, AddPhotoRefusal>(),
  ),
  remove: command('signedIn', oneId).output(answer<null, ChangePhotoRefusal>()),
  putBack: command('signedIn', oneId).output(answer<null, ChangePhotoRefusal>()),
  caption: command('signedIn', oneId.extend({ caption: typedText(120) })).output(
    answer<null, ChangePhotoRefusal>(),
  ),
  /** All photos of a subject in a new order. */
  arrange: command(
    'signedIn',
    z.object({ commandId, subject: photoSubject, photoIds: z.array(photoId).max(MOST_PHOTOS) }),
  ).output(answer<null, ChangePhotoRefusal>()),
};
