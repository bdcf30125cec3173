import type { SaleId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { VoidSaleRefusal } from '#shared/sales/contract.ts';
import { UNDO_GRANT_MS, UNDONE_AT_ONCE } from '#shared/sales/undo-at-once.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { openDrawerOf } from '../../drawer/find-drawer.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import { findOverride } from '../../staff/find-override.ts';
import type { Actor, CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { findSale, findVoid, type SaleRow } from '../find-sale.ts';
import { postVoidJournal } from '../journal/post-void-journal.ts';
import { saleVoidTable } from '../tables.ts';
import { refusedVoid } from './check-void.ts';
import { takeBackCredit, takeBackShares } from './take-back-credit.ts';
import { giveBackPayments } from './give-back-payments.ts';
import { moveGoodsBack } from './move-goods-back.ts';

export interface VoidSaleInput {
  readonly saleId: SaleId;
  readonly reason: string;
  readonly overrideId: string | null;
}

/** A sale on its way back. */
export interface Voiding {
  readonly tx: WriteTx;
  readonly context: CommandContext;
  readonly actor: Actor;
  readonly sale: SaleRow;
  readonly saleVoidId: string;
}

/**
 * Takes a sale back by a reversing fact: the sale and its number stay, its pieces return to where they were, what was
 * paid goes back by the same tenders, cards and accounts get their money back. Only in the drawer session of the sale
 * and before its cards went with the terminal's batch: later it is a refund (docs/rules.md, The sale).
 *
 * In the first seconds the person who rang it up undoes it alone; after that it takes the right or an override for
 * this sale. Refuses a second void, a sale of which something came back, and one whose gift card was spent.
 */
export function voidSale(
  tx: WriteTx,
  context: CommandContext,
  input: VoidSaleInput,
): Result<{ readonly saleId: SaleId }, VoidSaleRefusal> {
  const actor = actingStaff(context);
  const sale = findSale(tx, input.saleId);
  if (!sale) return refuse({ code: 'SALE_NOT_FOUND' });
  if (findVoid(tx, input.saleId)) return refuse({ code: 'SALE_ALREADY_VOID' });
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  if (sale.drawerSessionId !== drawer.drawerSessionId)
    return refuse({ code: 'VOID_DAY_CLOSED', businessDate: sale.businessDate });
  if (!mayVoid(tx, context, actor, sale, input)) return refuse({ code: 'VOID_NEEDS_OVERRIDE' });
  const refusal = refusedVoid(tx, sale);
  if (refusal) return refuse(refusal);
  const saleVoidId = context.newId('saleVoid');
  tx.insertFact(saleVoidTable, {
    id: saleVoidId,
    saleId: sale.id,
    reason: input.reason,
    staffId: actor.staffId,
    overrideId: input.overrideId,
    drawerSessionId: drawer.drawerSessionId,
    businessDate: drawer.businessDate,
    atMs: context.nowMs,
  });
  const voiding = { tx, context, actor, sale, saleVoidId };
  giveBackPayments(voiding);
  takeBackCredit(voiding);
  takeBackShares(voiding);
  moveGoodsBack(voiding);
  postVoidJournal(tx, saleVoidId);
  return ok({ saleId: input.saleId });
}

function mayVoid(
  tx: WriteTx,
  context: CommandContext,
  actor: Actor,
  sale: SaleRow,
  input: VoidSaleInput,
): boolean {
  // Either way round: a clock that was set back would make a sale of the morning one of this second.
  const atOnce =
    input.reason === UNDONE_AT_ONCE &&
    sale.staffId === actor.staffId &&
    Math.abs(context.nowMs - sale.completedAtMs) <= UNDO_GRANT_MS;
  if (atOnce || mayDo(actor.roles, 'sales.void')) return true;
  const grant = input.overrideId === null ? undefined : findOverride(tx, input.overrideId);
  return grant?.permission === 'sales.void' && grant.subjectId === sale.id;
}
