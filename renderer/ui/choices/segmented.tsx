import { type Choice, RadioChoices } from './radio-choices.tsx';

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** Two to four choices that exclude each other, all in sight. Arrow keys move between them. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <RadioChoices {...props} className="ui-segmented">
      {(choice) => choice.label}
    </RadioChoices>
  );
}
