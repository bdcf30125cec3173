import './choices.css';
import { type ReactNode, useId } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface RadioChoicesProps<Value extends string, Each extends Choice<Value>> {
  readonly className: string;
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly Each[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** What stands on a choice. */
  readonly children: (choice: Each) => ReactNode;
}

/** Choices that exclude each other, all in sight: radio buttons that look as their class says. */
export function RadioChoices<Value extends string, Each extends Choice<Value>>(
  props: RadioChoicesProps<Value, Each>,
) {
  const name = useId();
  return (
    <div className={props.className} role="radiogroup" aria-label={props.label}>
      {props.choices.map((choice) => (
        <label key={choice.value}>
          <input
            className="ui-hidden"
            type="radio"
            name={name}
            checked={choice.value === props.value}
            disabled={props.disabled}
            onChange={() => props.onChange(choice.value)}
          />
          {props.children(choice)}
        </label>
      ))}
    </div>
  );
}
