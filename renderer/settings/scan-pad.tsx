import { type KeyboardEvent, useRef, useState } from 'react';
import { measure, type Measured } from '../scanner/calibrate.ts';
import { TextField } from '../ui/fields/text-field.tsx';
import { useTranslation } from 'react-i18next';

/** Whoever stops longer than this has begun anew. */
const NEW_TRACE_MS = 600;

interface Stroke {
  readonly key: string;
  readonly atMs: number;
}

/** A field that reads its scanner itself, key by key with its times: nothing else hears of it. */
export function ScanPad({ onTrace }: { readonly onTrace: (measured: Measured) => void }) {
  const { t } = useTranslation('scanner');
  const strokes = useRef<readonly Stroke[]>([]);
  const [shown, setShown] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const ends = key === 'Enter' || key === 'Tab';
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (isChord || event.repeat || (!ends && key.length !== 1)) return;
    const atMs = event.nativeEvent.timeStamp;
    const last = strokes.current.at(-1);
    if (last !== undefined && atMs - last.atMs > NEW_TRACE_MS) strokes.current = [];
    // Tab leaves the field unless it ends a scan.
    if (ends && strokes.current.length === 0) return;
    event.preventDefault();
    strokes.current = [...strokes.current, { key, atMs }];
    if (!ends) {
      setShown(strokes.current.map((stroke) => stroke.key).join(''));
      return;
    }
    onTrace(measure({ keys: strokes.current }));
    strokes.current = [];
    setShown('');
  };
  return (
    <div data-own-scan>
      <TextField
        label={t('pad')}
        help={t('padHelp')}
        size={44}
        autoFocus
        maxLength={200}
        value={shown}
        onChange={() => undefined}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
