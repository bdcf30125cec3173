import type { ReceiveDraft } from '#shared/stock/receiving/contract.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useCommand } from '../../store-client/store-hooks.tsx';

/** How long a hand rests before what it typed goes to the disk. */
const REST_MS = 300;

/** An invoice being typed in: what stands on screen is on the disk a moment later, and at once when one leaves. */
export function useReceiveDraft(first: ReceiveDraft) {
  const [draft, setDraft] = useState(first);
  const latest = useRef(first);
  const unsaved = useRef(false);
  const command = useCommand((store, next: ReceiveDraft) =>
    store.receiving.saveDraft({ draft: next }),
  );
  const save = useEffectEvent(async () => {
    while (unsaved.current) {
      unsaved.current = false;
      const answer = await command.run(latest.current);
      // Another save is under way, or the store is not there: the next change tries again.
      if (answer === undefined) unsaved.current = true;
      if (answer?.ok !== true) return;
    }
  });
  useEffect(() => {
    if (!unsaved.current) return undefined;
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => () => void save(), []);
  const change = (next: ReceiveDraft) => {
    latest.current = next;
    unsaved.current = true;
    setDraft(next);
  };
  /** Received: nothing of it is to be kept any more. */
  const forget = () => {
    unsaved.current = false;
  };
  return { draft, change, forget, failure: command.failure };
}
