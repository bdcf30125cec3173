import { isTextEntry } from '../commands/listen.ts';
import { snapshotOf, type Restore } from './field-snapshot.ts';
import {
  createScanDetector,
  type ScanAction,
  type ScanOptions,
  type Stroke,
} from './scan-detector.ts';

export interface Scan {
  readonly code: string;
  /** The same code within 700 ms: a held trigger for a document, one more for a counted article. */
  readonly repeat: boolean;
}

export interface ScanListener {
  readonly onScan: (scan: Scan) => void;
  /** A character typed by a person while no field had focus. */
  readonly onTypedKey: (key: string) => void;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);

/**
 * Hears every key of the window before anyone else. Keys on their way into a field pass at once, and the field is put back
 * when they prove to be a scan. Keys without a field wait until it is clear who sent them, at most one gap long.
 * A part marked `data-own-scan` reads its scanner itself.
 */
export function listenForScans(
  page: Window,
  listener: ScanListener,
  options?: ScanOptions,
): () => void {
  const detector = createScanDetector(options);
  const touched = new Map<EventTarget, Restore>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const act = (actions: readonly ScanAction[], event?: KeyboardEvent) => {
    for (const action of actions) {
      if (action.kind === 'remember') touched.clear();
      else if (action.kind === 'release') action.keys.forEach(listener.onTypedKey);
      else if (event) swallow(event);
      if (action.kind === 'scan') {
        for (const restore of touched.values()) restore();
        touched.clear();
        listener.onScan({ code: action.code, repeat: action.repeat });
      }
    }
    clearTimeout(timer);
    const releaseAtMs = detector.releaseAtMs();
    if (releaseAtMs === undefined) return;
    timer = setTimeout(
      () => act(detector.settle(performance.now())),
      releaseAtMs - performance.now() + 1,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (MODIFIERS.has(event.key) || readsItself(event.target)) return;
    const stroke = strokeOf(event);
    act(detector.feed(stroke), event);
    if (stroke.target === 'field') note(event.target);
  };
  const note = (field: EventTarget | null) => {
    if (field === null || touched.has(field)) return;
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      touched.set(field, snapshotOf(field));
    }
  };
  page.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    page.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

function strokeOf(event: KeyboardEvent): Stroke {
  return {
    key: event.key,
    atMs: event.timeStamp,
    target: isTextEntry(event.target) ? 'field' : 'page',
    human: event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey,
  };
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function readsItself(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-own-scan]') !== null;
}
