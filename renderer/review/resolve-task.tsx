import { containsCardNumber } from '#shared/card-number.ts';
import type { ReviewTask } from '#shared/review/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ChoiceChips } from '../ui/choices/choice-chips.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

const OUTCOMES = ['corrected', 'accepted', 'not_a_problem'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface ResolveTaskProps {
  readonly task: ReviewTask;
  readonly onSettled: () => void;
}

/** Settles a task for the causes that are in sight: one that comes meanwhile opens it again. */
export function ResolveTask({ task, onSettled }: ResolveTaskProps) {
  const { t } = useTranslation(['review', 'sell']);
  const { show } = useToasts();
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(
    (store, input: { readonly outcome: Outcome; readonly reason: string }, commandId) =>
      store.review.resolve({
        commandId,
        reviewTaskId: task.reviewTaskId,
        ...input,
        causeIds: task.causes.map((cause) => cause.causeId),
      }),
  );
  const isCard = containsCardNumber(reason);
  const problem = isCard
    ? t('sell:cardNumber')
    : tried && reason.trim() === ''
      ? t('reasonMissing')
      : undefined;
  const ready = outcome !== undefined && reason.trim() !== '' && !isCard;
  const settle = async () => {
    setTried(true);
    if (!ready) return;
    const answer = await command.run({ outcome, reason: reason.trim() });
    if (answer?.ok !== true) return;
    show({ text: t('done'), tone: 'success' });
    onSettled();
  };
  useCommands([
    {
      id: 'review.settle',
      chord: 'Ctrl+Enter',
      label: 'review:keys.settle',
      run: () => void settle(),
    },
  ]);
  return (
    <section className="review-resolve" aria-label={t('settle')}>
      <SectionTitle>{t('settle')}</SectionTitle>
      <ChoiceChips
        label={t('how')}
        value={outcome}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChange={setOutcome}
      />
      {tried && outcome === undefined ? (
        <div className="ui-field-error" role="alert">
          {t('howMissing')}
        </div>
      ) : null}
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        error={problem}
      />
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Button
        kind="primary"
        size={44}
        hint="Ctrl+Enter"
        busy={command.pending}
        onClick={() => void settle()}
      >
        {t('settleNow')}
      </Button>
    </section>
  );
}
