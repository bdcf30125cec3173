import './fields.css';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons/icon.tsx';

export interface PinPadProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter, or the check key of the pad. A PIN is never sent by its length alone, so a scanned code cannot try one. */
  readonly onEnter: () => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  /** Without keys to press: the place on screen is short, or there is a keyboard for sure. */
  readonly fieldOnly?: boolean;
  readonly autoFocus?: boolean;
}

/** As the contract takes it. */
const LONGEST_PIN = 12;

/** A PIN shown as dots, typed or tapped. Its digits are never in a label, a title or the page's text. */
export function PinPad(props: PinPadProps) {
  const {
    label,
    value,
    onChange,
    onEnter,
    error,
    disabled,
    fieldOnly = false,
    autoFocus = true,
  } = props;
  const { t } = useTranslation('common');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const put = (text: string) => onChange(text.replaceAll(/\D/g, '').slice(0, LONGEST_PIN));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter();
  };
  const tap = (act: () => void) => {
    act();
    input.current?.focus();
  };
  return (
    <div className="ui-stack" data-gap="12">
      <div className="ui-pin-box" data-wrong={error !== undefined}>
        <div className="ui-pin" aria-hidden="true">
          {Array.from({ length: Math.max(4, value.length) }, (_, index) => (
            <span key={index} className="ui-pin-dot" data-typed={index < value.length} />
          ))}
        </div>
        <input
          ref={input}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          disabled={disabled}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          aria-label={label}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : id}
          onChange={(event) => put(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={id} className="ui-field-error" role="alert">
        {error}
      </div>
      {fieldOnly ? null : (
        <div className="ui-pin-pad">
          {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
            <PadKey key={digit} onTap={() => tap(() => put(value + digit))}>
              {digit}
            </PadKey>
          ))}
          <PadKey label={t('pin.erase')} onTap={() => tap(() => put(value.slice(0, -1)))}>
            <Icon name="back" />
          </PadKey>
          <PadKey onTap={() => tap(() => put(`${value}0`))}>0</PadKey>
          <PadKey label={t('pin.enter')} onTap={() => tap(onEnter)}>
            <Icon name="check" />
          </PadKey>
        </div>
      )}
    </div>
  );
}

interface PadKeyProps {
  readonly label?: string;
  readonly onTap: () => void;
  readonly children: ReactNode;
}

function PadKey({ label, onTap, children }: PadKeyProps) {
  return (
    <button type="button" tabIndex={-1} aria-label={label} onClick={onTap}>
      {children}
    </button>
  );
}
