import { useRef, useState, type RefObject } from 'react';
import { useCommands } from '../commands/command-context.tsx';
import { TextField } from '../ui/fields/text-field.tsx';

export interface ListFilterProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where the rows are: ↓ leads from the field into them. */
  readonly list: RefObject<HTMLElement | null>;
  /** Enter in the field; the list decides whether it is clear enough what is meant. */
  readonly onEnter: () => void;
}

/** The field above a list: focused first, `/` comes back to it, ↓ goes into the rows, Esc empties it. */
export function ListFilter(props: ListFilterProps) {
  const { label, placeholder, value, onChange, list, onEnter } = props;
  const field = useRef<HTMLInputElement>(null);
  // Somebody may be typing into the find box already when a list comes late.
  const [takesFocus] = useState(() => !(document.activeElement instanceof HTMLInputElement));
  useCommands([
    {
      id: 'list.filter',
      chord: '/',
      label: 'common:search',
      run: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
    {
      id: 'list.clear',
      chord: 'Esc',
      label: 'common:clear',
      when: () => value !== '',
      run: () => onChange(''),
    },
  ]);
  return (
    <TextField
      label={label}
      hideLabel
      icon="search"
      inputMode="search"
      placeholder={placeholder}
      maxLength={120}
      autoFocus={takesFocus}
      inputRef={field}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
        else if (event.key === 'ArrowDown' && focusRow(list.current)) event.preventDefault();
      }}
    />
  );
}

/** Puts focus on the row of a list or table that Tab would reach. */
export function focusRow(list: HTMLElement | null): boolean {
  const row = list?.querySelector<HTMLElement>(
    '[role="row"][tabindex="0"], .ui-list-main[tabindex="0"]',
  );
  row?.focus();
  return row !== null && row !== undefined;
}
