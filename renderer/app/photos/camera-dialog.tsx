import './photos.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { prepareFrame, type PreparedPhoto } from './prepare-photo.ts';
import { useCamera } from './use-camera.ts';

export interface CameraDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Keeps a photo; answers whether it is kept. */
  readonly onPhoto: (photo: PreparedPhoto) => Promise<boolean>;
}

/** What the camera sees. Space takes as many photos as one likes; Esc leads back to the thing they are of. */
export function CameraDialog({ open, onClose, onPhoto }: CameraDialogProps) {
  const { t } = useTranslation('photos');
  return (
    <Dialog open={open} title={t('camera.title')} width="wide" onClose={onClose}>
      {open ? <Viewfinder onClose={onClose} onPhoto={onPhoto} /> : null}
    </Dialog>
  );
}

function Viewfinder({ onClose, onPhoto }: Omit<CameraDialogProps, 'open'>) {
  const { t } = useTranslation('photos');
  const { camera, cameras, choose, again } = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const [taken, setTaken] = useState(0);
  const [busy, setBusy] = useState(false);
  const stream = camera.state === 'on' ? camera.stream : undefined;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null;
  }, [stream]);
  const shoot = async () => {
    const frame = video.current;
    if (busy || frame === null || frame.videoWidth === 0) return;
    setBusy(true);
    const prepared = await prepareFrame(frame);
    const kept = prepared.ok && (await onPhoto(prepared.value));
    if (kept) setTaken((count) => count + 1);
    setBusy(false);
  };
  useCommands([
    {
      id: 'photos.shoot',
      chord: 'Space',
      label: 'photos:keys.shoot',
      when: () => stream !== undefined,
      run: () => void shoot(),
    },
  ]);
  if (camera.state === 'starting') return <Progress label={t('camera.starting')} />;
  if (camera.state !== 'on')
    return (
      <Note
        tone="warning"
        title={t(`camera.${camera.state}.title`)}
        action={<Button onClick={again}>{t('camera.again')}</Button>}
      >
        {t(`camera.${camera.state}.next`)}
      </Note>
    );
  return (
    <div className="photos-camera">
      <video ref={video} autoPlay playsInline muted aria-label={t('camera.picture')} />
      <div className="photos-camera-acts">
        {cameras.length > 1 ? (
          <SelectField
            label={t('camera.which')}
            value={camera.deviceId}
            choices={cameras.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label === '' ? t('camera.unnamed', { number: index + 1 }) : label,
            }))}
            onChange={choose}
          />
        ) : null}
        <span role="status">
          <Text tone="muted">
            {taken === 0 ? t('camera.hint') : t('camera.taken', { count: taken })}
          </Text>
        </span>
        <Button hint="Esc" onClick={onClose}>
          {t('camera.done')}
        </Button>
        <Button kind="primary" icon="camera" hint="Space" busy={busy} onClick={() => void shoot()}>
          {t('camera.shoot')}
        </Button>
      </div>
    </div>
  );
}
