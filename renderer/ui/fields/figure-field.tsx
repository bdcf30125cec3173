import './fields.css';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldFrameProps } from './field.tsx';
import type { Typed } from './typed-figures.ts';

/** What every field for a figure is given by the screen it stands on. */
export interface FigureProps<Value> extends FieldFrameProps {
  /** Undefined while the field is empty or holds something that is no figure it takes. */
  readonly value: Value | undefined;
  /** `unreadable`: something stands in the field that is no figure it takes. */
  readonly onChange: (value: Value | undefined, unreadable: boolean) => void;
  readonly size?: 36 | 44 | 56;
  /** Says what is wrong while one still types, because somebody went on with it. */
  readonly strict?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

interface FigureFieldProps<Value> extends FigureProps<Value> {
  readonly read: (text: string) => Typed<Value>;
  readonly write: (value: Value) => string;
  /** What the sentences about a figure it does not take speak of: the least and the most. */
  readonly bounds?: Readonly<Record<string, string | number>>;
  /** Writes what it read as the shop writes it once the field is left; else what was typed stays as typed. */
  readonly tidy?: boolean;
  readonly inputMode: 'decimal' | 'numeric';
  readonly maxLength: number;
  /** Words at the left edge inside the field. */
  readonly lead?: string;
  /** A sign at the right edge inside the field. */
  readonly unit?: string;
  readonly onEnter?: () => void;
}

/** The field behind money, numbers and shares: it keeps what was typed in sight, also what it cannot read. */
export function FigureField<Value>(props: FigureFieldProps<Value>) {
  const { size = 36, lead, unit, tidy = false } = props;
  const figure = useTypedFigure(props);
  return (
    // What was typed is the nearer reason: "type a price" helps nobody who has typed one.
    <Field {...props} error={figure.wrong ?? props.error}>
      {(ids) => (
        <div
          className="ui-input"
          data-size={size}
          data-figures="true"
          data-wrong={ids.invalid}
          data-off={props.disabled}
        >
          {lead === undefined ? null : <span className="ui-input-lead">{lead}</span>}
          <input
            id={ids.id}
            ref={props.inputRef}
            type="text"
            inputMode={props.inputMode}
            autoComplete="off"
            maxLength={props.maxLength}
            value={figure.shown}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true || undefined}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            onChange={(event) => figure.change(event.currentTarget.value)}
            onFocus={(event) => {
              figure.enter();
              event.currentTarget.select();
            }}
            onBlur={figure.leave}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              if (tidy) figure.leave();
              props.onEnter?.();
            }}
          />
          {unit === undefined ? null : <span className="ui-input-lead">{unit}</span>}
        </div>
      )}
    </Field>
  );
}

/** What stands in the field, and what is wrong with it: said once the field is left, or at once when `strict`. */
function useTypedFigure<Value>(props: FigureFieldProps<Value>) {
  const { value, read, write, tidy = false } = props;
  const { t } = useTranslation('common');
  const [typed, setTyped] = useState(() => (value === undefined ? '' : write(value)));
  const [left, setLeft] = useState(true);
  const now = read(typed);
  const own = now.kind === 'value' ? now.value : undefined;
  const written = value === undefined ? '' : write(value);
  // The value was set from outside (a quick amount, a restored cart): show that one.
  const shown = own === value || (value === undefined && now.kind === 'wrong') ? typed : written;
  const wrong =
    now.kind === 'wrong' && shown === typed && (left || props.strict === true)
      ? t(`field.${now.why}`, { ...props.bounds })
      : undefined;
  const change = (text: string) => {
    setTyped(text);
    const next = read(text);
    props.onChange(next.kind === 'value' ? next.value : undefined, next.kind === 'wrong');
  };
  const enter = () => setLeft(false);
  const leave = () => {
    setLeft(true);
    if (tidy) setTyped(own === undefined ? shown : write(own));
  };
  return { shown, wrong, change, enter, leave };
}
