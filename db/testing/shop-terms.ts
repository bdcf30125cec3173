import type { Cents, RatePpm } from '#shared/money.ts';
import type { CustomerId, Id, PieceId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { SellingFields } from '#shared/settings/contract.ts';
import type { OverridablePermission } from '#shared/staff/permissions.ts';
import type { BusinessDate } from '#shared/time.ts';
import { makeApproval } from '../sales/approvals/make-approval.ts';
import { saveProvider } from '../sales/payments/save-provider.ts';
import { saveQuote } from '../sales/quotes/save-quote.ts';
import { seedServiceTiles } from '../sales/tiles/seed-service-tiles.ts';
import { saveSelling } from '../settings/save-selling.ts';
import { grantOverride } from '../staff/grant-override.ts';
import { pieceTable } from '../stock/tables.ts';
import type { Actor } from '../write-path/command-context.ts';
import { newId, type TestShop } from './a-shop.ts';

/** Changes how the test shop sells. */
export function sellBy(shop: TestShop, selling: Partial<SellingFields>): void {
  const context = shop.context('settings.saveSelling', { actor: shop.manager });
  shop.writer.write(context, selling, (tx) => saveSelling(tx, context, { selling }));
}

/** A manager's word for one act at one amount. */
export function anOverride(
  shop: TestShop,
  permission: OverridablePermission,
  subjectId: string,
  amountCents?: number,
): Id<'override'> {
  const context = shop.context('staff.override');
  const input = {
    grantedBy: shop.manager.staffId,
    businessDate: shop.today,
    permission,
    reason: 'old customer',
    subjectId,
    ...(amountCents !== undefined && { amountCents: amountCents as Cents }),
  };
  const granted = shop.writer.write(context, input, (tx) => grantOverride(tx, context, input));
  if (!granted.ok) throw new Error(granted.refusal.code);
  return granted.value.overrideId;
}

/** Who lends to customers, or, with its customer record, buys for them; keeps 5 %. */
export function aProvider(
  shop: TestShop,
  lessorCustomerId: CustomerId | null = null,
): Id<'financeProvider'> {
  const providerId = newId('financeProvider');
  const kind = lessorCustomerId === null ? ('finance' as const) : ('lease' as const);
  const input = {
    providerId,
    fields: { name: `A ${kind} house`, kind, feePpm: 50_000 as RatePpm, lessorCustomerId },
  };
  const context = shop.context('payments.saveProvider', { actor: shop.manager });
  const saved = shop.writer.write(context, input, (tx) => saveProvider(tx, context, input));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return providerId;
}

/** Hands a piece out on approval; answers the line that its sale names. */
export function anApproval(
  shop: TestShop,
  customerId: CustomerId,
  pieceId: PieceId,
): Id<'approvalLine'> {
  const approvalLineId = newId('approvalLine');
  const input = {
    commandId: newId('command'),
    approvalId: newId('approval'),
    customerId,
    dueOn: '2026-12-01' as BusinessDate,
    idNoted: 'License 1234',
    lines: [{ approvalLineId, pieceId, valueCents: 10_000 as Cents }],
    print: false,
  };
  const context = shop.context('approvals.make');
  const made = shop.writer.write(context, input, (tx) => makeApproval(tx, context, input));
  if (!made.ok) throw new Error(made.refusal.code);
  return approvalLineId;
}

/** Promises the prices of a cart until a day. */
export function aQuote(
  shop: TestShop,
  cart: Cart,
  expiresOn: string,
  actor: Actor = shop.counter,
): Id<'quote'> {
  const quoteId = newId('quote');
  const input = {
    commandId: newId('command'),
    quoteId,
    cart,
    expiresOn: expiresOn as BusinessDate,
    note: '',
    print: false,
  };
  const context = shop.context('quotes.save', { actor });
  const saved = shop.writer.write(context, input, (tx) => saveQuote(tx, context, input));
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return quoteId;
}

/** Writes another price on the tag of a piece. */
export function setTagPrice(shop: TestShop, pieceId: PieceId, tagPriceCents: number): void {
  const context = shop.context('stock.edit', { actor: shop.manager });
  shop.writer.write(context, tagPriceCents, (tx) => {
    tx.setFields(pieceTable, pieceId, { tagPriceCents });
    return ok(null);
  });
}

/** The keys of the Sell screen that a new store starts with. */
export function serviceKeys(shop: TestShop): void {
  const context = shop.context('system.setUp', { actor: null });
  shop.writer.write(context, null, (tx) => {
    seedServiceTiles(tx, context, 'en');
    return ok(null);
  });
}
