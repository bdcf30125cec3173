import './actions.css';
import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { chordLabel, type Chord } from '../../commands/chord.ts';

export interface HintProps {
  readonly label: string;
  readonly chord?: Chord;
  /** One element that takes a ref. */
  readonly children: ReactElement;
}

/** A word and its key over a part, after a short rest of the pointer or on focus. Never the only place of a fact. */
export function Hint({ label, chord, children }: HintProps) {
  return (
    <Tooltip
      label={chord === undefined ? label : `${label} · ${chordLabel(chord)}`}
      openDelay={400}
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: 'ui-tooltip' }}
    >
      {children}
    </Tooltip>
  );
}
