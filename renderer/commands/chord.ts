/** One key with what was held down: `F9`, `Ctrl+Enter`, `Alt+1`, `Esc`, `/`, `C`. */
export type Chord = string;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
};

/** The chord of a key press; undefined for a modifier alone, a dead key or an unfinished composition. */
export function chordOf(press: KeyPress): Chord | undefined {
  if (['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Process', 'Unidentified'].includes(press.key)) {
    return undefined;
  }
  const held = press.ctrlKey || press.metaKey;
  const parts: string[] = [];
  if (held) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  // Shift is part of `?` itself; it is named only where it does not already show in the character.
  if (press.shiftKey && (press.key.length > 1 || held || press.altKey)) parts.push('Shift');
  parts.push(keyName(press));
  return parts.join('+');
}

function keyName(press: KeyPress): string {
  // Alt changes the character on some layouts, so digits are read from the key's place.
  const digit = press.altKey ? /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1] : undefined;
  if (digit !== undefined) return digit;
  const named = NAMES[press.key];
  if (named !== undefined) return named;
  return press.key.length === 1 ? press.key.toUpperCase() : press.key;
}

/** A chord as it is printed on a key: `Ctrl+Enter` → `Ctrl ↵`. */
export function chordLabel(chord: Chord): string {
  return chord.replace('Enter', '↵').replace(/(?<=.)\+(?=.)/g, ' ');
}

/** A single character without Ctrl or Alt: it belongs to a text field while one has focus, and to a scanner's burst. */
export function isTypedChord(chord: Chord): boolean {
  return chord.length === 1 || chord === 'Space';
}

/** Keys a text field needs for itself. Function keys, Esc and Ctrl or Alt chords reach commands from anywhere. */
export function belongsToField(chord: Chord): boolean {
  if (isTypedChord(chord)) return true;
  return (
    /^(?:Shift\+)?(?:Enter|Tab|Del|Backspace|Home|End|PageUp|PageDown|[↑↓←→])$/.test(chord) ||
    chord === 'Ctrl+Z'
  );
}

/** F1 to F12 never fall through to the browser: F5 would reload a sale away. */
export function isFunctionKey(chord: Chord): boolean {
  return /^(?:Shift\+)?F(?:[1-9]|1[0-2])$/.test(chord);
}
