import type { ComboboxStore } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';

export interface EarlyEnterOptions<Item> {
  /** What is typed by now. */
  readonly value: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** Whether the items answer what is typed by now. */
  readonly current: boolean;
  /** The first item, where Enter takes it without the arrows. */
  readonly only: Item | undefined;
  readonly combobox: Pick<
    ComboboxStore,
    'dropdownOpened' | 'getSelectedOptionIndex' | 'selectFirstOption' | 'resetSelectedOption'
  >;
  readonly onOnly: (key: string) => void;
}

/**
 * Enter takes the one item that can be meant. Pressed before the answer to the last letter is here, it waits for that answer and
 * takes what it finds if it is one alone; more typing, or an answer of several, forgets it. Gives what listens for keys.
 */
export function useEarlyEnter<Item>(options: EarlyEnterOptions<Item>) {
  const { value, items, itemKey, current, combobox, onOnly } = options;
  const wanted = useRef<string>(undefined);
  const shape = items.map(itemKey).join();
  const only = current ? options.only : undefined;
  const answered = useEffectEvent(() => {
    const waits = wanted.current === value;
    if (current) wanted.current = undefined;
    if (only === undefined) combobox.resetSelectedOption();
    else if (waits) onOnly(itemKey(only));
    else combobox.selectFirstOption();
  });
  useEffect(() => answered(), [shape, current]);
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!combobox.dropdownOpened || combobox.getSelectedOptionIndex() !== -1) return;
    if (value.trim() === '' || (current && only === undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    if (only === undefined) wanted.current = value;
    else onOnly(itemKey(only));
  };
}
