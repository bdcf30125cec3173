import { useState, type RefCallback } from 'react';
import type { CountField } from './close-draft.ts';

export interface CountFields {
  readonly refOf: (field: CountField) => RefCallback<HTMLInputElement>;
  readonly focus: (field: CountField) => void;
}

/** The fields of a count by name, so that the one that keeps it from being saved can be gone to. */
export function useCountFields(): CountFields {
  const [inputs] = useState(() => new Map<CountField, HTMLInputElement>());
  return {
    refOf: (field) => (input) => {
      if (input === null) inputs.delete(field);
      else inputs.set(field, input);
    },
    focus: (field) => inputs.get(field)?.focus(),
  };
}
