import type { Id } from '#shared/ids.ts';
import type { MovementKind } from '#shared/day-close/contract.ts';
import type { MovementReasonCode } from '#shared/day-close/movement-reasons.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { mayDo, type Permission } from '#shared/staff/permissions.ts';
import { queuePaper } from '../printing/queue-paper.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { findOverride } from '../staff/find-override.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { openDrawerOf } from './find-drawer.ts';
import { postMovementJournal } from './post-drawer-journal.ts';
import { drawerMovementTable } from './tables.ts';

export interface MoveCashInput {
  readonly movementId: Id<'drawerMovement'>;
  readonly kind: MovementKind;
  readonly amountCents: Cents;
  /** Of a kind that knows reasons, where one fits. */
  readonly reasonCode?: MovementReasonCode | null | undefined;
  readonly reason: string;
  readonly overrideId: Id<'override'> | null;
}

export type MoveCashRefusal =
  | { readonly code: 'DRAWER_NOT_OPEN' }
  | { readonly code: 'PAY_OUT_NEEDS_OVERRIDE' }
  | { readonly code: 'AMOUNT_REQUIRED' };

/** What each kind takes. A pay-out may also go by an override; the others may not, and the router says so first. */
export const MOVEMENT_PERMISSIONS = {
  paid_in: 'drawer.payIn',
  paid_out: 'drawer.payOut',
  // To the safe: the money stays in the house, so who may put cash in may also bring it away.
  drop: 'drawer.payIn',
  no_sale: 'drawer.noSale',
} as const satisfies Readonly<Record<MovementKind, Permission>>;

/**
 * Stores cash put into or taken out of the open drawer outside a sale, or the drawer's opening without one (its amount
 * is always 0), and opens the drawer.
 *
 * Refuses with `DRAWER_NOT_OPEN`, `AMOUNT_REQUIRED` (0 where cash moves) and `PAY_OUT_NEEDS_OVERRIDE` (neither the
 * right nor an override for this very movement and at least its amount). Throws for another kind without its right.
 */
export function moveCash(
  tx: WriteTx,
  context: CommandContext,
  input: MoveCashInput,
): Result<{ readonly movementId: string }, MoveCashRefusal> {
  const { staffId, roles } = actingStaff(context);
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  if (input.kind !== 'no_sale' && input.amountCents <= 0)
    return refuse({ code: 'AMOUNT_REQUIRED' });
  const permission = MOVEMENT_PERMISSIONS[input.kind];
  if (!mayDo(roles, permission)) {
    if (input.kind !== 'paid_out') throw new Error(`${permission} was not checked`);
    if (!isAllowed(tx, input)) return refuse({ code: 'PAY_OUT_NEEDS_OVERRIDE' });
  }
  tx.insertFact(drawerMovementTable, {
    id: input.movementId,
    drawerSessionId: drawer.drawerSessionId,
    kind: input.kind,
    amountCents: input.kind === 'no_sale' ? 0 : input.amountCents,
    reason: input.reason,
    staffId,
    overrideId: input.overrideId,
    businessDate: drawer.businessDate,
    atMs: context.nowMs,
    reasonCode: input.reasonCode ?? null,
  });
  postMovementJournal(tx, input.movementId);
  queuePaper(tx, context, {
    kind: 'drawer',
    subjectId: input.movementId,
    copy: false,
    title: input.reason === '' ? (input.reasonCode ?? '') : input.reason,
  });
  return ok({ movementId: input.movementId });
}

/** A movement has one id and is stored once, so an override for that id is spent with it. */
function isAllowed(db: ReadDb, { overrideId, movementId, amountCents }: MoveCashInput): boolean {
  const grant = overrideId === null ? undefined : findOverride(db, overrideId);
  return (
    grant?.permission === 'drawer.payOut' &&
    grant.subjectId === movementId &&
    grant.amountCents !== null &&
    amountCents <= grant.amountCents
  );
}
