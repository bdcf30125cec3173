import { useState } from 'react';
import { changeDraft, isEmptyDraft, withDraft, type Draft } from './draft.ts';
import { useKept } from './kept.ts';

/** Codes of refusals.json by field. */
export type Problems<Form> = Readonly<Partial<Record<keyof Form, string>>>;

export interface FormDraft<Form> {
  readonly form: Form;
  /** Undefined until saving was tried; then what is wrong, kept up to date while it is mended. */
  readonly problems: Problems<Form> | undefined;
  /** Something is typed that is not stored. */
  readonly changed: boolean;
  /** What is on screen was typed at an earlier visit to this form. */
  readonly restored: boolean;
  readonly set: <Field extends keyof Form>(field: Field, value: Form[Field]) => void;
  /** Looks at every field; true when the store may be asked. */
  readonly check: () => boolean;
  readonly forget: () => void;
}

/** A form over what is stored. What is typed stays while the page lives, also after Esc. */
export function useFormDraft<Form extends object>(
  name: readonly string[],
  stored: Form,
  checkForm: (form: Form) => Problems<Form>,
): FormDraft<Form> {
  const [draft, keep] = useKept<Draft<Form>>(['form', ...name], {});
  const [restored, setRestored] = useState(!isEmptyDraft(draft));
  const [checked, setChecked] = useState(false);
  const form = withDraft(stored, draft);
  return {
    form,
    problems: checked ? checkForm(form) : undefined,
    changed: !isEmptyDraft(draft),
    restored,
    set: (field, value) => keep(changeDraft(stored, draft, field, value)),
    check: () => {
      setChecked(true);
      return Object.keys(checkForm(form)).length === 0;
    },
    forget: () => {
      keep({});
      setRestored(false);
      setChecked(false);
    },
  };
}

/** Leaves the field being typed in, so that it says what is wrong with it, and looks again once it has. */
export function afterLeavingField(then: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('input, textarea')) focused.blur();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
    then();
  });
}

/** Puts focus on the first field that says something is wrong with it; false when all are well. */
export function focusProblem(fields: HTMLElement | null): boolean {
  const wrong = fields?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  wrong?.focus();
  return wrong !== null;
}
