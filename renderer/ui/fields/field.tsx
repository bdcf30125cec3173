import './fields.css';
import { useId, type ReactNode } from 'react';

export interface FieldFrameProps {
  readonly label: string;
  /** The label is only for screen readers: a table's head or a section already shows it. */
  readonly hideLabel?: boolean;
  /** A sentence: what is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly help?: ReactNode;
  /** Small words at the right end of the label: "optional". */
  readonly note?: ReactNode;
}

export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
}

interface Props extends FieldFrameProps {
  readonly children: (ids: FieldIds) => ReactNode;
}

/** Label above, input, then the error or the help below it, tied together for screen readers. */
export function Field({ label, hideLabel = false, error, help, note, children }: Props) {
  const id = useId();
  const words = error ?? help;
  const describedBy = words === undefined ? undefined : `${id}-words`;
  return (
    <div className="ui-field">
      <label className={hideLabel ? 'ui-hidden' : 'ui-field-label'} htmlFor={id}>
        <span>{label}</span>
        {note === undefined ? null : <span>{note}</span>}
      </label>
      {children({ id, describedBy, invalid: error === undefined ? undefined : true })}
      {words === undefined ? null : (
        <div
          id={describedBy}
          className={error === undefined ? 'ui-field-help' : 'ui-field-error'}
          role={error === undefined ? undefined : 'alert'}
        >
          {words}
        </div>
      )}
    </div>
  );
}
