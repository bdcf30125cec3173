import './choices.css';
import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** A 56 px tile with an edge, for the receipt row and other choices made by finger. */
  readonly tile?: boolean;
}

export function Checkbox({
  label,
  detail,
  checked,
  onChange,
  disabled,
  tile = false,
}: CheckboxProps) {
  return (
    <label className="ui-check" data-tile={tile}>
      <span className="ui-check-box">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <Icon name="check" small />
      </span>
      <span>
        {tile ? <b>{label}</b> : label}
        {detail === undefined ? null : <small>{detail}</small>}
      </span>
    </label>
  );
}
