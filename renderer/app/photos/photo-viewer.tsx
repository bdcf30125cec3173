import './photos.css';
import type { PhotoId } from '#shared/ids.ts';
import type { Photo, PhotoSubject } from '#shared/photos/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { PhotoImage } from './photo-image.tsx';
import { useRemovePhoto } from './use-photos.ts';

export interface PhotoViewerProps {
  readonly subject: PhotoSubject;
  readonly photos: readonly Photo[];
  /** The one that is looked at; undefined: closed. */
  readonly openId: string | undefined;
  readonly name: string;
  readonly mayChange: boolean;
  readonly onShow: (photoId: string | undefined) => void;
}

/** One photo large: arrows lead to the others, M makes it the main one, Del takes it away with a way back. */
export function PhotoViewer(props: PhotoViewerProps) {
  const { photos, openId, name, onShow } = props;
  const at = photos.findIndex((photo) => photo.photoId === openId);
  const photo = photos[at];
  return (
    <Dialog open={photo !== undefined} title={name} width="wide" onClose={() => onShow(undefined)}>
      {photo === undefined ? null : <OpenPhoto {...props} photo={photo} at={at} />}
    </Dialog>
  );
}

interface OpenPhotoProps extends PhotoViewerProps {
  readonly photo: Photo;
  readonly at: number;
}

function OpenPhoto({ subject, photos, photo, at, name, mayChange, onShow }: OpenPhotoProps) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const removal = useRemovePhoto();
  const arrange = useCommand((store, photoIds: readonly PhotoId[], commandId) =>
    store.photos.arrange({ commandId, subject, photoIds: [...photoIds] }),
  );
  const step = (by: number) => onShow(photos[(at + by + photos.length) % photos.length]?.photoId);
  const others = photos.filter((each) => each.photoId !== photo.photoId);
  const makeMain = () => void arrange.run([photo.photoId, ...others.map((each) => each.photoId)]);
  const remove = () => {
    onShow((photos[at + 1] ?? photos[at - 1])?.photoId);
    void removal.run(photo.photoId);
  };
  const many = () => photos.length > 1;
  const mayLead = () => mayChange && at > 0;
  useCommands([
    { id: 'photo.next', chord: '→', label: 'photos:keys.next', when: many, run: () => step(1) },
    {
      id: 'photo.before',
      chord: '←',
      label: 'photos:keys.before',
      when: many,
      run: () => step(-1),
    },
    { id: 'photo.main', chord: 'M', label: 'photos:keys.main', when: mayLead, run: makeMain },
    {
      id: 'photo.remove',
      chord: 'Del',
      label: 'photos:keys.remove',
      when: () => mayChange,
      run: remove,
    },
  ]);
  const added = { at: format.dateTime(photo.addedAtMs), by: photo.addedBy ?? t('nobody') };
  const label =
    photo.caption === '' ? t('open', { place: at + 1, count: photos.length, name }) : photo.caption;
  return (
    <div className="photos-viewer">
      <div className="photos-stage">
        <PhotoImage key={photo.photoId} photoId={photo.photoId} size="full" alt={label} />
      </div>
      {mayChange ? (
        <Caption key={`${photo.photoId} ${photo.caption}`} photo={photo} />
      ) : (
        <Text>{photo.caption}</Text>
      )}
      <div className="photos-acts">
        <Text size="second" tone="muted">
          {t('place', { place: at + 1, count: photos.length })} {at === 0 ? `· ${t('main')}` : ''} ·{' '}
          {t('added', added)}
        </Text>
        <span className="ui-grow" />
        {photos.length > 1 ? (
          <>
            <Button hint="←" onClick={() => step(-1)}>
              {t('before')}
            </Button>
            <Button hint="→" onClick={() => step(1)}>
              {t('next')}
            </Button>
          </>
        ) : null}
        {mayLead() ? (
          <Button hint="M" onClick={makeMain}>
            {t('makeMain')}
          </Button>
        ) : null}
        {mayChange ? (
          <Button kind="danger" icon="trash" hint="Del" onClick={remove}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
      <RefusalNote refusal={removal.refusal ?? arrange.refusal} />
      <FailureNote failure={removal.failure ?? arrange.failure} />
    </div>
  );
}

/** Words under the photo, kept when the field is left or Enter is pressed. */
function Caption({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation('photos');
  const [text, setText] = useState(photo.caption);
  const command = useCommand((store, caption: string, commandId) =>
    store.photos.caption({ commandId, photoId: photo.photoId, caption }),
  );
  const keep = () => {
    if (text.trim() !== photo.caption) void command.run(text.trim());
  };
  return (
    <>
      <TextField
        label={t('caption')}
        value={text}
        maxLength={120}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
    </>
  );
}
