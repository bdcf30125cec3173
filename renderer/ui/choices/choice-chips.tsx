import type { Chord } from '../../commands/chord.ts';
import { Key } from '../actions/key.tsx';
import { type Choice, RadioChoices } from './radio-choices.tsx';

export interface KeyedChoice<Value extends string> extends Choice<Value> {
  /** The key that chooses it, shown beside its words; `useCommands` makes it work. */
  readonly hint?: Chord;
}

export interface ChoiceChipsProps<Value extends string> {
  readonly label: string;
  /** Undefined: none chosen yet. */
  readonly value: Value | undefined;
  readonly choices: readonly KeyedChoice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** Choices that exclude each other, all in sight, over as many lines as they need. Arrow keys move between them. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  return (
    <RadioChoices {...props} className="ui-choice-chips">
      {(choice) => (
        <>
          <span>{choice.label}</span>
          {choice.hint === undefined ? null : <Key chord={choice.hint} />}
        </>
      )}
    </RadioChoices>
  );
}
