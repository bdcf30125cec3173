import type { CloseDayRefusal } from '#shared/day-close/contract.ts';
import { expectedCash } from '#shared/day-close/figures/expected-cash.ts';
import { type Cents, cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { openDrawerOf } from '../drawer/find-drawer.ts';
import { bookCount } from '../drawer/post-drawer-journal.ts';
import { dayCloseTable } from '../drawer/tables.ts';
import { sessionDocuments, sessionTotals } from '../journal/list-journal.ts';
import { queuePaper } from '../printing/queue-paper.ts';
import { openReviewTask } from '../review/open-review-task.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { bankChecks, refusedChecks } from './deposit/bank-checks.ts';
import { type DayReading, freezeZ, readDay, unresolvedIn } from './freeze-z.ts';
import type { DrawerDay } from './rows/find-z-rows.ts';

export interface CloseDayInput {
  /** Counted blind. */
  readonly countedCents: Cents;
  /** Empty where the count is exact. */
  readonly reason: string;
  /** Stays in the drawer as the next float. */
  readonly leaveCents: Cents;
  /** Payments by check that go to the bank with the cash. */
  readonly checkIds?: readonly string[] | undefined;
}

export interface ClosedDay {
  readonly dayCloseId: string;
  readonly number: string;
  readonly overShortCents: Cents;
}

/**
 * Closes this register's drawer and its business day: compares the count with what should be there (M5), books it,
 * numbers the Z and freezes its figures for ever, lists the checks that go to the bank, and queues its papers.
 *
 * A payment that nobody is sure of stays on its own account and becomes a task for the next morning; that takes the right
 * to settle payments. M7.
 *
 * Refuses with `DRAWER_NOT_OPEN`; `LEAVE_OVER_COUNTED`; `CHECK_NOT_HERE`; `UNRESOLVED_PAYMENTS`; and
 * `OVER_SHORT_NEEDS_REASON`, which tells by how much only who may read day closes: nothing of a refused count is kept, so
 * anybody else could try until the drawer is right. Parked carts are the screen's warning and refuse nothing here.
 */
export function closeDay(
  tx: WriteTx,
  context: CommandContext,
  input: CloseDayInput,
): Result<ClosedDay, CloseDayRefusal> {
  const { roles } = actingStaff(context);
  const { registerId } = context.register;
  const open = openDrawerOf(tx, registerId);
  if (!open) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const drawer = { ...open, registerId };
  if (input.leaveCents > input.countedCents) return refuse({ code: 'LEAVE_OVER_COUNTED' });
  const refusal = refusedChecks(tx, registerId, input.checkIds ?? []);
  if (refusal) return refuse(refusal);
  // The number is taken before the day is read, because the day tells it; a refusal gives it back.
  const number = tx.nextNumber('dayClose');
  const day = readDay(tx, drawer, context.nowMs, number);
  const unresolved = unresolvedIn(day.rows);
  if (unresolved.length > 0 && !mayDo(roles, 'payments.settle'))
    return refuse({ code: 'UNRESOLVED_PAYMENTS', count: unresolved.length });
  const expectedCents = cents(expectedCash(day.figures));
  const overShortCents = cents(input.countedCents - expectedCents);
  if (overShortCents !== 0 && input.reason === '')
    return refuse({
      code: 'OVER_SHORT_NEEDS_REASON',
      ...(mayDo(roles, 'dayClose.read')
        ? { overShortCents, expectedCents }
        : { overShortCents: null, expectedCents: null }),
    });
  const closed = { dayCloseId: context.newId('dayClose'), number, overShortCents };
  insertClose({ tx, context, input, drawer, day, closed, expectedCents, openedBy: open.openedBy });
  bankChecks(tx, context, closed.dayCloseId, drawer.businessDate, input.checkIds ?? []);
  for (const documentId of unresolved)
    openReviewTask(tx, {
      kind: 'payment_unresolved',
      subjectId: documentId,
      causes: [{ documentKind: 'payment', documentId }],
    });
  queuePapers(tx, context, closed, input);
  return ok(closed);
}

interface Closing {
  readonly tx: WriteTx;
  readonly context: CommandContext;
  readonly input: CloseDayInput;
  readonly drawer: DrawerDay;
  readonly openedBy: string;
  readonly day: DayReading;
  readonly closed: ClosedDay;
  readonly expectedCents: Cents;
}

function insertClose(closing: Closing): void {
  const { tx, context, input, drawer, closed, expectedCents } = closing;
  const { drawerSessionId, registerId, businessDate } = drawer;
  const { staffId } = actingStaff(context);
  const { dayCloseId: id, number, overShortCents } = closed;
  const counted = {
    expectedCents,
    countedCents: input.countedCents,
    leftCents: input.leaveCents,
  };
  // Booked first, so that the accounts that are frozen hold all rows of the day: nothing of them is ever late.
  bookCount(tx, { dayCloseId: id, drawerSessionId }, counted);
  const figures = freezeZ(
    tx,
    drawer,
    closing.day,
    {
      number,
      openedBy: closing.openedBy,
      closedBy: staffId,
      closedAtMs: context.nowMs,
      ...counted,
    },
    sessionDocuments(tx, drawerSessionId),
  );
  tx.insertFact(dayCloseTable, {
    id,
    number,
    drawerSessionId,
    registerId,
    staffId,
    ...counted,
    overShortCents,
    reason: input.reason,
    figures: JSON.stringify(figures),
    accounts: JSON.stringify(sessionTotals(tx, drawerSessionId)),
    businessDate,
    closedAtMs: context.nowMs,
  });
}

function queuePapers(
  tx: WriteTx,
  context: CommandContext,
  { dayCloseId: subjectId, number: title }: ClosedDay,
  { countedCents, leaveCents, checkIds = [] }: CloseDayInput,
): void {
  queuePaper(tx, context, { kind: 'dayClose', subjectId, copy: false, title });
  if (countedCents > leaveCents || checkIds.length > 0)
    queuePaper(tx, context, { kind: 'depositSlip', subjectId, copy: false, title });
}
