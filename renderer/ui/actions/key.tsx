import './actions.css';
import { chordLabel, type Chord } from '../../commands/chord.ts';

/** A key as it is printed on the keyboard, beside what it does. */
export function Key({ chord }: { readonly chord: Chord }) {
  return (
    <kbd className="ui-key" aria-hidden="true">
      {chordLabel(chord)}
    </kbd>
  );
}
