import '../fields/fields.css';
import { Field, type FieldFrameProps } from '../fields/field.tsx';
import { Icon } from '../icons/icon.tsx';
import type { Choice } from './radio-choices.tsx';

export interface SelectFieldProps<Value extends string> extends FieldFrameProps {
  /** Undefined shows the placeholder. */
  readonly value: Value | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly size?: 36 | 44 | 56;
  readonly disabled?: boolean;
}

/** One of a short list. The system's own list opens: it works with keyboard, touch and screen readers as people know it. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, choices, onChange, placeholder, size = 36, disabled } = props;
  const choose = (text: string) => {
    const chosen = choices.find((choice) => choice.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Field {...props}>
      {(ids) => (
        <div className="ui-input" data-size={size} data-wrong={ids.invalid} data-off={disabled}>
          <select
            id={ids.id}
            className="ui-select"
            value={value ?? ''}
            disabled={disabled}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {value === undefined ? (
              <option value="" disabled>
                {placeholder ?? ''}
              </option>
            ) : null}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="down" small />
        </div>
      )}
    </Field>
  );
}
