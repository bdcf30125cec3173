import { chordOf, isFunctionKey, isTypedChord } from './chord.ts';
import type { CommandRegistry } from './registry.ts';

/** True where typed characters belong to the focused element. */
export function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file'].includes(
      target.type,
    );
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Enter and Space already mean something on a button, a link or a list that listens itself. */
function activatesItself(target: EventTarget | null, chord: string): boolean {
  if (chord !== 'Enter' && chord !== 'Space') return false;
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, summary, input, [role="option"], [data-own-enter]') !== null
  );
}

/** Lets key presses reach the registry. Presses a part already took (`preventDefault`) stay with that part. */
export function listenForCommands(registry: CommandRegistry, target: Window): () => void {
  // Asked before the list itself hears the key: Esc closes an open list first, and leads back the next time.
  let listWasOpen = false;
  const beforeKeyDown = ({ target: focused }: KeyboardEvent) => {
    listWasOpen = focused instanceof HTMLElement && focused.ariaExpanded === 'true';
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = chordOf(event);
    if (chord === undefined || event.isComposing) return;
    if (isFunctionKey(chord)) event.preventDefault();
    else if (event.defaultPrevented) return;
    if (chord === 'Esc' && listWasOpen) return;
    if (event.repeat && !isRepeatable(chord)) return;
    if (activatesItself(event.target, chord)) return;
    const run = registry.find(chord, isTextEntry(event.target));
    if (!run) return;
    event.preventDefault();
    run();
  };
  target.addEventListener('keydown', beforeKeyDown, { capture: true });
  target.addEventListener('keydown', onKeyDown);
  return () => {
    target.removeEventListener('keydown', beforeKeyDown, { capture: true });
    target.removeEventListener('keydown', onKeyDown);
  };
}

/** A key held down must not pay twice; moving through a list may repeat. */
function isRepeatable(chord: string): boolean {
  return !isFunctionKey(chord) && !isTypedChord(chord) && chord.length <= 2;
}

/** Runs a character the scanner held back and then found to be typed by a person. */
export function runTypedKey(registry: CommandRegistry, key: string): void {
  registry.find(key === ' ' ? 'Space' : key.toUpperCase(), false)?.();
}
