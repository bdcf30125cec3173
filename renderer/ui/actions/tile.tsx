import './actions.css';
import type { ReactNode } from 'react';
import type { Chord } from '../../commands/chord.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { Key } from './key.tsx';

export interface TileProps {
  readonly title: string;
  readonly detail: ReactNode;
  readonly hint?: Chord;
  /** Already part of what is being made: soft teal with a teal edge. */
  readonly chosen?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A quick key of the selling screen. A tile never moves by itself. */
export function Tile({ title, detail, hint, chosen = false, disabled, onClick }: TileProps) {
  return (
    <button
      className="ui-tile"
      type="button"
      data-chosen={chosen}
      disabled={disabled}
      onClick={onClick}
    >
      <b>{title}</b>
      <span className="ui-tile-foot">
        <span>{detail}</span>
        {hint === undefined ? null : <Key chord={hint} />}
      </span>
    </button>
  );
}

export interface ChoiceTileProps extends TileProps {
  readonly icon: IconName;
}

/** One tender or one receipt kind: 56 px, pressed or not. */
export function ChoiceTile({
  icon,
  title,
  detail,
  hint,
  chosen = false,
  disabled,
  onClick,
}: ChoiceTileProps) {
  return (
    <button
      className="ui-choice-tile"
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{detail}</small>
      </span>
      {hint === undefined ? null : <Key chord={hint} />}
    </button>
  );
}
