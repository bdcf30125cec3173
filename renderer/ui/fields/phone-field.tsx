import type { Ref } from 'react';
import { AsYouType } from 'libphonenumber-js/min';
import { TextField } from './text-field.tsx';
import type { FieldFrameProps } from './field.tsx';

export interface PhoneFieldProps extends FieldFrameProps {
  /** As typed. The store reads it into an international number; a half-typed one is nobody's mistake yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A phone number, grouped the way it is read aloud once the field is left: `(615) 555-0142`. */
export function PhoneField(props: PhoneFieldProps) {
  return (
    <TextField
      {...props}
      inputMode="tel"
      maxLength={32}
      onBlur={() => props.onChange(groupPhone(props.value))}
    />
  );
}

/** Groups what can be read as a US or international number; leaves anything else as typed. */
export function groupPhone(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length < 7 || /[a-z#*;]/i.test(typed)) return typed.trim();
  return new AsYouType('US').input(typed);
}
