import './text.css';
import type { ReactNode } from 'react';

export type TextSize = 'meta' | 'second' | 'base' | 'lead' | 'title' | 'total' | 'change' | 'due';
export type Tone = 'muted' | 'accent' | 'gold' | 'success' | 'warning' | 'danger' | 'info';

export interface TextProps {
  readonly as?: 'span' | 'p' | 'div' | 'h1' | 'h2' | 'h3' | 'dt' | 'dd' | 'strong';
  readonly size?: TextSize;
  readonly tone?: Tone;
  readonly strong?: boolean;
  /** One line, cut with an ellipsis. */
  readonly clip?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
}

/** Words in one of the eight sizes of the house. */
export function Text(props: TextProps) {
  const { as: Tag = 'span', size, tone, strong, clip, id, children } = props;
  return (
    <Tag
      className="ui-text"
      data-size={size}
      data-tone={tone}
      data-strong={strong}
      data-clip={clip}
      id={id}
    >
      {children}
    </Tag>
  );
}
