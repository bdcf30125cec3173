import type { Closing } from '#shared/day-close/contract.ts';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { CardsCard } from './cards-card.tsx';
import { ChecksCard } from './checks-card.tsx';
import { UnsureCard } from './unsure-card.tsx';
import type { Settling } from './use-settling.ts';

export interface SettlePartProps {
  readonly facts: Closing;
  readonly settling: Settling;
  readonly today: string;
}

/** Before the count: the slips of the terminals, payments nobody is sure of, and the checks for the bank. */
export function SettlePart({ facts, settling, today }: SettlePartProps) {
  const { rows, draft, problem, tries, change } = settling;
  const beside = facts.unresolved.length + facts.checks.length > 0;
  return (
    <div className="day-close">
      {rows.length === 0 ? null : (
        <CardsCard rows={rows} draft={draft} problem={problem} tries={tries} onChange={change} />
      )}
      <div className="ui-stack" data-gap="16">
        <RefusalNote refusal={settling.refusal} />
        <FailureNote failure={settling.failure} />
        {facts.unresolved.map((payment) => (
          <UnsureCard key={payment.paymentId} payment={payment} />
        ))}
        {beside && facts.checks.length > 0 ? (
          <ChecksCard checks={facts.checks} draft={draft} today={today} onChange={change} />
        ) : null}
      </div>
    </div>
  );
}
