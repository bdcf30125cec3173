import { useCallback, useSyncExternalStore } from 'react';
import { chooseLocale, switchLocale, type Locale } from '../i18n/i18n.ts';

export type TextSize = '100' | '125' | '150';

export type Density = 'compact' | 'standard' | 'touch';

/** How this window looks. It belongs to the screen on the counter, not to the shop's data. */
export interface Preferences {
  /** Null follows the operating system. */
  readonly locale: Locale | null;
  readonly text: TextSize;
  /** Null follows the operating system. */
  readonly scheme: 'light' | 'dark' | null;
  readonly density: Density;
  /** The second window, for the customer. */
  readonly customerDisplay: 'on' | 'off';
}

const NAME = 'preferences';
const CHANGED = 'preferences-changed';
const PLAIN: Preferences = {
  locale: null,
  text: '100',
  scheme: null,
  density: 'standard',
  customerDisplay: 'off',
};

/** What was chosen at this window before; anything unreadable counts as not chosen. */
export function readPreferences(stored: string | null): Preferences {
  const found = parsed(stored);
  const pick = <Value extends string>(
    name: keyof Preferences,
    choices: readonly Value[],
  ): Value | undefined => choices.find((choice) => found[name] === choice);
  return {
    locale: pick<'en' | 'es'>('locale', ['en', 'es']) ?? null,
    text: pick<TextSize>('text', ['100', '125', '150']) ?? '100',
    scheme: pick<'light' | 'dark'>('scheme', ['light', 'dark']) ?? null,
    density: pick<Density>('density', ['compact', 'standard', 'touch']) ?? 'standard',
    customerDisplay: pick<'on' | 'off'>('customerDisplay', ['on', 'off']) ?? 'off',
  };
}

/** Sets the size of the words and how close things stand, before the first paint. */
export function applySizes({ text, density }: Preferences): void {
  document.documentElement.dataset['text'] = text;
  document.documentElement.dataset['density'] = density;
}

/** This window's preferences, and how to change them: at once, without a restart. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const stored = useSyncExternalStore(onChange, () => localStorage.getItem(NAME));
  const change = useCallback((part: Partial<Preferences>) => {
    const next = { ...readPreferences(localStorage.getItem(NAME)), ...part };
    localStorage.setItem(NAME, JSON.stringify(next));
    applySizes(next);
    if (part.locale !== undefined)
      void switchLocale(part.locale ?? chooseLocale('', navigator.languages));
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [readPreferences(stored), change];
}

export function storedPreferences(): Preferences {
  return readPreferences(localStorage.getItem(NAME));
}

function onChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

function parsed(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : { ...PLAIN };
  } catch {
    return { ...PLAIN };
  }
}
