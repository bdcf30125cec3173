import './fields.css';
import type { BusinessDate } from '#shared/time.ts';
import type { Ref } from 'react';
import { Field, type FieldFrameProps } from './field.tsx';

export interface DateFieldProps extends FieldFrameProps {
  /** Undefined while the field is empty or holds no whole day. */
  readonly value: BusinessDate | undefined;
  readonly onChange: (value: BusinessDate | undefined) => void;
  readonly least?: BusinessDate | undefined;
  readonly size?: 36 | 44 | 56;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A day, typed part by part or chosen from the system's own calendar. It has no zone: a business date. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, least, size = 36, disabled, autoFocus } = props;
  return (
    <Field {...props}>
      {(ids) => (
        <div className="ui-input" data-size={size} data-wrong={ids.invalid} data-off={disabled}>
          <input
            id={ids.id}
            ref={props.inputRef}
            className="ui-date"
            type="date"
            value={value ?? ''}
            min={least}
            max="9999-12-31"
            disabled={disabled}
            autoFocus={autoFocus}
            data-autofocus={autoFocus === true || undefined}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            onChange={(event) => onChange(dayOf(event.currentTarget.value))}
          />
        </div>
      )}
    </Field>
  );
}

/** Parsing: the field itself answers a day that exists, or nothing. */
function dayOf(text: string): BusinessDate | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as BusinessDate) : undefined;
}
