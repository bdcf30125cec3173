import type { StaffMember } from '#shared/staff/contract.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { isTextEntry } from '../commands/listen.ts';
import { findByInitials } from './find-by-initials.ts';

/** Letters further apart than this are two tries, not one pair of initials. */
const TYPING_MS = 1200;

export interface TypedInitialsHandlers {
  readonly onOne: (person: StaffMember) => void;
  readonly onSome: (person: StaffMember) => void;
}

/** Hears initials typed anywhere on the page while nobody is chosen yet. */
export function useTypedInitials(
  people: readonly StaffMember[],
  listening: boolean,
  { onOne, onSome }: TypedInitialsHandlers,
): void {
  const typed = useRef({ letters: '', atMs: 0 });
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!listening || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!/^\p{L}$/u.test(event.key) || isTextEntry(event.target)) return;
    const goesOn = event.timeStamp - typed.current.atMs < TYPING_MS;
    const letters = (goesOn ? typed.current.letters : '') + event.key;
    typed.current = { letters, atMs: event.timeStamp };
    const meant = findByInitials(people, letters);
    if (meant.kind === 'one') onOne(meant.person);
    if (meant.kind === 'some') onSome(meant.person);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', onKeyDown);
    // Nobody scans before signing in, and the detector would hold the letters back until a scan is ruled out.
    document.body.dataset['ownScan'] = '';
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      delete document.body.dataset['ownScan'];
    };
  }, []);
}
