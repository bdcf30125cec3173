import type { Refusal } from '#shared/result.ts';
import { RefusalNote } from '../app/answer-notes.tsx';
import { useLabels } from '../i18n/labels.ts';

/** Why the store did not do it; a field is named as the screen names it. */
export function BatchRefusalNote({ refusal }: { readonly refusal: Refusal | undefined }) {
  const label = useLabels();
  if (refusal === undefined || !('field' in refusal)) return <RefusalNote refusal={refusal} />;
  const named = { ...refusal, field: label(`import:fields.${String(refusal.field)}`) };
  return <RefusalNote refusal={named} />;
}
