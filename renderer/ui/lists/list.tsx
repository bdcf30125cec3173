import './lists.css';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { nextIndex } from './roving.ts';

export interface ListRow {
  readonly key: string;
  readonly content: ReactNode;
  /** Small buttons at the right end, reached with Tab. */
  readonly aside?: ReactNode;
  readonly chosen?: boolean;
  /** What Enter, Space or a click does. A row without it is only read. */
  readonly onOpen?: () => void;
  /** What Del does. */
  readonly onRemove?: () => void;
}

export interface ListProps {
  readonly label: string;
  readonly rows: readonly ListRow[];
  readonly rowHeight?: 32 | 40 | 48;
  /** The first row has the focus when the dialog around the list opens. */
  readonly autoFocus?: boolean;
}

/** A short list. One stop for Tab; ↑ ↓ Home End move inside it, Enter opens. */
export function List({ label, rows, rowHeight = 40, autoFocus = false }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[stop];
    if (event.key === 'Delete' && row?.onRemove) {
      event.preventDefault();
      row.onRemove();
      return;
    }
    const next = nextIndex(event.key, stop, rows.length, 8);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('.ui-list-main')[next]?.focus();
  };
  return (
    <ul ref={list} className="ui-list" data-row={rowHeight} aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.key} data-chosen={row.chosen ?? false}>
          {row.onOpen === undefined ? (
            <div className="ui-list-main">{row.content}</div>
          ) : (
            <button
              className="ui-list-main"
              type="button"
              tabIndex={index === stop ? 0 : -1}
              data-autofocus={(autoFocus && index === 0) || undefined}
              aria-current={row.chosen === true ? 'true' : undefined}
              onFocus={() => setAt(index)}
              onClick={row.onOpen}
              onKeyDown={onKeyDown}
            >
              {row.content}
            </button>
          )}
          {row.aside === undefined ? null : <div className="ui-list-aside">{row.aside}</div>}
        </li>
      ))}
    </ul>
  );
}
