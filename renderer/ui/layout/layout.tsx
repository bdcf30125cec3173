import './layout.css';
import type { ReactNode } from 'react';

export type Gap = 0 | 4 | 8 | 12 | 16 | 24;

export interface StackProps {
  readonly gap?: Gap;
  readonly grow?: boolean;
  readonly children: ReactNode;
}

export function Stack({ gap = 8, grow = false, children }: StackProps) {
  return (
    <div className={grow ? 'ui-stack ui-grow' : 'ui-stack'} data-gap={gap}>
      {children}
    </div>
  );
}

export interface RowProps extends StackProps {
  readonly align?: 'start' | 'center' | 'end' | 'baseline';
  /** Pushes the first and the last child to the two ends. */
  readonly apart?: boolean;
  readonly wrap?: boolean;
}

export function Row(props: RowProps) {
  const { gap = 8, grow = false, align = 'center', apart = false, wrap = false } = props;
  return (
    <div
      className={grow ? 'ui-row ui-grow' : 'ui-row'}
      data-gap={gap}
      data-align={align}
      data-apart={apart}
      data-wrap={wrap}
    >
      {props.children}
    </div>
  );
}

/** Takes the room that is left in a Row or Stack. */
export function Spacer() {
  return <span className="ui-grow" />;
}
