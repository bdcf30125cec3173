import type { SaveBatchRefusal } from '#shared/day-close/contract.ts';
import { batchFigures } from '#shared/day-close/figures/tender-figures.ts';
import { type Cents, cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { openDrawerOf } from '../drawer/find-drawer.ts';
import { terminalBatchTable } from '../drawer/tables.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { readBatches } from './rows/read-control.ts';
import { readPayments } from './rows/read-payments.ts';

export interface SaveBatchInput {
  readonly batches: readonly {
    readonly terminal: string;
    readonly brand: string;
    readonly amountCents: Cents;
  }[];
  /** Empty where every brand agrees. */
  readonly reason: string;
}

/**
 * Writes down what the card terminals say they took, by brand, in place of what was said before in this drawer. From now
 * on no card sale of before is voided: its money is on its way.
 *
 * Refuses with `DRAWER_NOT_OPEN`, and with `BATCH_DIFFERS_NEEDS_REASON` where a brand is off and nobody says why.
 * Answers how far the terminals are off together, in cents: batches − ours.
 */
export function saveBatch(
  tx: WriteTx,
  context: CommandContext,
  { batches, reason }: SaveBatchInput,
): Result<{ readonly differenceCents: Cents }, SaveBatchRefusal> {
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const { drawerSessionId, businessDate } = drawer;
  const compared = batchFigures(
    batches.map(({ brand, amountCents }) => ({ terminal: '', brand, batchCents: amountCents })),
    readPayments(tx, drawerSessionId, ''),
  );
  const off = compared.map(({ batchCents, oursCents }) => batchCents - oursCents);
  const differenceCents = cents(off.reduce((sum, each) => sum + each, 0));
  if (reason === '' && off.some((each) => each !== 0))
    return refuse({ code: 'BATCH_DIFFERS_NEEDS_REASON', differenceCents });
  for (const batch of [...batches, ...unsaid(tx, drawerSessionId, batches)])
    tx.insertFact(terminalBatchTable, {
      id: context.newId('terminalBatch'),
      drawerSessionId,
      ...batch,
      count: 0,
      staffId: actingStaff(context).staffId,
      businessDate,
      atMs: context.nowMs,
      reason,
    });
  return ok({ differenceCents });
}

/** What was said before and is not said now: nothing was taken there after all. */
function unsaid(
  tx: WriteTx,
  drawerSessionId: string,
  batches: SaveBatchInput['batches'],
): SaveBatchInput['batches'] {
  const said = new Set(batches.map(keyOf));
  return readBatches(tx, drawerSessionId)
    .filter((before) => before.batchCents !== 0 && !said.has(keyOf(before)))
    .map(({ terminal, brand }) => ({ terminal, brand, amountCents: cents(0) }));
}

function keyOf({ terminal, brand }: { readonly terminal: string; readonly brand: string }): string {
  return JSON.stringify([terminal, brand]);
}
