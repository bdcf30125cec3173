import { ok, refuse, type Result } from '#shared/result.ts';
import type { CorrectCustomerRefusal } from '#shared/sales/corrections/contract.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { type OpenDrawerRow, openDrawerOf } from '../../drawer/find-drawer.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import { findOverride } from '../../staff/find-override.ts';
import type { Actor, CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { saleCorrectionTable } from '../after-sale-tables.ts';
import { findSale, findVoid, type SaleRow } from '../find-sale.ts';
import { effectiveParty, type SaleParty } from './effective-party.ts';

/** A sale that is being corrected, by whom, in which drawer. */
export interface Correcting {
  readonly tx: WriteTx;
  readonly context: CommandContext;
  readonly actor: Actor;
  readonly drawer: OpenDrawerRow;
  readonly sale: SaleRow;
  /** As earlier corrections left it. */
  readonly party: SaleParty;
  /** The right, or a manager's word for this sale. */
  readonly mayCorrect: boolean;
}

type OpenRefusal = Extract<
  CorrectCustomerRefusal,
  { readonly code: 'SALE_NOT_FOUND' | 'CORRECTION_OF_VOID' | 'DRAWER_NOT_OPEN' }
>;

/** What every correction asks first: a sale that stands, and a drawer whose day the correction belongs to. */
export function openCorrection(
  tx: WriteTx,
  context: CommandContext,
  { saleId, overrideId }: { readonly saleId: string; readonly overrideId: string | null },
): Result<Correcting, OpenRefusal> {
  const sale = findSale(tx, saleId);
  if (!sale) return refuse({ code: 'SALE_NOT_FOUND' });
  if (findVoid(tx, saleId)) return refuse({ code: 'CORRECTION_OF_VOID' });
  const drawer = openDrawerOf(tx, context.register.registerId);
  if (!drawer) return refuse({ code: 'DRAWER_NOT_OPEN' });
  const actor = actingStaff(context);
  const grant = overrideId === null ? undefined : findOverride(tx, overrideId);
  const mayCorrect =
    mayDo(actor.roles, 'sales.correct') ||
    (grant?.permission === 'sales.correct' && grant.subjectId === saleId);
  return ok({ tx, context, actor, drawer, sale, party: effectiveParty(tx, sale), mayCorrect });
}

/** Stores that the sale was corrected, today and in today's drawer; answers the correction's id. */
export function insertCorrection(
  { tx, context, actor, drawer, sale }: Correcting,
  what: { readonly reason: string; readonly overrideId: string | null } & (
    | { readonly kind: 'tender' }
    | { readonly kind: 'sold_by'; readonly soldBy: string }
    | { readonly kind: 'customer'; readonly customerId: string | null }
  ),
): string {
  const id = context.newId('saleCorrection');
  tx.insertFact(saleCorrectionTable, {
    id,
    saleId: sale.id,
    soldBy: null,
    customerId: null,
    ...what,
    staffId: actor.staffId,
    drawerSessionId: drawer.drawerSessionId,
    businessDate: drawer.businessDate,
    atMs: context.nowMs,
  });
  return id;
}
