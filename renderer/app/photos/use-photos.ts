import type { PhotoId } from '#shared/ids.ts';
import type {
  AddPhotoRefusal,
  ChangePhotoRefusal,
  Photo,
  PhotoBytes,
  PhotoSubject,
} from '#shared/photos/contract.ts';
import type { PhotoSubjectKind } from '#shared/photos/subjects.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useStoreQuery, type StoreAnswer } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { preparePhoto, type PreparedPhoto } from './prepare-photo.ts';

/** Photos of a subject, the main one first. */
export function usePhotos(subject: PhotoSubject): StoreAnswer<readonly Photo[]> {
  return useStoreQuery({
    key: ['photos.list', subject.kind, subject.id],
    tables: ['photo'],
    read: (store, signal) => store.photos.list({ subject }, { signal }),
  });
}

/** The main photo of each subject of a list. */
export function useMainPhotos(
  kind: PhotoSubjectKind,
  ids: readonly string[],
): Readonly<Record<string, PhotoId>> {
  const asked = ids.slice(0, 200);
  const { data } = useStoreQuery({
    key: ['photos.mains', kind, ...asked],
    tables: ['photo'],
    enabled: asked.length > 0,
    keepLast: true,
    read: (store, signal) => store.photos.mains({ kind, ids: [...asked] }, { signal }),
  });
  return data ?? {};
}

export type ShownPhoto = PhotoBytes | { readonly state: 'waiting' };

/** A photo's bytes, or why they are not there. */
export function useShownPhoto(photoId: PhotoId, size: 'full' | 'thumb'): ShownPhoto {
  const { data, failure } = useStoreQuery<PhotoBytes>({
    key: ['photos.bytes', photoId, size],
    tables: ['photo'],
    read: (store, signal) => store.photos.bytes({ photoId, size }, { signal }),
  });
  if (failure !== undefined) return { state: 'missing' };
  return data ?? { state: 'waiting' };
}

/** A file that was not added, by its name, and why. */
export interface NotAdded {
  readonly name: string;
  readonly refusal: AddPhotoRefusal | { readonly code: string };
}

/** Adds photos to a subject one after another; what is refused is said and does not stop the others. */
export function useAddPhotos(subject: PhotoSubject) {
  const { t } = useTranslation('photos');
  const { show } = useToasts();
  const [busy, setBusy] = useState(0);
  const [refused, setRefused] = useState<readonly NotAdded[]>([]);
  const command = useCommand(
    (store, { photo, thumb }: PreparedPhoto & { readonly attempt: string }, commandId) =>
      store.photos.add({ commandId, subject, photo, thumb }),
    { attemptKey: ({ attempt }) => attempt },
  );
  /** Answers whether it is there now. */
  const addOne = async (photo: PreparedPhoto): Promise<boolean> => {
    const answer = await command.run({ ...photo, attempt: crypto.randomUUID() });
    if (answer?.ok === false) setRefused([{ name: '', refusal: answer.refusal }]);
    if (answer?.ok === true && answer.value.alreadyThere) show({ text: t('alreadyThere') });
    return answer?.ok === true;
  };
  const addFiles = async (files: readonly File[]): Promise<void> => {
    setBusy(files.length);
    const wrong: NotAdded[] = [];
    setRefused(wrong);
    for (const [index, file] of files.entries()) {
      const prepared = await preparePhoto(file);
      if (prepared.ok) {
        const answer = await command.run({ ...prepared.value, attempt: crypto.randomUUID() });
        if (answer?.ok === false) wrong.push({ name: file.name, refusal: answer.refusal });
        if (answer?.ok === true && answer.value.alreadyThere) show({ text: t('alreadyThere') });
      } else wrong.push({ name: file.name, refusal: prepared.refusal });
      setBusy(files.length - index - 1);
    }
    setRefused(wrong);
  };
  return { addOne, addFiles, busy, refused, failure: command.failure, refuse: setRefused };
}

/** Takes a photo away at once and offers it back. */
export function useRemovePhoto() {
  const { t } = useTranslation('photos');
  const { show } = useToasts();
  const putBack = useCommand((store, photoId: PhotoId, commandId) =>
    store.photos.putBack({ commandId, photoId }),
  );
  const remove = useCommand<PhotoId, null, ChangePhotoRefusal | { readonly code: string }>(
    (store, photoId, commandId) => store.photos.remove({ commandId, photoId }),
  );
  const run = async (photoId: PhotoId): Promise<void> => {
    const answer = await remove.run(photoId);
    if (answer?.ok !== true) return;
    const undo = async () => {
      const back = await putBack.run(photoId);
      if (back?.ok !== true) show({ text: t('notPutBack'), tone: 'danger' });
    };
    show({ text: t('removed'), action: { label: t('putBack'), run: () => void undo() } });
  };
  return { run, refusal: remove.refusal, failure: remove.failure };
}
