import type { OpenDrawer } from '#shared/day-close/contract.ts';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { CountCard } from './count-card.tsx';
import { DifferenceCard } from './difference-card.tsx';
import { DrawerMovements } from './drawer-movements.tsx';
import type { Count } from './use-count.ts';

/** The blind count, and once it is over what the store says to it. */
export function CountPart({
  count,
  drawer,
}: {
  readonly count: Count;
  readonly drawer: OpenDrawer;
}) {
  const { draft, difference } = count;
  return (
    <div className="day-close">
      <CountCard
        draft={draft}
        fields={count.fields}
        strict={count.strict}
        onChange={count.change}
        onAgain={count.countAgain}
      />
      <div className="ui-stack" data-gap="16">
        {difference === undefined ? null : (
          <DifferenceCard
            difference={difference}
            reason={draft.reason}
            missing={count.reasonMissing}
            onReason={(reason) => count.change({ reason })}
            onEnter={count.goOn}
          />
        )}
        <RefusalNote refusal={count.refusal} />
        <FailureNote failure={count.failure} />
        <DrawerMovements movements={drawer.movements} />
      </div>
    </div>
  );
}
