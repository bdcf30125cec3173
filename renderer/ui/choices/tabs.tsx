import './choices.css';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { nextIndex } from '../lists/roving.ts';
import type { Choice } from './radio-choices.tsx';

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** The chosen tab has the focus when the row appears. */
  readonly autoFocus?: boolean;
}

/** Views of one thing. The caller shows the content of the chosen one below. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, value, tabs, onChange, autoFocus = false } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) row.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    // From where the focus is: the chosen one may still be on its way.
    const at = buttons.findIndex((button) => button === event.target);
    const key =
      event.key === 'ArrowRight' ? 'ArrowDown' : event.key === 'ArrowLeft' ? 'ArrowUp' : event.key;
    const next = nextIndex(key, at, tabs.length, 1);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || tab === undefined) return;
    event.preventDefault();
    onChange(tab.value);
    buttons[next]?.focus();
  };
  return (
    <div ref={row} className="ui-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
