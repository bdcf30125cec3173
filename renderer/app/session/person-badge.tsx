import './person-badge.css';

export interface PersonBadgeProps {
  readonly initials: string;
  readonly size?: 'small' | 'large';
}

/** A person's initials in a soft square, as on receipts and in lists. The name stands beside it. */
export function PersonBadge({ initials, size = 'small' }: PersonBadgeProps) {
  return (
    <span className="person-badge" data-size={size} aria-hidden="true">
      {initials}
    </span>
  );
}
