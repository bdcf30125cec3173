import type { Closing, OpenDrawer } from '#shared/day-close/contract.ts';
import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useCommand } from '../store-client/store-hooks.tsx';
import {
  cardProblem,
  cardRows,
  isOff,
  isWithoutSlip,
  keepSettling,
  keptSettling,
  newSettleDraft,
  savedBatches,
  type SettleDraft,
} from './settle-draft.ts';

interface Slips {
  readonly batches: readonly { readonly brand: string; readonly amountCents: Cents }[];
  readonly reason: string;
}

/** Slips and checks of one drawer before its count, kept while one goes elsewhere. */
export function useSettling({ drawerSessionId }: OpenDrawer, facts: Closing) {
  const [draft, setDraft] = useState(
    () =>
      keptSettling(drawerSessionId) ?? {
        ...newSettleDraft(),
        batches: savedBatches(facts.cards),
        reason: facts.batchReason,
      },
  );
  const [tries, setTries] = useState(0);
  const save = useCommand((store, { batches, reason }: Slips, commandId) =>
    store.dayClose.saveBatch({
      commandId,
      batches: batches.map((batch) => ({ terminal: '', ...batch })),
      reason,
    }),
  );
  const change = (part: Partial<SettleDraft>) => {
    const next = { ...draft, ...part };
    keepSettling(drawerSessionId, next);
    setDraft(next);
    save.reset();
  };
  const rows = cardRows(facts.cards, draft);
  const problem = cardProblem(rows, draft);
  const goOn = async () => {
    setTries(problem === undefined ? 0 : tries + 1);
    if (problem !== undefined) return;
    const reason = isOff(rows) ? draft.reason.trim() : '';
    const saved = savedBatches(facts.cards);
    const batches = rows.flatMap(({ brand, batchCents }) =>
      batchCents === undefined ? [] : [{ brand, amountCents: batchCents }],
    );
    // Said already: the store keeps one word of the terminals, not one for each time somebody looks.
    const known =
      isWithoutSlip(rows, draft) ||
      (reason === facts.batchReason &&
        batches.every(({ brand, amountCents }) => saved[brand] === amountCents));
    const answer = known ? undefined : await save.run({ batches, reason });
    if (known || answer?.ok === true) change({ done: true });
  };
  return {
    draft,
    rows,
    change,
    /** Something is there to settle; without it a close begins with the count. */
    needed: facts.cards.length + facts.checks.length + facts.unresolved.length > 0,
    problem: tries > 0 ? problem : undefined,
    tries,
    pending: save.pending,
    refusal: save.refusal,
    failure: save.failure,
    goOn: () => void goOn(),
    back: () => change({ done: false }),
  };
}

export type Settling = ReturnType<typeof useSettling>;
