import './actions.css';
import type { Ref } from 'react';
import type { Chord } from '../../commands/chord.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { Hint } from './hint.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** Its name for screen readers, and the tooltip. */
  readonly label: string;
  readonly size?: 24 | 36 | 44;
  readonly hint?: Chord;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, size = 36, hint, disabled, ref, onClick } = props;
  return (
    <Hint label={label} {...(hint === undefined ? {} : { chord: hint })}>
      <button
        ref={ref}
        className="ui-icon-button"
        data-size={size}
        type="button"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon name={icon} small={size === 24} />
      </button>
    </Hint>
  );
}
