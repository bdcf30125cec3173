import type { DrawerSessionId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { queuePaper } from '../printing/queue-paper.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { openingDate } from './business-date.ts';
import { findLastLeft, isClockUnsure, openDrawerOf } from './find-drawer.ts';
import { postOpeningJournal } from './post-drawer-journal.ts';
import { drawerSessionTable } from './tables.ts';

export interface OpenDrawerInput {
  readonly drawerSessionId: DrawerSessionId;
  readonly floatCents: Cents;
}

/**
 * Opens this register's drawer with a float and so begins its business day. A float that is not what the last close
 * left comes from the safe, or goes there. Refuses with `DRAWER_ALREADY_OPEN`.
 * A wrong clock refuses nothing: the day is then the last closed one and its times are marked unsure.
 */
export function openDrawer(
  tx: WriteTx,
  context: CommandContext,
  { drawerSessionId, floatCents }: OpenDrawerInput,
): Result<
  { readonly drawerSessionId: DrawerSessionId; readonly businessDate: string },
  { readonly code: 'DRAWER_ALREADY_OPEN' }
> {
  const { registerId } = context.register;
  if (openDrawerOf(tx, registerId)) return refuse({ code: 'DRAWER_ALREADY_OPEN' });
  const { businessDate, beforeLastClose } = openingDate(tx, registerId, context.nowMs);
  tx.insertFact(drawerSessionTable, {
    id: drawerSessionId,
    registerId,
    staffId: actingStaff(context).staffId,
    floatCents,
    businessDate,
    openedAtMs: context.nowMs,
    clockUnsure: beforeLastClose || isClockUnsure(tx, context.nowMs) ? 1 : 0,
    lastLeftCents: findLastLeft(tx, registerId) ?? 0,
  });
  postOpeningJournal(tx, drawerSessionId);
  queuePaper(tx, context, {
    kind: 'drawer',
    subjectId: drawerSessionId,
    copy: false,
    title: businessDate,
  });
  return ok({ drawerSessionId, businessDate });
}
