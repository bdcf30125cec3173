import './photos.css';
import type { PhotoSubject } from '#shared/photos/contract.ts';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useRefusalText } from '../../i18n/refusal-text.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { FailureNote } from '../answer-notes.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { PhotoImage } from './photo-image.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { useAddPhotos, usePhotos, type NotAdded } from './use-photos.ts';

export interface PhotosCardProps {
  readonly subject: PhotoSubject;
  /** What the photos are of, in words. */
  readonly name: string;
  readonly mayChange: boolean;
}

/** The photos of one thing: looked at, taken, dropped, pasted and chosen. */
export function PhotosCard({ subject, name, mayChange }: PhotosCardProps) {
  const { t } = useTranslation('photos');
  const photos = usePhotos(subject).data ?? [];
  const adding = useAddPhotos(subject);
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const [open, setOpen] = useState<string>();
  const [over, setOver] = useState(false);
  const choose = () => input.current?.click();
  const add = (files: Iterable<File>) => {
    if (mayChange) void adding.addFiles([...files]);
  };
  usePastedPictures(add);
  useCommands([
    {
      id: 'photos.camera',
      chord: 'P',
      label: 'photos:keys.camera',
      when: () => mayChange,
      run: () => setCamera(true),
    },
    {
      id: 'photos.file',
      chord: 'Ctrl+O',
      label: 'photos:keys.file',
      quiet: true,
      when: () => mayChange,
      run: choose,
    },
  ]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div
      className="photos-drop"
      data-over={over && mayChange}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Card padded title={t('title')} label={t('title')}>
        {photos.length === 0 ? (
          <Text as="p" size="second" tone="muted">
            {mayChange ? t('none') : t('noneToSee')}
          </Text>
        ) : (
          <ul className="photos-grid">
            {photos.map((photo, index) => (
              <li key={photo.photoId}>
                <button
                  type="button"
                  className="photo-thumb"
                  aria-label={
                    photo.caption === ''
                      ? t('open', { place: index + 1, count: photos.length, name })
                      : photo.caption
                  }
                  onClick={() => setOpen(photo.photoId)}
                >
                  <PhotoImage photoId={photo.photoId} size="thumb" alt="" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {mayChange ? (
          <div className="photos-acts">
            <Button icon="camera" hint="P" onClick={() => setCamera(true)}>
              {t('take')}
            </Button>
            <Button icon="upload" hint="Ctrl+O" busy={adding.busy > 0} onClick={choose}>
              {t('choose')}
            </Button>
            <input
              ref={input}
              className="ui-hidden"
              type="file"
              multiple
              accept="image/jpeg,image/png,image/webp"
              tabIndex={-1}
              aria-label={t('choose')}
              onChange={(event) => {
                add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = ''; // the same file may be chosen again
              }}
            />
          </div>
        ) : null}
        <span role="status" className="ui-hidden">
          {adding.busy > 0 ? t('adding', { count: adding.busy }) : ''}
        </span>
        <NotAddedNotes refused={adding.refused} />
        <FailureNote failure={adding.failure} />
      </Card>
      <CameraDialog open={camera} onClose={() => setCamera(false)} onPhoto={adding.addOne} />
      <PhotoViewer
        subject={subject}
        photos={photos}
        openId={open}
        name={name}
        mayChange={mayChange}
        onShow={setOpen}
      />
    </div>
  );
}

function NotAddedNotes({ refused }: { readonly refused: readonly NotAdded[] }) {
  const inWords = useRefusalText();
  return refused.map(({ name, refusal }, index) => {
    const { what, next } = inWords(refusal);
    return (
      <Note
        key={index}
        tone="warning"
        title={name === '' ? what : `${name}: ${what}`}
        code={refusal.code}
      >
        {next}
      </Note>
    );
  });
}

/** Pictures that were copied elsewhere. Words belong to the field they are pasted into. */
function usePastedPictures(add: (files: readonly File[]) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])];
    if (pictures.length === 0 || document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    add(pictures);
  });
  useEffect(() => {
    const hear = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', hear);
    return () => window.removeEventListener('paste', hear);
  }, []);
}
