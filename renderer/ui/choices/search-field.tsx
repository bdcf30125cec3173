import './choices.css';
import '../fields/fields.css';
import { Combobox, useCombobox } from '@mantine/core';
import { Fragment, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../actions/key.tsx';
import { Icon } from '../icons/icon.tsx';
import type { Chord } from '../../commands/chord.ts';
import { useEarlyEnter } from './early-enter.ts';

export interface SearchFieldProps<Item> {
  /** Its name for screen readers; the placeholder shows what can be typed. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly renderItem: (item: Item) => ReactNode;
  readonly onChoose: (item: Item) => void;
  readonly placeholder?: string;
  readonly hint?: Chord;
  /** Shown while something is typed and nothing was found: what to do next. */
  readonly empty?: ReactNode;
  readonly loading?: boolean;
  /** The heading an item stands under; items of one group come one after another. */
  readonly groupOf?: (item: Item) => string;
  /** False while the items answer what was typed before: Enter must not take one of those. */
  readonly current?: boolean;
  /** What Enter takes without the arrows. Left out: the one that is left. */
  readonly only?: Item | undefined;
  readonly size?: 36 | 44 | 56;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
}

/** Type, see, choose: Enter takes the one that is left, or the one ↑ ↓ moved to; Esc closes the list and keeps the text. */
export function SearchField<Item>(props: SearchFieldProps<Item>) {
  const { value, onChange, items, itemKey, onChoose, loading = false, current = true } = props;
  const { t } = useTranslation('common');
  const combobox = useCombobox();
  const submit = (key: string) => {
    const item = items.find((each) => itemKey(each) === key);
    if (item === undefined) return;
    combobox.closeDropdown();
    onChoose(item);
  };
  const only = 'only' in props ? props.only : items.length === 1 ? items[0] : undefined;
  const enter = useEarlyEnter({ value, items, itemKey, current, combobox, only, onOnly: submit });
  const openFor = (text: string) => {
    if (text.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  };
  const change = (text: string) => {
    onChange(text);
    openFor(text);
  };
  const note = loading ? t('loading') : (props.empty ?? t('none'));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      offset={4}
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: 'ui-options', options: 'ui-options-list', option: 'ui-option' }}
    >
      <Combobox.DropdownTarget>
        <div className="ui-input" data-size={props.size ?? 36} onKeyDownCapture={enter}>
          <Icon name="search" />
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              ref={props.inputRef}
              type="text"
              role="combobox"
              value={value}
              placeholder={props.placeholder}
              aria-label={props.label}
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              autoFocus={props.autoFocus}
              data-autofocus={props.autoFocus === true || undefined}
              onChange={(event) => change(event.currentTarget.value)}
              onFocus={() => openFor(value)}
              onBlur={() => combobox.closeDropdown()}
            />
          </Combobox.EventsTarget>
          {props.hint === undefined ? null : <Key chord={props.hint} />}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={value.trim() === ''}>
        {items.length === 0 ? (
          <div className="ui-options-note" role="status">
            {note}
          </div>
        ) : (
          <Combobox.Options aria-label={props.label}>
            {items.map((item, index) => {
              const group = props.groupOf?.(item);
              const before = items[index - 1];
              const begins = before === undefined || props.groupOf?.(before) !== group;
              return (
                <Fragment key={itemKey(item)}>
                  {group !== undefined && begins ? (
                    <div className="ui-options-group" role="presentation">
                      {group}
                    </div>
                  ) : null}
                  <Combobox.Option value={itemKey(item)}>{props.renderItem(item)}</Combobox.Option>
                </Fragment>
              );
            })}
          </Combobox.Options>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
