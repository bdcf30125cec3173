import './messages.css';
import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export interface ChipProps {
  readonly tone?: 'success' | 'warning' | 'danger' | 'info' | 'gold' | 'accent';
  readonly icon?: IconName;
  /** With it the chip is a button. */
  readonly onClick?: () => void;
  /** The status in one to three words. The colour only repeats them. */
  readonly children: ReactNode;
}

export function Chip({ tone, icon, onClick, children }: ChipProps) {
  const inside = (
    <>
      {icon === undefined ? null : <Icon name={icon} small />}
      {children}
    </>
  );
  if (onClick === undefined) {
    return (
      <span className="ui-chip" data-tone={tone}>
        {inside}
      </span>
    );
  }
  return (
    <button className="ui-chip" data-tone={tone} type="button" onClick={onClick}>
      {inside}
    </button>
  );
}
