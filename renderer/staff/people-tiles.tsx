import type { StaffMember } from '#shared/staff/contract.ts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonBadge } from '../app/session/person-badge.tsx';
import { nextIndex } from '../ui/lists/roving.ts';
import { useTypedInitials } from './typed-initials.ts';

export interface PeopleTilesProps {
  readonly people: readonly StaffMember[];
  readonly chosen: StaffMember | undefined;
  /** Nobody is chosen yet: letters are initials. */
  readonly waiting: boolean;
  readonly onChoose: (person: StaffMember) => void;
}

/** A tile for each person: letters, arrow keys and Enter, a click or a tap. */
export function PeopleTiles({ people, chosen, waiting, onChoose }: PeopleTilesProps) {
  const { t } = useTranslation('sign-in');
  const tiles = useRef<HTMLDivElement>(null);
  const focusTile = (index: number) =>
    tiles.current?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  useTypedInitials(people, waiting, {
    onOne: onChoose,
    onSome: (person) => focusTile(people.indexOf(person)),
  });
  useEffect(() => {
    if (waiting) tiles.current?.querySelector('button')?.focus();
  }, [waiting]);
  const move = (key: string, preventDefault: () => void) => {
    const buttons = [...(tiles.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = nextIndex(SIDEWAYS[key] ?? key, at, people.length, 1);
    if (next === undefined) return;
    preventDefault();
    focusTile(next);
  };
  return (
    <div
      ref={tiles}
      className="sign-in-tiles"
      role="group"
      aria-label={t('people')}
      onKeyDown={(event) => move(event.key, () => event.preventDefault())}
    >
      {people.map((person) => (
        <button
          key={person.staffId}
          type="button"
          className="sign-in-tile"
          aria-pressed={person.staffId === chosen?.staffId}
          onClick={() => onChoose(person)}
        >
          <PersonBadge initials={person.initials} size="large" />
          <span className="sign-in-tile-words">
            <b>{person.name}</b>
            <small>
              {person.hasPin
                ? person.roles.map((role) => t(`roles.${role}`)).join(', ')
                : t('noPin')}
            </small>
          </span>
        </button>
      ))}
    </div>
  );
}

const SIDEWAYS: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
};
