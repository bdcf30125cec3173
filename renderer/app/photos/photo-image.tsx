import './photos.css';
import type { PhotoId } from '#shared/ids.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons/icon.tsx';
import { useShownPhoto } from './use-photos.ts';

export interface PhotoImageProps {
  readonly photoId: PhotoId;
  readonly size: 'full' | 'thumb';
  /** What it shows, for those who do not see it. Empty beside words that say it. */
  readonly alt: string;
}

/** A photo, or in its place why there is none. */
export function PhotoImage({ photoId, size, alt }: PhotoImageProps) {
  const { t } = useTranslation('photos');
  const shown = useShownPhoto(photoId, size);
  if (shown.state === 'here') return <FileImage file={shown.file} size={size} alt={alt} />;
  if (shown.state === 'waiting') return <span className="photo-waiting" data-size={size} />;
  return (
    <span className="photo-lost" data-size={size}>
      <Icon name="alert" />
      {size === 'full' ? t(`file.${shown.state}`) : t('file.short')}
    </span>
  );
}

interface FileImageProps {
  readonly file: File;
  readonly size: 'full' | 'thumb';
  readonly alt: string;
}

/** Its bytes have an address for as long as the image is on the page. */
function FileImage({ file, size, alt }: FileImageProps) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(file);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return <img ref={show} className="photo-image" data-size={size} alt={alt} />;
}

/** The main photo in a row of a list; an empty place where there is none, so that the words stand in line. */
export function RowPhoto({ photoId }: { readonly photoId: PhotoId | undefined }) {
  return (
    <span className="photo-row">
      {photoId === undefined ? null : <PhotoImage photoId={photoId} size="thumb" alt="" />}
    </span>
  );
}
