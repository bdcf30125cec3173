import './messages.css';
import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export interface EmptyStateProps {
  readonly icon?: IconName;
  /** What belongs here. */
  readonly title: string;
  /** How it gets here. */
  readonly children?: ReactNode;
  /** The next step: one or two buttons. */
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon === undefined ? null : <Icon name={icon} />}
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div>{actions}</div>}
    </div>
  );
}
