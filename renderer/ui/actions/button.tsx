import './actions.css';
import type { ReactNode, Ref } from 'react';
import type { Chord } from '../../commands/chord.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { Key } from './key.tsx';

export interface ButtonProps {
  readonly kind?: 'primary' | 'default' | 'quiet' | 'danger';
  /** Height in px at 100 % text: 36 for the mouse, 44 for touch, 56 for the one main act of a region. */
  readonly size?: 36 | 44 | 56;
  /** The key that does the same, shown on the button. It only shows it; `useCommands` makes it work. */
  readonly hint?: Chord;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** The act is under way: keeps focus and place, takes no second press. */
  readonly busy?: boolean;
  /** For buttons whose words alone do not say enough. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly describedBy?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { kind = 'default', size = 36, wide = false, type = 'button', busy = false } = props;
  const press = () => {
    if (!busy) props.onClick?.();
  };
  return (
    <button
      ref={props.ref}
      className="ui-button"
      data-kind={kind}
      data-size={size}
      data-wide={wide}
      type={busy ? 'button' : type}
      disabled={props.disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={props.hint === undefined ? undefined : ariaKeys(props.hint)}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true || undefined}
      onClick={press}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      <span>{props.children}</span>
      {props.hint === undefined ? null : <Key chord={props.hint} />}
    </button>
  );
}

function ariaKeys(chord: Chord): string {
  return chord.replace('Ctrl', 'Control').replace('Esc', 'Escape').replace('Del', 'Delete');
}
