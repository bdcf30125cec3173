import type { OpenDrawer } from '#shared/day-close/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useGo } from '../app/navigation.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import {
  countOf,
  countProblem,
  differenceOf,
  firstUnreadable,
  keepDraft,
  keptDraft,
  type CloseDraft,
} from './close-draft.ts';
import { useCountFields } from './count-fields.ts';

interface Counted {
  readonly countedCents: Cents;
  readonly leaveCents: Cents;
  readonly reason: string;
  readonly checkIds: readonly Id<'payment'>[];
}

/** The count of one drawer, and what the store says to it. `checkIds` go to the bank with the cash. */
export function useCount(
  { drawerSessionId }: OpenDrawer,
  float: Cents,
  checkIds: Counted['checkIds'],
) {
  const go = useGo();
  const [draft, setDraft] = useState(() => keptDraft(drawerSessionId, float));
  const [tried, setTried] = useState(false);
  const fields = useCountFields();
  const change = (part: Partial<CloseDraft>) => {
    const next = { ...draft, ...part };
    keepDraft(drawerSessionId, next);
    setDraft(next);
  };
  const close = useCommand((store, { checkIds: checks, ...counted }: Counted, commandId) =>
    store.dayClose.close({ commandId, ...counted, checkIds: [...checks] }),
  );
  const difference = differenceOf(close.refusal);
  const problem = countProblem(draft);
  const closeNow = async () => {
    const countedCents = countOf(draft);
    if (countedCents === undefined || draft.leave === undefined) return;
    const reason = draft.reason.trim();
    setTried(difference !== undefined && reason === '');
    if (difference !== undefined && reason === '') return;
    const answer = await close.run({ countedCents, leaveCents: draft.leave, reason, checkIds });
    if (answer?.ok === true) go(`/day-close/${answer.value.dayCloseId}`, { closed: true });
  };
  return {
    draft,
    change,
    fields,
    strict: tried && !draft.saved,
    difference,
    problem: tried && !draft.saved ? problem : undefined,
    reasonMissing: tried && draft.saved && draft.reason.trim() === '',
    pending: close.pending,
    refusal: difference === undefined ? close.refusal : undefined,
    failure: close.failure,
    countAgain: () => {
      close.reset();
      change({ saved: false });
    },
    goOn: () => {
      if (draft.saved) {
        void closeNow();
        return;
      }
      setTried(problem !== undefined);
      if (problem === undefined) change({ saved: true });
      const unreadable = firstUnreadable(draft);
      if (unreadable !== undefined) fields.focus(unreadable);
    },
  };
}

export type Count = ReturnType<typeof useCount>;
