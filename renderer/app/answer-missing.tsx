import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreAnswer } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { FailureNote } from './answer-notes.tsx';

export interface AnswerMissingProps {
  readonly answer: StoreAnswer<unknown>;
  /** Shown when there is no such thing. */
  readonly children: ReactNode;
}

/** Stands where the one thing an address names would be: while it is looked for, when it cannot be read, when there is none. */
export function AnswerMissing({ answer, children }: AnswerMissingProps) {
  const { t } = useTranslation('common');
  if (answer.pending) return <Progress label={t('loading')} />;
  // An address that is no id at all is refused by the store's check of the input.
  if (answer.failure === undefined || answer.failure.code === 'BAD_INPUT') return children;
  return (
    <FailureNote
      failure={answer.failure}
      action={<Button onClick={answer.again}>{t('retry')}</Button>}
    />
  );
}
