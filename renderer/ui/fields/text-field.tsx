import './fields.css';
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, Ref } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { Field, type FieldFrameProps } from './field.tsx';

export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: 36 | 44 | 56;
  readonly icon?: IconName;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'search';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly name?: string;
  readonly secret?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <div
          className="ui-input"
          data-size={props.size ?? 36}
          data-wrong={ids.invalid}
          data-off={props.disabled}
        >
          {props.icon === undefined ? null : <Icon name={props.icon} />}
          <input
            id={ids.id}
            ref={props.inputRef}
            type={props.secret === true ? 'password' : 'text'}
            name={props.name}
            value={props.value}
            inputMode={props.inputMode}
            autoComplete={props.autoComplete ?? 'off'}
            spellCheck={false}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true || undefined}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            onBlur={props.onBlur}
            onKeyDown={props.onKeyDown}
          />
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly disabled?: boolean;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <div className="ui-input" data-wrong={ids.invalid} data-off={props.disabled}>
          <textarea
            id={ids.id}
            value={props.value}
            rows={props.rows ?? 3}
            maxLength={props.maxLength}
            disabled={props.disabled}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        </div>
      )}
    </Field>
  );
}
