/** Only what was typed differently from what is stored. */
export type Draft<Form> = Partial<Form>;

/** The draft after one field changed; a field that is back at what is stored is no change. */
export function changeDraft<Form extends object, Name extends keyof Form>(
  stored: Form,
  draft: Draft<Form>,
  name: Name,
  value: Form[Name],
): Draft<Form> {
  const next: Draft<Form> = { ...draft };
  if (stored[name] === value) delete next[name];
  else next[name] = value;
  return next;
}

/**
 * The form as it stands on screen: what was typed over what is stored now, so that a change somebody else made
 * meanwhile to another field is kept.
 */
export function withDraft<Form extends object>(stored: Form, draft: Draft<Form>): Form {
  return { ...stored, ...draft };
}

export function isEmptyDraft(draft: object): boolean {
  return Object.keys(draft).length === 0;
}
