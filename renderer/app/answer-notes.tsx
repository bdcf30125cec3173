import type { Refusal } from '#shared/result.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasWords, useRefusalText } from '../i18n/refusal-text.ts';
import type { Failure } from '../store-client/failure.ts';
import { Note } from '../ui/messages/note.tsx';

export interface RefusalNoteProps {
  /** Undefined shows nothing, so that the note can stand where it will be needed. */
  readonly refusal: Refusal | undefined;
  /** A button that does the next step. */
  readonly action?: ReactNode;
}

/** Why the store said no, and what to do. What was typed stays. */
export function RefusalNote({ refusal, action }: RefusalNoteProps) {
  const inWords = useRefusalText();
  if (refusal === undefined) return null;
  const { what, next } = inWords(refusal);
  return (
    <Note tone="warning" title={what} code={refusal.code} action={action}>
      {next}
    </Note>
  );
}

const FAILURE_WORDS = {
  NOT_SIGNED_IN: 'notSignedIn',
  FORBIDDEN: 'forbidden',
  STORE_NOT_OPEN: 'storeNotOpen',
  BAD_INPUT: 'badInput',
  STORE_BUSY: 'storeBusy',
  UNEXPECTED: 'unexpected',
} as const satisfies Readonly<Record<Failure['code'], string>>;

export interface FailureNoteProps {
  readonly failure: Failure | undefined;
  /** Usually "Try again": the same attempt, which the store will not do twice. */
  readonly action?: ReactNode;
}

/** Why there is no answer at all, and what to do. */
export function FailureNote({ failure, action }: FailureNoteProps) {
  const { t } = useTranslation('common');
  if (failure === undefined) return null;
  // A field's own code says more than "something typed here".
  if (failure.code === 'BAD_INPUT' && failure.issue !== undefined && hasWords(failure.issue)) {
    return <RefusalNote refusal={{ code: failure.issue }} action={action} />;
  }
  const words = FAILURE_WORDS[failure.code];
  return (
    <Note tone="danger" title={t(`failure.${words}.title`)} code={failure.code} action={action}>
      {t(`failure.${words}.next`)}
    </Note>
  );
}
