import type { Refusal } from '#shared/result.ts';
import type { RepriceId } from '#shared/stock/reprice/contract.ts';
import type { PriceEnding, PriceRule } from '#shared/stock/reprice/price-rule.ts';
import { useState } from 'react';
import { newId } from '../../store-client/new-id.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import type { PricedRow } from './reprice-draft.ts';

/** As many prices as one command sets. */
const AT_ONCE = 400;

export interface RepriceWork {
  readonly repriceId: RepriceId;
  readonly rule: PriceRule;
  readonly ending: PriceEnding;
  readonly rows: readonly PricedRow[];
}

interface Part extends RepriceWork {
  readonly pieceCount: number;
}

/** Sets prices some hundred at a time, and says how far it is. What is done stays done when one is refused. */
export function useReprice() {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const command = useCommand(
    (store, { repriceId, rule, ending, rows, pieceCount }: Part, commandId) =>
      store.reprice.apply({
        commandId,
        repriceId,
        rule,
        ending,
        pieceCount,
        pieces: rows.map(({ pieceId, fromCents, toCents }) => ({ pieceId, fromCents, toCents })),
      }),
  );
  /** How many were repriced. */
  const run = async (work: RepriceWork): Promise<number> => {
    const total = work.rows.length;
    let done = 0;
    while (done < total) {
      setProgress({ done, total });
      const rows = work.rows.slice(done, done + AT_ONCE);
      const answer = await command.run({ ...work, rows, pieceCount: total });
      if (answer?.ok !== true) break;
      done += rows.length;
    }
    setProgress(undefined);
    return done;
  };
  return {
    run,
    progress,
    refusal: command.refusal,
    failure: command.failure,
    reset: command.reset,
  };
}

/** Takes a reprice back, some hundred at a time. */
export function useUndoReprice() {
  const [refusal, setRefusal] = useState<{ readonly of: RepriceId; readonly refusal: Refusal }>();
  const command = useCommand(
    (
      store,
      input: {
        readonly repriceId: RepriceId;
        readonly undoId: RepriceId;
        readonly leaveChanged: boolean;
        readonly turn: number;
      },
      commandId,
    ) => {
      const { repriceId, undoId, leaveChanged } = input;
      return store.reprice.undo({ commandId, repriceId, undoId, leaveChanged });
    },
  );
  /** How many have their old price again. */
  const run = async (repriceId: RepriceId, leaveChanged: boolean): Promise<number> => {
    setRefusal(undefined);
    const undoId = newId<'reprice'>();
    let done = 0;
    for (let turn = 0; ; turn++) {
      const answer = await command.run({ repriceId, undoId, leaveChanged, turn });
      if (answer?.ok !== true) {
        if (answer?.ok === false) setRefusal({ of: repriceId, refusal: answer.refusal });
        return done;
      }
      done += answer.value.done;
      if (answer.value.left === 0) return done;
    }
  };
  return { run, refused: refusal, failure: command.failure, pending: command.pending };
}
